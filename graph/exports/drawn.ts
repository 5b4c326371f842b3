import type { GraphData, NodeData } from "../model/graph-data.ts";
import { weightOf } from "./columns.ts";

/** Where nodes are drawn, by id. */
export type Positions = Readonly<Record<string, readonly [x: number, y: number]>>;

/** The types of what `drawn` adds. */
export const DRAWN_NODE = { x: { type: "float" }, y: { type: "float" } } as const;
export const DRAWN_EDGE = { weight: { type: "float" } } as const;

/**
 * Drawn graph 带位置与权重的图, for formats whose nodes and edges have nothing but properties: nodes with their place as `x`
 * and `y`, edges with their `weight`. A property that is already named so stays.
 */
export function drawn({ nodes, edges }: GraphData, positions: Positions): GraphData {
  return {
    nodes: nodes.map((node): NodeData => {
      const place = positions[node.id];
      return place === undefined ? node : { ...node, properties: { x: place[0], y: place[1], ...node.properties } };
    }),
    edges: edges.map((edge) => ({ ...edge, properties: { weight: weightOf(edge), ...edge.properties } })),
  };
}
