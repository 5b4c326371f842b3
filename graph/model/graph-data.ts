/**
 * GraphData 图数据: the plain form of a policy graph, exactly what `ceyuan export --format json` writes: sorted by id,
 * names as in the ontology. Stores, exports, layout and viewer take this form.
 */
export type NodeLabel = "Document" | "Clause" | "Article" | "Task" | "Agency" | "Leader" | "Target";

export type EdgeType =
  | "HAS_CLAUSE"
  | "STATES"
  | "LEADS"
  | "RESPONSIBLE_FOR"
  | "PARTICIPATES_IN"
  | "OVERSEES"
  | "DERIVES_FROM"
  | "CITES"
  | "PART_OF"
  | "ISSUED"
  | "ADDRESSED_TO"
  | "SIGNED"
  | "SERVES_IN"
  | "SETS"
  | "ALIGNS_WITH"
  | "SUCCEEDED_BY";

/** A property: strings, finite numbers, booleans and lists of strings; absent rather than null. */
export type PropertyValue = string | number | boolean | readonly string[];
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface NodeData {
  readonly id: string;
  readonly label: NodeLabel;
  readonly properties: Properties;
}

export interface EdgeData {
  /** `<TYPE>|<source>|<target>`, then `~n` in text order. */
  readonly id: string;
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
  readonly properties: Properties;
}

export interface GraphData {
  readonly nodes: readonly NodeData[];
  readonly edges: readonly EdgeData[];
}
