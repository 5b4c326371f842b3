import { UndirectedGraph } from "graphology";
import { forceAtlas2 } from "./packaged-layouts.ts";
import type { DrawnGraph } from "./drawn-graph.ts";
import { firstPlaces } from "./first-places.ts";
import { type Picture, spread } from "./spread.ts";

export interface SettledNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The radius kept free around a node; the viewer draws by degree too. */
const radiusOf = (degree: number): number => 4 + 1.6 * Math.sqrt(degree);

/** Steps of ForceAtlas2 that a graph of this size is worth; keeps 10,000 nodes within seconds. */
const stepsFor = (order: number): number => Math.round(Math.min(700, Math.max(45, 420_000 / order)));

/** Arranges one component: ForceAtlas2 from deterministic first places, then noverlap. Pure. */
export function settle(graph: DrawnGraph, component: readonly number[]): readonly SettledNode[] {
  const nodes = component.flatMap((place) => graph.nodes[place] ?? []);
  const local = new Map(component.map((place, index) => [place, index]));
  const neighbours = nodes.map((): number[] => []);
  const links = graph.links.flatMap(({ source, target, weight }) => {
    const from = local.get(source);
    const to = local.get(target);
    if (from === undefined || to === undefined) return [];
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
    return [{ from, to, weight }];
  });
  const places = firstPlaces(nodes, neighbours);
  const picture: Picture = new UndirectedGraph();
  nodes.forEach((node, index) => {
    const { x = 0, y = 0 } = places[index] ?? {};
    picture.addNode(node.id, { x, y, size: radiusOf(node.degree) });
  });
  for (const { from, to, weight } of links) {
    const source = nodes[from];
    const target = nodes[to];
    if (source !== undefined && target !== undefined) picture.addEdge(source.id, target.id, { weight });
  }
  const order = nodes.length;
  if (order > 2) {
    forceAtlas2.assign(picture, {
      iterations: stepsFor(order),
      settings: {
        linLogMode: true,
        edgeWeightInfluence: 1,
        gravity: 0.35,
        scalingRatio: 2,
        slowDown: 1 + Math.log(order),
        barnesHutOptimize: order > 400,
        barnesHutTheta: order > 4000 ? 1 : 0.6,
      },
    });
  }
  spread(picture);
  return picture.mapNodes((id, { x, y, size }) => ({ id, x, y, radius: size }));
}
