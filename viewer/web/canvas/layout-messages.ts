/** What the page sends the layout worker. */
export type LayoutRequest =
  | {
      readonly kind: "start";
      /** x, y of each node. */
      readonly places: Float32Array;
      /** Radius of each node, in the units of the places. */
      readonly sizes: Float32Array;
      /** source, target of each line, by place of the node. */
      readonly lines: Uint32Array;
      /** How strongly each line pulls. */
      readonly weights: Float32Array;
    }
  /** The page has drawn the last step and wants the next one. */
  | { readonly kind: "next" };

/** What the worker answers: places after a step; `settled` when it has stopped by itself. */
export interface LayoutStep {
  readonly places: Float32Array;
  readonly settled: boolean;
}
