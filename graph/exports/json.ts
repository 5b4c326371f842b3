import type { EdgeData, GraphData, NodeData, Properties, PropertyValue } from "../model/graph-data.ts";
import { CeyuanError } from "../model/errors.ts";
import type { Positions } from "./drawn.ts";

/** By UTF-16 code units: the same order on every machine and locale. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const sortedProperties = (properties: Properties): Properties => {
  const sorted: Record<string, PropertyValue> = Object.create(null) as Record<string, PropertyValue>;
  for (const key of Object.keys(properties).sort()) {
    const value = properties[key];
    if (value !== undefined) sorted[key] = value;
  }
  return sorted;
};

export const canonicalNode = ({ id, label, properties }: NodeData): NodeData => ({
  id,
  label,
  properties: sortedProperties(properties),
});

export const canonicalEdge = ({ id, type, source, target, properties }: EdgeData): EdgeData => ({
  id,
  type,
  source,
  target,
  properties: sortedProperties(properties),
});

const block = (name: string, lines: readonly string[]): string =>
  lines.length === 0 ? `"${name}": []` : `"${name}": [\n${lines.join(",\n")}\n]`;

const places = (nodes: readonly NodeData[], positions: Positions): string => {
  const lines = nodes.flatMap(({ id }) => {
    const place = positions[id];
    return place === undefined ? [] : [`${JSON.stringify(id)}: ${JSON.stringify(place)}`];
  });
  return lines.length === 0 ? "" : `,\n"positions": {\n${lines.join(",\n")}\n}`;
};

/**
 * JSON export JSON 导出: canonical, so that the same graph is always the same bytes: nodes and edges by id, property keys
 * sorted, one node or edge a line, a line feed at the end. Where nodes are drawn stands, if it is given, in `positions`; what
 * an edge weighs is its confidence or score.
 */
export function toJson(graph: GraphData, positions: Positions = {}): string {
  const sorted = [...graph.nodes].sort(byId);
  const nodes = sorted.map((node) => JSON.stringify(canonicalNode(node)));
  const edges = [...graph.edges].sort(byId).map((edge) => JSON.stringify(canonicalEdge(edge)));
  return `{\n${block("nodes", nodes)},\n${block("edges", edges)}${places(sorted, positions)}\n}\n`;
}

/** Reads what `toJson` wrote. Throws `CeyuanError` (`graph-json-invalid`) where it is no graph. */
export function fromJson(text: string): GraphData {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new CeyuanError("graph-json-invalid", `不是有效的 JSON (not valid JSON): ${(cause as Error).message}`, {
      cause,
    });
  }
  const { nodes, edges } = (data ?? {}) as { nodes?: unknown; edges?: unknown };
  if (!Array.isArray(nodes) || !Array.isArray(edges)) {
    throw new CeyuanError("graph-json-invalid", "缺少 nodes 或 edges (nodes or edges is missing)");
  }
  return { nodes: nodes as NodeData[], edges: edges as EdgeData[] };
}
