import type { GraphData } from "../model/graph-data.ts";
import type { Ontology } from "../schema/ontology.ts";
import { toCypherScript } from "./cypher-script.ts";
import type { Positions } from "./drawn.ts";
import { toGexf } from "./gexf.ts";
import { toGraphml } from "./graphml.ts";
import { toJson } from "./json.ts";
import { toJsonl } from "./jsonl.ts";
import { type ExportFile, toNeo4jCsv } from "./neo4j-csv.ts";

export { type ExportFile, IMPORT_COMMAND } from "./neo4j-csv.ts";

/** The formats of the graph's export, with the ending of their file; `csv` is a folder of files. */
export const EXPORT_FORMATS = {
  json: ".json",
  jsonl: ".jsonl",
  gexf: ".gexf",
  graphml: ".graphml",
  cypher: ".cypher",
  csv: "",
} as const;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/**
 * The files of an export 导出, with labels, types, weights and positions; one in every format but `csv`, where each label and
 * edge type has its own.
 */
export function exportGraph(
  format: ExportFormat,
  graph: GraphData,
  { positions, ontology }: { readonly positions: Positions; readonly ontology: Ontology },
): ExportFile[] {
  const single = (lines: Iterable<string>): ExportFile[] => [{ name: `graph${EXPORT_FORMATS[format]}`, lines }];
  switch (format) {
    case "json":
      return single([toJson(graph, positions)]);
    case "jsonl":
      return single(toJsonl(graph, positions));
    case "gexf":
      return single(toGexf(graph, positions));
    case "graphml":
      return single(toGraphml(graph, positions));
    case "cypher":
      return single(toCypherScript(graph, ontology, positions));
    default:
      return toNeo4jCsv(graph, ontology, positions);
  }
}
