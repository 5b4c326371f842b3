import type { EdgeType, GraphData, NodeLabel } from "../model/graph-data.ts";
import { documentOwners } from "./owners.ts";

/** What the viewer draws without being asked; clauses and targets are folded into their document or task. */
const DRAWN: ReadonlySet<NodeLabel> = new Set(["Agency", "Task", "Leader", "Article", "Document"]);

/** How strongly an edge pulls its ends together; structure pulls more than mention. */
const PULL: Readonly<Record<EdgeType, number>> = {
  HAS_CLAUSE: 0,
  STATES: 0.55,
  LEADS: 1,
  RESPONSIBLE_FOR: 0.8,
  PARTICIPATES_IN: 0.5,
  OVERSEES: 0.5,
  DERIVES_FROM: 0.8,
  CITES: 0.3,
  PART_OF: 0.5,
  ISSUED: 0.6,
  ADDRESSED_TO: 0.4,
  SIGNED: 0.6,
  SERVES_IN: 0.5,
  SETS: 0.5,
  ALIGNS_WITH: 0.2,
  SUCCEEDED_BY: 1,
};

export interface DrawnNode {
  readonly id: string;
  readonly label: NodeLabel;
  /** The document that states a task, or that an article is part of. */
  readonly home: string | undefined;
  readonly degree: number;
}

/** A link between two drawn nodes, as positions in `nodes`. */
export interface DrawnLink {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** DrawnGraph 绘图子图: the nodes and links that the layout arranges. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly DrawnLink[];
}

/** The graph as drawn: an edge at a hidden clause or target holds at the document instead; parallel edges add up. */
export function drawnGraph(graph: GraphData): DrawnGraph {
  const owners = documentOwners(graph);
  const drawn = graph.nodes.filter((node) => DRAWN.has(node.label)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const places = new Map(drawn.map((node, place) => [node.id, place]));
  const placeOf = (id: string): number | undefined => places.get(id) ?? places.get(owners.get(id) ?? "");

  const homes = new Map<string, string>();
  const links = new Map<string, { source: number; target: number; weight: number }>();
  const degrees = drawn.map(() => 0);
  for (const edge of graph.edges.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (edge.type === "PART_OF" && edge.source.startsWith("article/")) homes.set(edge.source, edge.target);
    const source = placeOf(edge.source);
    const target = placeOf(edge.target);
    if (source === undefined || target === undefined || source === target || PULL[edge.type] === 0) continue;
    const key = source < target ? `${source}-${target}` : `${target}-${source}`;
    const link = links.get(key);
    if (link === undefined) {
      links.set(key, { source, target, weight: PULL[edge.type] });
      degrees[source] = (degrees[source] ?? 0) + 1;
      degrees[target] = (degrees[target] ?? 0) + 1;
    } else link.weight = Math.min(link.weight + PULL[edge.type] / 2, 2);
  }
  const nodes = drawn.map((node, place) => ({
    id: node.id,
    label: node.label,
    home: homes.get(node.id) ?? owners.get(node.id),
    degree: degrees[place] ?? 0,
  }));
  return { nodes, links: [...links.values()] };
}
