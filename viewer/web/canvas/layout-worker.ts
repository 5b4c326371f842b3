import { UndirectedGraph } from "graphology";
import forceAtlas2, { type ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import type { LayoutRequest, LayoutStep } from "./layout-messages.ts";

/*
 * The layout, refined off the page's thread. A module worker of our own: the one packaged with the layout is made from
 * a Blob, which a strict content policy forbids. Each connected component settles for itself, around its own middle and
 * at the size it had, so that the picture stays the picture.
 */

interface Spot {
  x: number;
  y: number;
  size: number;
}

interface Part {
  /** Around the origin, at the size that the forces give it. */
  readonly graph: UndirectedGraph<Spot, { weight: number }>;
  /** The same nodes as the page shows them. */
  readonly shown: UndirectedGraph<Spot>;
  readonly settings: ForceAtlas2Settings;
  readonly x: number;
  readonly y: number;
  /** Mean distance of its nodes from its middle. */
  readonly reach: number;
}

/** Steps after which it stops by itself. */
const LAST_STEP = 300;
/** Milliseconds that one step may take. */
const BUDGET = 30;

let parts: Part[] = [];
let places = new Float32Array();
let iterations = 3;
let step = 0;

function start(request: LayoutRequest & { kind: "start" }): void {
  const { sizes, lines, weights } = request;
  places = Float32Array.from(request.places);
  const whole = new UndirectedGraph<Spot, { weight: number }>();
  sizes.forEach((size, at) => whole.addNode(at, { x: places[at * 2] ?? 0, y: places[at * 2 + 1] ?? 0, size }));
  weights.forEach((weight, at) => {
    const source = lines[at * 2];
    const target = lines[at * 2 + 1];
    if (source === target) return;
    const known = whole.edge(source, target);
    if (known === undefined) whole.addEdge(source, target, { weight });
    else whole.updateEdgeAttribute(known, "weight", (sum) => Math.min(2, (sum ?? 0) + weight / 2));
  });
  parts = componentsOf(whole)
    .filter((members) => members.length > 2)
    .map((members) => partOf(whole, members));
  iterations = 3;
  step = 0;
}

function componentsOf(graph: UndirectedGraph<Spot, { weight: number }>): string[][] {
  const seen = new Set<string>();
  return graph.nodes().flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const members = [first];
    for (const member of members) {
      graph.forEachNeighbor(member, (other) => {
        if (seen.has(other)) return;
        seen.add(other);
        members.push(other);
      });
    }
    return [members];
  });
}

function partOf(whole: UndirectedGraph<Spot, { weight: number }>, members: readonly string[]): Part {
  const graph = new UndirectedGraph<Spot, { weight: number }>();
  for (const id of members) graph.addNode(id, { ...whole.getNodeAttributes(id) });
  for (const id of members) {
    whole.forEachEdge(id, (_, { weight }, source, target) => {
      if (source === id) graph.addEdge(source, target, { weight });
    });
  }
  const { x, y, reach } = measure(graph);
  const shown = new UndirectedGraph<Spot>();
  graph.forEachNode((id, node) => shown.addNode(id, { ...node }));
  graph.updateEachNodeAttributes((_, node) => ({ ...node, x: node.x - x, y: node.y - y }));
  return {
    graph,
    shown,
    x,
    y,
    reach,
    settings: {
      linLogMode: true,
      edgeWeightInfluence: 1,
      gravity: 0.35,
      scalingRatio: 2,
      slowDown: 1 + Math.log(graph.order),
      barnesHutOptimize: graph.order > 400,
      barnesHutTheta: 0.8,
    },
  };
}

function measure(graph: UndirectedGraph<Spot>): { x: number; y: number; reach: number } {
  const { order } = graph;
  const x = graph.reduceNodes((sum, _, node) => sum + node.x, 0) / order;
  const y = graph.reduceNodes((sum, _, node) => sum + node.y, 0) / order;
  const squares = graph.reduceNodes((sum, _, node) => sum + (node.x - x) ** 2 + (node.y - y) ** 2, 0);
  return { x, y, reach: Math.sqrt(squares / order) || 1 };
}

/** One step of the forces, shown at the place and size that the part had; marks are pushed apart only as shown. */
function advance({ graph, shown, settings, x, y, reach }: Part, last: boolean): void {
  forceAtlas2.assign(graph, { iterations, settings });
  const now = measure(graph);
  const scale = reach / now.reach;
  graph.forEachNode((id, node) => {
    shown.mergeNodeAttributes(id, { x: x + (node.x - now.x) * scale, y: y + (node.y - now.y) * scale });
  });
  const turns = last ? 100 : graph.order > 600 ? 2 : 12;
  noverlap.assign(shown, { maxIterations: turns, settings: { margin: 5, ratio: 1 } });
  shown.forEachNode((id, node) => {
    places[Number(id) * 2] = node.x;
    places[Number(id) * 2 + 1] = node.y;
  });
}

function next(): LayoutStep {
  const began = performance.now();
  step += 1;
  const settled = step >= LAST_STEP;
  for (const part of parts) advance(part, settled);
  const took = performance.now() - began;
  if (took > BUDGET * 1.5) iterations = Math.max(1, iterations - 1);
  else if (took < BUDGET / 2) iterations = Math.min(10, iterations + 1);
  return { places: places.slice(), settled };
}

addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  if (data.kind === "start") start(data);
  const answer = next();
  postMessage(answer, { transfer: [answer.places.buffer] });
});
