import { UndirectedGraph } from "graphology";
import forceAtlas2, { type ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import type { LayoutRequest, LayoutStep } from "./layout-messages.ts";

/*
 * The layout, refined off the page's thread. A module worker of our own: the one packaged with the layout is made from
 * a Blob, which a strict content policy forbids.
 */

interface Spot {
  x: number;
  y: number;
  size: number;
}

/** Steps after which it stops by itself. */
const LAST_STEP = 400;
/** Time one step may take before it is made smaller. */
const STEP_MS = 30;

let graph = new UndirectedGraph<Spot>();
let settings: ForceAtlas2Settings = {};
let iterations = 4;
let step = 0;
let reach = 1;

function start(places: Float32Array, sizes: Float32Array, lines: Uint32Array): void {
  graph = new UndirectedGraph<Spot>();
  sizes.forEach((size, at) => graph.addNode(at, { x: places[at * 2] ?? 0, y: places[at * 2 + 1] ?? 0, size }));
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const source = lines[at];
    const target = lines[at + 1];
    if (source !== target && !graph.hasEdge(source, target)) graph.addEdge(source, target);
  }
  settings = {
    linLogMode: true,
    gravity: 0.35,
    scalingRatio: 2,
    slowDown: 1 + Math.log(Math.max(2, graph.order)),
    barnesHutOptimize: graph.order > 400,
    barnesHutTheta: 0.8,
  };
  iterations = 4;
  step = 0;
  reach = reachOf(graph);
}

/** Mean distance from the middle; the picture is kept at the size it had, whatever the forces would make of it. */
function reachOf(picture: UndirectedGraph<Spot>): number {
  const squares = picture.reduceNodes((sum, _, { x, y }) => sum + x * x + y * y, 0);
  return Math.sqrt(squares / Math.max(1, picture.order)) || 1;
}

function next(): LayoutStep {
  const began = performance.now();
  step += 1;
  const settled = step >= LAST_STEP;
  forceAtlas2.assign(graph, { iterations, settings });
  const scale = reach / reachOf(graph);
  if (settled) {
    graph.updateEachNodeAttributes((_, node) => ({ ...node, x: node.x * scale, y: node.y * scale }));
    noverlap.assign(graph, { maxIterations: 60, settings: { margin: 3, ratio: 1 } });
  }
  const took = performance.now() - began;
  if (took > STEP_MS * 1.5) iterations = Math.max(1, iterations - 1);
  else if (took < STEP_MS / 2) iterations = Math.min(12, iterations + 1);
  const places = new Float32Array(graph.order * 2);
  let at = 0;
  graph.forEachNode((_, { x, y }) => {
    places[at] = settled ? x : x * scale;
    places[at + 1] = settled ? y : y * scale;
    at += 2;
  });
  return { places, settled };
}

addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  if (data.kind === "start") start(data.places, data.sizes, data.lines);
  if (data.kind === "stop") return;
  const answer = next();
  postMessage(answer, { transfer: [answer.places.buffer] });
});
