/**
 * Growth of the embedded store: load, open and a point query at growing sizes, each size in a process of its own.
 * `npx tsx bench/growth.ts [nodes …, 10000 100000 300000 1000000]`
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { freemem, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { GrafeoStore } from "../graph/stores/grafeo/grafeo-store.ts";
import { grownGraph } from "./grown-graph.ts";

const ONE = "--one";
const WITHIN = 15 * 60_000;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const shown = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`;

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ceyuan-growth-"));
  try {
    const graph = grownGraph(size);
    const items = graph.nodes.length + graph.edges.length;
    const file = join(folder, "graph.grafeo");
    const phases: Record<string, number> = {};
    const store = GrafeoStore.at(file);
    const started = performance.now();
    const load = await timed(() =>
      store.load(graph, { onProgress: ({ phase }) => void (phases[phase] = performance.now() - started) }),
    );
    await store.close();
    let reader: GrafeoStore | undefined;
    const open = await timed(async () => (reader = await GrafeoStore.open(file)));
    const point = "MATCH (t:Task {id: $id})<-[:LEADS]-(a:Agency) RETURN a.name AS name";
    const first = await timed(() => reader?.query(point, { id: "task/1" }) ?? Promise.resolve());
    const again = await timed(() => reader?.query(point, { id: "task/7" }) ?? Promise.resolve());
    await reader?.close();
    const rate = (load * 1000) / items;
    console.log(
      [
        `${graph.nodes.length} nodes, ${graph.edges.length} edges: load ${shown(load)} (${rate.toFixed(1)} µs a node or edge;`,
        `nodes until ${shown(phases["nodes"] ?? 0)}, edges until ${shown(phases["edges"] ?? 0)}),`,
        `open ${shown(open)}, point query ${shown(first)} then ${shown(again)},`,
        `file ${(statSync(file).size / 2 ** 20).toFixed(0)} MB, this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
      ].join(" "),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const given = process.argv.slice(2);
if (given[0] === ONE) await measure(Number(given[1]));
else {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const heap = Math.floor((totalmem() / 2 ** 20) * 0.5);
  for (const size of given.length > 0 ? given : ["10000", "100000", "300000", "1000000"]) {
    console.log(`${(freemem() / 2 ** 30).toFixed(1)} GB free`);
    const argv = [`--max-old-space-size=${heap}`, "--import", tsx, fileURLToPath(import.meta.url), ONE, size];
    const { status, signal } = spawnSync(process.execPath, argv, { stdio: "inherit", timeout: WITHIN });
    if (status !== 0) console.log(`${size} nodes: ended with ${signal ?? String(status)}`);
  }
}
