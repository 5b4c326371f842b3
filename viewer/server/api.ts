import type { SavedQuery } from "../../queries/catalog.ts";
import type { Cell } from "../../queries/results/readable.ts";
import type { EdgeData, EdgeType, NodeData, NodeLabel, Properties } from "../../graph/model/graph-data.ts";

/*
 * What the page is sent. Types only: the page imports them, and a page saved as a file carries the same shapes as JSON.
 */

/** What became of the files of a build, and what was odd about them. `GET /api/report` */
export type { BuildReport } from "../../graph/stores/workspace/manifest.ts";

/** A node without its long texts. */
export interface NetworkNode {
  readonly id: string;
  readonly label: NodeLabel;
  readonly properties: Properties;
}

/** An edge by the places of its type and ends in the lists beside it; the last number is 1 where it is inferred. */
export type NetworkEdge = readonly [type: number, source: number, target: number, inferred: 0 | 1];

/** Network 网络: all nodes and edges, light enough to be sent at once. `GET /api/graph` */
export interface NetworkPayload {
  readonly build: string;
  readonly nodes: readonly NetworkNode[];
  /** Place of the document that a clause, task or target stands in, else −1; parallel to `nodes`. */
  readonly owners: readonly number[];
  readonly positions: readonly (readonly [number, number])[];
  readonly edgeTypes: readonly EdgeType[];
  readonly edges: readonly NetworkEdge[];
}

/** One node whole, with all its edges and their evidence. `GET /api/node?id=` */
export interface NodePayload {
  readonly node: NodeData;
  readonly edges: readonly EdgeData[];
}

/** A clause as the text view needs it; offsets of the source text. */
export interface ClausePlace {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  readonly marker: string;
  readonly heading: string;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
}

/** Where the words that prove an edge stand in a document. */
export interface Mark {
  readonly edge: string;
  readonly type: EdgeType;
  readonly source: string;
  readonly target: string;
  readonly from: number;
  readonly to: number;
}

/** A document's original text with what was read from it. `GET /api/document?id=` */
export interface DocumentPayload {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
  readonly clauses: readonly ClausePlace[];
  readonly marks: readonly Mark[];
}

/** A query of the library as the page needs it. */
export type CatalogQuery = Omit<SavedQuery, "file" | "expect">;

/** The library of saved queries. `GET /api/queries` */
export interface CatalogPayload {
  readonly queries: readonly CatalogQuery[];
}

/** One entry of a menu. `GET /api/choices?query=&parameter=` answers with a list of them. */
export type { Choice } from "../../queries/pickers.ts";

/** What is to be run: a saved query by its name, or a statement. `POST /api/query`, `POST /api/download?format=` */
export interface QueryRequest {
  readonly query?: string;
  readonly cypher?: string;
  /** What stands in the fields of the form. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly language: "zh" | "en";
}

export type DownloadFormat = "xlsx" | "csv" | "json";

/** A result in the reader's language. */
export interface QueryPayload {
  readonly columns: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Cells that hold nodes: row, column and the node's id. */
  readonly nodes: readonly (readonly [row: number, column: number, id: string])[];
  readonly truncated: boolean;
  readonly warnings: readonly string[];
}

/** The error body of every failed request. */
export interface ErrorPayload {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}
