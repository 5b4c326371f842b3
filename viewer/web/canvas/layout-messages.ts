/** What the page sends the layout worker. */
export type LayoutRequest =
  | {
      readonly kind: "start";
      /** x, y of each node. */
      readonly places: Float32Array;
      readonly sizes: Float32Array;
      /** source, target of each line, by place of the node. */
      readonly lines: Uint32Array;
    }
  /** The page has drawn the last step and wants the next one. */
  | { readonly kind: "next" }
  | { readonly kind: "stop" };

/** What the worker answers: places after a step; `settled` when little moves any more. */
export interface LayoutStep {
  readonly places: Float32Array;
  readonly settled: boolean;
}
