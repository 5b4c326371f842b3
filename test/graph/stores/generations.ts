import type { EdgeData, GraphData, NodeData } from "../../../graph/model/graph-data.ts";
import type { Neo4jAddress } from "../../../graph/stores/neo4j/connection.ts";

export const SIZE = { nodes: 400, edges: 900 } as const;

/** A graph in which everything says which generation it is of. */
export function generationGraph(generation: number): GraphData {
  const nodes = Array.from({ length: SIZE.nodes }, (_, index): NodeData => {
    const [label, id] = index % 4 === 0 ? (["Agency", "agency"] as const) : (["Task", "task"] as const);
    return { id: `${id}/${index}`, label, properties: { name: `第${index}个`, generation } };
  });
  const agencies = nodes.filter(({ label }) => label === "Agency");
  const tasks = nodes.filter(({ label }) => label === "Task");
  const edges = Array.from({ length: SIZE.edges }, (_, index): EdgeData => {
    const source = agencies[index % agencies.length]?.id ?? "";
    const target = tasks[(index * 7) % tasks.length]?.id ?? "";
    const type = index % 3 === 0 ? "LEADS" : "PARTICIPATES_IN";
    return {
      id: `${type}|${source}|${target}~${index}`,
      type,
      source,
      target,
      properties: { generation, rank: index },
    };
  });
  return { nodes, edges };
}

/** What `push-process.ts` is told. */
export interface PushTask {
  readonly address: Neo4jAddress;
  readonly name: string;
  readonly generation: number;
  readonly limits: { readonly batch: number; readonly changes: number };
}
