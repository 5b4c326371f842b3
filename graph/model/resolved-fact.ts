import type { EdgeType, Properties } from "./graph-data.ts";

/** A fact whose subject and object have their final ids; `order` is where it was read: document, then source offset. */
export interface ResolvedFact {
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
  readonly properties: Properties;
  readonly order: readonly [document: number, offset: number];
}
