import { byId } from "../../exports/json.ts";
import type { EdgeData, GraphData, NodeData } from "../../model/graph-data.ts";
import type { LoadOptions } from "../store.ts";
import type { EngineProcess } from "./engine-process.ts";
import type { Request } from "./protocol.ts";

const CHUNK = 10_000;
/** While the engine inserts one chunk the next is on its way. */
const AHEAD = 2;

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += CHUNK) yield items.slice(at, at + CHUNK);
}

function* nodeRequests(nodes: readonly NodeData[]): Generator<{ request: Request; size: number }> {
  for (const label of new Set(nodes.map((node) => node.label))) {
    const members = nodes.filter((node) => node.label === label);
    for (const chunk of chunks(members)) {
      const request: Request = {
        op: "nodes",
        label,
        ids: chunk.map(({ id }) => id),
        rows: chunk.map(({ properties }) => properties),
      };
      yield { request, size: chunk.length };
    }
  }
}

function* edgeRequests(edges: readonly EdgeData[]): Generator<{ request: Request; size: number }> {
  for (const chunk of chunks(edges)) {
    const rows = chunk.map(({ id, type, source, target, properties }) => ({
      type,
      source,
      target,
      properties: { id, ...properties },
    }));
    yield { request: { op: "edges", rows }, size: chunk.length };
  }
}

async function feed(
  engine: EngineProcess,
  requests: Iterable<{ request: Request; size: number }>,
  onDone: (size: number) => void,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (const { request, size } of requests) {
    if (underWay.length >= AHEAD) await underWay.shift();
    const done = engine.request(request).then(() => onDone(size));
    // Awaited in its turn; until then a failure must not count as unhandled.
    done.catch(() => undefined);
    underWay.push(done);
  }
  for (const done of underWay) await done;
}

/** Fills a new database in the engine's memory and saves it as `file`; returns what a reader of the file counts. */
export async function fill(
  engine: EngineProcess,
  graph: GraphData,
  file: string,
  { onProgress }: LoadOptions,
): Promise<{ nodes: number; edges: number }> {
  await engine.request({ op: "begin" });
  for (const phase of ["nodes", "edges"] as const) {
    const total = graph[phase].length;
    let done = 0;
    const requests =
      phase === "nodes" ? nodeRequests([...graph.nodes].sort(byId)) : edgeRequests([...graph.edges].sort(byId));
    await feed(engine, requests, (size) => {
      done += size;
      onProgress?.({ phase, done, total });
    });
  }
  onProgress?.({ phase: "save", done: 0, total: 1 });
  const labels = [...new Set(graph.nodes.map(({ label }) => label))].sort();
  const counts = await engine.request({ op: "save", file, labels });
  onProgress?.({ phase: "save", done: 1, total: 1 });
  return counts;
}
