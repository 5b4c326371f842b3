import type { GraphData } from "../model/graph-data.ts";
import type { NodeValue, Value } from "./value.ts";

/** A query's parameter: plain JSON values; integers stay integers on every engine. */
export type Parameter = null | boolean | number | string | readonly Parameter[] | { readonly [key: string]: Parameter };

export type Parameters = Readonly<Record<string, Parameter>>;

export interface QueryOptions {
  /** The query is stopped after this long; 30 s where not given. */
  readonly timeoutMs?: number;
  /** No more rows than this come back; 10 000 where not given. */
  readonly rowCap?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** True where the cap on rows or bytes cut the result short. */
  readonly truncated: boolean;
  /** Where the answer may differ from what Cypher says, with line and column and what to write instead. */
  readonly warnings?: readonly string[];
}

export interface LoadProgress {
  readonly phase: "nodes" | "edges" | "save";
  readonly done: number;
  readonly total: number;
}

export interface LoadOptions {
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Says what would be written and writes nothing. */
  readonly dryRun?: boolean | undefined;
}

/** How many nodes or edges a write makes, gives other properties, and takes away. */
interface Written {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export interface WriteSummary {
  readonly nodes: Written;
  readonly edges: Written;
}

export interface SearchOptions extends Pick<QueryOptions, "timeoutMs" | "signal"> {
  /** No more than this come back; 20 where not given, 1000 at most. */
  readonly limit?: number;
  /** Only nodes of these labels. */
  readonly labels?: readonly string[];
}

export interface StoreStatistics {
  readonly nodes: number;
  readonly edges: number;
  readonly nodesByLabel: Readonly<Record<string, number>>;
  readonly edgesByType: Readonly<Record<string, number>>;
}

/** One label or edge type as the database holds it, with the properties that occur. */
export interface SchemaEntry {
  readonly name: string;
  readonly count: number;
  readonly properties: readonly string[];
}

export interface StoreSchema {
  readonly labels: readonly SchemaEntry[];
  readonly edgeTypes: readonly SchemaEntry[];
}

/**
 * Store 图数据库: a graph that can be queried in openCypher, whatever engine holds it. `test/graph/stores/contract/`
 * is what an implementation must pass.
 *
 * A write is done whole or not at all, whatever kills it. Readers see the graph before it or after it and do not wait for
 * it; once it has resolved, every reader of the store sees it, in other processes too. Writers of one graph take turns:
 * nobody's change is lost.
 *
 * Every refusal is a `CeyuanError`. Of queries: `query-syntax`, `query-refused` (writes, LOAD CSV, procedures),
 * `query-unreliable` (what the engine is known to answer wrongly, with line, column and what to write instead),
 * `query-timeout`, `query-cancelled`, `query-memory`, `query-failed`. Of writes: `load-invalid`, `load-cancelled`,
 * `load-failed`, `document-unknown`, `store-busy` (another writer did not end in time). Of both: `store-closed`,
 * `store-engine-missing`, `store-missing`, `store-damaged`. A store on a server adds `push-conflict` (another load took
 * the graph over) and what its server may say, all of which begin with `neo4j-`.
 */
export interface Store {
  readonly engine: string;
  /** Replaces what the store holds by `graph`. */
  load(graph: GraphData, options?: LoadOptions): Promise<void>;
  /**
   * Adds the nodes and edges of `part`; those that are there get its properties in place of theirs. Edges may end at nodes
   * of the store. Refused (`load-invalid`): an end that is nowhere, another label, type or end for what is there.
   */
  upsert(part: GraphData, options?: WriteOptions): Promise<WriteSummary>;
  /** Takes a document out with everything that only it supports (`graph/assemble/withdrawal.ts`). */
  removeDocument(id: string, options?: WriteOptions): Promise<WriteSummary>;
  /** Runs a query that only reads; anything else is refused before it runs. */
  query(cypher: string, parameters?: Parameters, options?: QueryOptions): Promise<QueryResult>;
  /**
   * Nodes in whose names, titles and texts `words` stand, to the letter and wherever in them. Best first: what is called
   * so, what begins so, what holds it; then the shortest; then by id.
   */
  search(words: string, options?: SearchOptions): Promise<readonly NodeValue[]>;
  /** The engine's plan of a query, as text; the query is checked like one that runs. */
  explain(cypher: string, parameters?: Parameters): Promise<string>;
  statistics(): Promise<StoreStatistics>;
  schema(): Promise<StoreSchema>;
  close(): Promise<void>;
}
