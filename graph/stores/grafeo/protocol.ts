import type { GraphData, Properties } from "../../model/graph-data.ts";
import type { Search } from "../search-rank.ts";
import type { Parameters, StoreSchema, StoreStatistics, WriteSummary } from "../store.ts";
import type { NodeValue, Value } from "../value.ts";
import type { Refusal } from "./plan-gate.ts";

/** What the engine's process is asked to do; each request is answered once. */
export type Request =
  | { readonly op: "open"; readonly file: string }
  | {
      readonly op: "query";
      readonly cypher: string;
      readonly parameters: Parameters;
      readonly rowCap: number;
      readonly byteCap: number;
    }
  | { readonly op: "explain"; readonly cypher: string; readonly parameters: Parameters }
  | { readonly op: "statistics" }
  | { readonly op: "schema" }
  | { readonly op: "search"; readonly search: Search }
  | { readonly op: "begin" }
  | {
      readonly op: "nodes";
      readonly label: string;
      readonly ids: readonly string[];
      readonly rows: readonly Properties[];
    }
  | {
      readonly op: "edges";
      readonly rows: readonly {
        readonly type: string;
        readonly source: string;
        readonly target: string;
        readonly properties: Properties;
      }[];
    }
  | { readonly op: "save"; readonly file: string; readonly labels: readonly string[] }
  /** Opens a copy of a snapshot for writing. */
  | { readonly op: "edit"; readonly file: string }
  | { readonly op: "upsert"; readonly part: GraphData; readonly dryRun: boolean }
  | { readonly op: "remove"; readonly document: string; readonly dryRun: boolean }
  | { readonly op: "finish"; readonly file: string };

export interface RawResult {
  readonly columns: string[];
  readonly rows: Value[][];
  readonly truncated: boolean;
}

export interface Answers {
  readonly open: { readonly nodes: number; readonly edges: number };
  readonly query: RawResult;
  readonly explain: string;
  readonly statistics: StoreStatistics;
  readonly schema: StoreSchema;
  readonly search: readonly NodeValue[];
  readonly begin: null;
  readonly nodes: null;
  readonly edges: null;
  readonly save: { readonly nodes: number; readonly edges: number };
  readonly edit: null;
  readonly upsert: WriteSummary;
  readonly remove: WriteSummary;
  readonly finish: { readonly nodes: number; readonly edges: number };
}

/** An error of the engine, as it crosses the process boundary. */
export interface EngineFault {
  readonly message: string;
  /** GQLSTATUS, where the engine gave one. */
  readonly status?: string | undefined;
  readonly refusal?: Refusal | undefined;
  /** What is said to the user, where that is known already. */
  readonly said?: { readonly code: string; readonly message: string; readonly hint?: string | undefined } | undefined;
  /** True where the process gave up because the query used too much memory. */
  readonly memory?: boolean | undefined;
}

export type ToEngine = { readonly id: number; readonly request: Request };
export type FromEngine =
  | { readonly kind: "ready"; readonly version: string }
  | { readonly kind: "unavailable"; readonly fault: EngineFault }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "fault"; readonly id: number; readonly fault: EngineFault };
