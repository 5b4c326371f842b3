/**
 * Value 查询结果值: what a query returns, in plain form whatever the engine: nodes and edges under our own ids, integers
 * as numbers (past 2^53 as decimal strings), dates as ISO strings, paths as their nodes and edges in order.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | NodeValue
  | EdgeValue
  | PathValue
  | readonly Value[]
  | { readonly [key: string]: Value };

export interface NodeValue {
  readonly id: string;
  readonly label: string;
  /** Without `id`. */
  readonly properties: { readonly [key: string]: Value };
}

export interface EdgeValue {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  /** Without `id`. */
  readonly properties: { readonly [key: string]: Value };
}

export interface PathValue {
  readonly nodes: readonly NodeValue[];
  readonly edges: readonly EdgeValue[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const hasStrings = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  keys.every((key) => typeof value[key] === "string");

export const isNodeValue = (value: unknown): value is NodeValue =>
  isRecord(value) && hasStrings(value, ["id", "label"]) && isRecord(value["properties"]);

export const isEdgeValue = (value: unknown): value is EdgeValue =>
  isRecord(value) && hasStrings(value, ["id", "type", "source", "target"]) && isRecord(value["properties"]);

export const isPathValue = (value: unknown): value is PathValue =>
  isRecord(value) &&
  Array.isArray(value["nodes"]) &&
  Array.isArray(value["edges"]) &&
  value["nodes"].every(isNodeValue) &&
  value["edges"].every(isEdgeValue);
