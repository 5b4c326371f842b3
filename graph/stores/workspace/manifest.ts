import { z } from "zod";
import type { DocumentDiagnostic } from "../../model/diagnostic.ts";
import type { GraphData } from "../../model/graph-data.ts";

/** Raised when an older ceyuan could no longer read what this one writes. */
export const STORE_VERSION = 1;

export const BUILD_ID = /^[0-9a-f]{12}$/u;
export const SHA256 = /^[0-9a-f]{64}$/u;

const count = z.int().nonnegative();
const fileEntry = z.object({ bytes: count, sha256: z.string().regex(SHA256) });

/** Manifest 清单: what one build holds and was made from; written last, so a build that has one is whole. */
export const manifestSchema = z.object({
  version: z.literal(STORE_VERSION),
  build: z.string().regex(BUILD_ID),
  engine: z.string(),
  inputs: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** Of everything that decides the graph (documents, knowledge, corrections, version); the caller computes it. */
  fingerprint: z.string(),
  counts: z.object({
    documents: count,
    tasks: count,
    agencies: count,
    nodes: count,
    edges: count,
    nodesByLabel: z.record(z.string(), count),
    edgesByType: z.record(z.string(), count),
  }),
  files: z.object({ graph: fileEntry, database: fileEntry }),
});

export type Manifest = z.output<typeof manifestSchema>;

/** What became of one input file. */
export interface DocumentReport {
  readonly file: string;
  readonly sha256?: string;
  /** Id of the document in the graph. */
  readonly document?: string;
  /** Why nothing was read, where nothing was. */
  readonly skipped?: string;
  readonly counts?: Readonly<Record<string, number>>;
}

export interface BuildReport {
  readonly documents: readonly DocumentReport[];
  readonly diagnostics: readonly DocumentDiagnostic[];
}

export type Layout = Readonly<Record<string, readonly [number, number]>>;

const countBy = (names: Iterable<string>): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
};

export function countsOf(graph: GraphData): Manifest["counts"] {
  const nodesByLabel = countBy(graph.nodes.map(({ label }) => label));
  return {
    documents: graph.nodes.filter(({ label, properties }) => label === "Document" && properties["ingested"] === true)
      .length,
    tasks: nodesByLabel["Task"] ?? 0,
    agencies: nodesByLabel["Agency"] ?? 0,
    nodes: graph.nodes.length,
    edges: graph.edges.length,
    nodesByLabel,
    edgesByType: countBy(graph.edges.map(({ type }) => type)),
  };
}
