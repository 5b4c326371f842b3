import type { EdgeType, GraphData } from "../model/graph-data.ts";

const OWNING: ReadonlySet<EdgeType> = new Set(["HAS_CLAUSE", "STATES", "SETS"]);

/**
 * Owners 所属文件: for each clause, task and target the id of the document whose text it stands in, followed upwards
 * through HAS_CLAUSE, STATES and SETS. Nodes that belong to no document (agencies, leaders …) are absent.
 */
export function documentOwners(graph: GraphData): ReadonlyMap<string, string> {
  const labels = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const parents = new Map<string, string>();
  for (const edge of graph.edges) {
    if (OWNING.has(edge.type) && !parents.has(edge.target)) parents.set(edge.target, edge.source);
  }
  const owners = new Map<string, string>();
  for (const id of parents.keys()) {
    const chain: string[] = [];
    const passed = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && labels.get(at) !== "Document" && !owners.has(at) && !passed.has(at)) {
      passed.add(at);
      chain.push(at);
      at = parents.get(at);
    }
    const owner = at === undefined ? undefined : labels.get(at) === "Document" ? at : owners.get(at);
    if (owner === undefined) continue;
    for (const link of chain) owners.set(link, owner);
  }
  return owners;
}
