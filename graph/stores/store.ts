import type { GraphData } from "../model/graph-data.ts";
import type { Value } from "./value.ts";

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
 * Store 图数据库: a graph that can be queried in openCypher, whatever engine holds it. `test/graph/stores/contract.ts`
 * is what an implementation must pass.
 *
 * Every refusal is a `CeyuanError`: `query-syntax`, `query-refused` (writes, LOAD CSV, procedures), `query-unreliable` (what
 * the engine is known to answer wrongly, with line, column and what to write instead), `query-timeout`,
 * `query-cancelled`, `query-memory`, `query-failed`, `load-invalid`, `load-cancelled`, `store-closed`, and of opening one:
 * `store-engine-missing`, `store-missing`, `store-damaged`.
 */
export interface Store {
  readonly engine: string;
  /** Replaces what the store holds by `graph`: all of it or, where anything fails, nothing. */
  load(graph: GraphData, options?: LoadOptions): Promise<void>;
  /** Runs a query that only reads; anything else is refused before it runs. */
  query(cypher: string, parameters?: Parameters, options?: QueryOptions): Promise<QueryResult>;
  /** The engine's plan of a query, as text; the query is checked like one that runs. */
  explain(cypher: string, parameters?: Parameters): Promise<string>;
  statistics(): Promise<StoreStatistics>;
  schema(): Promise<StoreSchema>;
  close(): Promise<void>;
}
