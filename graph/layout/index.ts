import type { GraphData } from "../model/graph-data.ts";
import { attachHidden } from "./attach.ts";
import { connectedComponents } from "./components.ts";
import { drawnGraph } from "./drawn-graph.ts";
import { pack } from "./pack.ts";
import { settle } from "./settle.ts";

/** Layout 布局: where each node of a graph stands in the picture, y upwards. */
export type Layout = Record<string, [number, number]>;

/**
 * Arranges a graph for drawing: each connected component by ForceAtlas2 and noverlap, the components packed side by
 * side, clauses and targets beside what they belong to. Pure: the same graph gives the same positions.
 */
export function computeLayout(graph: GraphData): Layout {
  const drawn = drawnGraph(graph);
  const components = connectedComponents(drawn).map((component) => settle(drawn, component));
  const positions = attachHidden(graph, pack(components));
  const layout: Layout = {};
  for (const { id } of graph.nodes) {
    const [x, y] = positions.get(id) ?? [0, 0];
    layout[id] = [round(x), round(y)];
  }
  return layout;
}

/** Two decimals; never −0, which JSON would lose. */
const round = (value: number): number => Math.round(value * 100) / 100 + 0;
