import { assemble, toGraphData } from "../../graph/assemble/index.ts";
import type { DocumentDiagnostic } from "../../graph/model/diagnostic.ts";
import type { GraphData } from "../../graph/model/graph-data.ts";
import type { DocumentReading } from "../../graph/model/reading.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { resolveCorpus } from "../resolve/index.ts";

export { type Explanation, explainEdge } from "./explain.ts";
export { readDocument } from "./read-document.ts";

/** The graph of a corpus 整库成图: resolve across documents, then assemble. Deterministic in the order of the readings. */
export function buildGraph(
  readings: readonly DocumentReading[],
  knowledge: Knowledge,
): { graph: GraphData; diagnostics: readonly DocumentDiagnostic[] } {
  const { nodes, facts, diagnostics } = resolveCorpus(readings, knowledge);
  return { graph: toGraphData(assemble(nodes, facts)), diagnostics };
}
