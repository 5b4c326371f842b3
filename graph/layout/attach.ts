import type { GraphData } from "../model/graph-data.ts";
import { offsetOf, sunflower } from "./first-places.ts";
import { documentOwners } from "./owners.ts";

/**
 * Attach 附着: places for what is drawn only on demand. A clause that states tasks lies beside them, any other clause
 * in a sunflower around its document; a target lies beside the task or clause that sets it.
 */
export function attachHidden(
  graph: GraphData,
  drawn: ReadonlyMap<string, readonly [number, number]>,
): ReadonlyMap<string, readonly [number, number]> {
  const owners = documentOwners(graph);
  const positions = new Map(drawn);
  const stated = new Map<string, (readonly [number, number])[]>();
  const setBy = new Map<string, string>();
  for (const edge of graph.edges) {
    if (edge.type === "SETS") setBy.set(edge.target, edge.source);
    const at = edge.type === "STATES" ? drawn.get(edge.target) : undefined;
    if (at !== undefined) stated.set(edge.source, [...(stated.get(edge.source) ?? []), at]);
  }
  const counts = new Map<string, number>();
  const hidden = graph.nodes.filter((node) => !positions.has(node.id));
  for (const node of hidden.filter(({ label }) => label === "Clause")) {
    const tasks = stated.get(node.id);
    if (tasks !== undefined) {
      positions.set(node.id, beside(meanOf(tasks), node.id, 14));
      continue;
    }
    const owner = owners.get(node.id) ?? "";
    const count = (counts.get(owner) ?? 0) + 1;
    counts.set(owner, count);
    const centre = drawn.get(owner) ?? [0, 0];
    const around = sunflower(count + 2, 9);
    positions.set(node.id, [centre[0] + around.x, centre[1] + around.y]);
  }
  for (const node of hidden.filter(({ label }) => label !== "Clause")) {
    const centre = positions.get(setBy.get(node.id) ?? "") ?? positions.get(owners.get(node.id) ?? "") ?? [0, 0];
    positions.set(node.id, beside(centre, node.id, 16));
  }
  return positions;
}

const meanOf = (points: readonly (readonly [number, number])[]): readonly [number, number] => [
  points.reduce((sum, point) => sum + point[0], 0) / points.length,
  points.reduce((sum, point) => sum + point[1], 0) / points.length,
];

function beside(centre: readonly [number, number], id: string, distance: number): readonly [number, number] {
  const off = offsetOf(id, distance);
  return [centre[0] + off.x, centre[1] + off.y];
}
