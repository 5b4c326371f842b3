import type { LayoutRequest, LayoutStep } from "./layout-messages.ts";
import { LINES } from "./palette.ts";
import type { Scene } from "./scene.ts";

/** A running layout; `stop` keeps what was reached. */
export interface LayoutRun {
  stop(): void;
}

/**
 * Refines the places of a scene in a worker, a step a frame, until it settles or is stopped. `unit` is what a pixel of
 * the fitted picture measures in the scene.
 */
export function runLayout(scene: Scene, unit: number, onSettled: () => void): LayoutRun {
  const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  const ids = scene.nodes();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const places = new Float32Array(ids.length * 2);
  const sizes = new Float32Array(ids.length);
  ids.forEach((id, index) => {
    const { x, y, size } = scene.getNodeAttributes(id);
    places[index * 2] = x;
    places[index * 2 + 1] = y;
    sizes[index] = size * unit;
  });
  const lines = new Uint32Array(scene.size * 2);
  const weights = new Float32Array(scene.size);
  let at = 0;
  scene.forEachEdge((_, { line }, source, target) => {
    lines[at * 2] = indexes.get(source) ?? 0;
    lines[at * 2 + 1] = indexes.get(target) ?? 0;
    weights[at] = LINES[line.type].opacity;
    at += 1;
  });
  let running = true;
  const send = (request: LayoutRequest): void => worker.postMessage(request, []);
  const stop = (): void => {
    running = false;
    worker.terminate();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<LayoutStep>) => {
    if (!running) return;
    scene.updateEachNodeAttributes(
      (id, node) => {
        const index = indexes.get(id) ?? 0;
        node.x = data.places[index * 2] ?? node.x;
        node.y = data.places[index * 2 + 1] ?? node.y;
        return node;
      },
      { attributes: ["x", "y"] },
    );
    if (data.settled) {
      stop();
      onSettled();
    } else requestAnimationFrame(() => running && send({ kind: "next" }));
  });
  worker.addEventListener("error", () => {
    stop();
    onSettled();
  });
  send({ kind: "start", places, sizes, lines, weights });
  return { stop };
}
