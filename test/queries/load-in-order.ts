import grafeo from "@grafeo-db/js";
import type { GraphData } from "../../graph/model/graph-data.ts";

/** Writes a graph to a database file in the order in which it is given; the store's own load sorts first. */
export async function loadInOrder(graph: GraphData, file: string): Promise<void> {
  const db = grafeo.GrafeoDB.create();
  const internal = new Map<string, number>();
  for (const { id, label, properties } of graph.nodes) {
    const [key] = await db.batchCreateNodesWithProps(label, [{ id, ...properties }]);
    internal.set(id, key as number);
  }
  await db.batchCreateEdges(
    graph.edges.map(({ id, type, source, target, properties }) => ({
      type,
      src: internal.get(source) as number,
      dst: internal.get(target) as number,
      properties: { id, ...properties },
    })),
  );
  db.save(file);
  db.close();
}
