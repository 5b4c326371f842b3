import { documentOwners } from "../../graph/layout/owners.ts";
import type { GraphData, Properties } from "../../graph/model/graph-data.ts";
import type { NetworkPayload } from "./api.ts";

/** Properties that are shown only when a node is opened. */
const LONG: ReadonlySet<string> = new Set(["text", "sha256", "to"]);

/** The whole graph without its long texts, edges by place. */
export function networkPayload(
  build: string,
  graph: GraphData,
  layout: Readonly<Record<string, readonly [number, number]>>,
): NetworkPayload {
  const places = new Map(graph.nodes.map((node, place) => [node.id, place]));
  const owners = documentOwners(graph);
  const edgeTypes = [...new Set(graph.edges.map((edge) => edge.type))].toSorted();
  return {
    build,
    nodes: graph.nodes.map(({ id, label, properties }) => ({ id, label, properties: short(properties) })),
    owners: graph.nodes.map(({ id }) => places.get(owners.get(id) ?? "") ?? -1),
    positions: graph.nodes.map(({ id }) => layout[id] ?? [0, 0]),
    edgeTypes,
    edges: graph.edges.flatMap((edge) => {
      const source = places.get(edge.source);
      const target = places.get(edge.target);
      if (source === undefined || target === undefined) return [];
      return [[edgeTypes.indexOf(edge.type), source, target, edge.properties["inferred"] === true ? 1 : 0] as const];
    }),
  };
}

const short = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !LONG.has(name)));
