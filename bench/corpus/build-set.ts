import { toJson } from "../../graph/exports/json.ts";
import type { GraphData } from "../../graph/model/graph-data.ts";
import type { Knowledge } from "../../ingest/knowledge/knowledge.ts";
import { buildGraph, readDocument } from "../../ingest/pipeline/index.ts";
import { readSources } from "../../ingest/read/index.ts";

/** The graph of a folder, read as `ceyuan build` reads it. */
export async function buildSet(docs: string, knowledge: Knowledge): Promise<{ graph: GraphData; json: string }> {
  const { sources } = await readSources([docs]);
  const { graph } = buildGraph(
    sources.map((source) => readDocument(source, knowledge)),
    knowledge,
  );
  return { graph, json: toJson(graph) };
}
