/**
 * Times the embedded store: loading against the same driver used raw in the same run, and the saved queries at that size.
 * `npx tsx bench/stores.ts [nodes, 100000] [rounds, 3]`
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import grafeo from "@grafeo-db/js";
import { GrafeoStore } from "../graph/stores/grafeo/grafeo-store.ts";
import { loadCatalog } from "../queries/catalog.io.ts";
import { runSavedQuery } from "../queries/run.ts";
import { grownGraph } from "./grown-graph.ts";

const [size = 100_000, rounds = 3] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "ceyuan-bench-"));
const graph = grownGraph(size);
console.log(`${graph.nodes.length} nodes, ${graph.edges.length} edges`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The fastest way to the same file that the driver offers: batches in this process, then indexes and save. */
async function raw(file: string): Promise<void> {
  const db = grafeo.GrafeoDB.create();
  const internal = new Map<string, number>();
  const labels = [...new Set(graph.nodes.map(({ label }) => label))];
  for (const label of labels) {
    const members = graph.nodes.filter((node) => node.label === label);
    for (let at = 0; at < members.length; at += 10_000) {
      const chunk = members.slice(at, at + 10_000);
      const ids = await db.batchCreateNodesWithProps(
        label,
        chunk.map(({ id, properties }) => ({ id, ...properties })),
      );
      for (const [index, { id }] of chunk.entries()) internal.set(id, ids[index] as number);
    }
  }
  for (let at = 0; at < graph.edges.length; at += 10_000) {
    await db.batchCreateEdges(
      graph.edges.slice(at, at + 10_000).map(({ id, type, source, target, properties }) => ({
        type,
        src: internal.get(source) as number,
        dst: internal.get(target) as number,
        properties: { id, ...properties },
      })),
    );
  }
  for (const label of labels) {
    await db.executeCypher(`CREATE CONSTRAINT FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
    await db.executeCypher(`CREATE INDEX FOR (n:${label}) ON (n.id)`);
  }
  db.save(file);
  db.close();
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const times = { raw: [] as number[], store: [] as number[] };
for (let round = 0; round < rounds; round++) {
  times.raw.push(await timed(() => raw(join(folder, `raw-${round}`))));
  const store = GrafeoStore.at(join(folder, `store-${round}`));
  times.store.push(await timed(() => store.load(graph)));
  await store.close();
}
const ratio = median(times.store) / median(times.raw);
console.log(
  `load: raw ${median(times.raw).toFixed(0)} ms, store ${median(times.store).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
);

const store = await GrafeoStore.open(join(folder, "store-0"));
const given = { agency: "临江市第1局", leader: "某3", document: "临府发〔2030〕7号", task: "任务1" };
for (const query of loadCatalog().queries) {
  const parameters = Object.fromEntries(
    query.parameters
      .filter(({ type }) => type in given)
      .map(({ name, type }) => [name, given[type as keyof typeof given]]),
  );
  const taken: number[] = [];
  let rows = 0;
  for (let round = 0; round < rounds * 3; round++) {
    taken.push(
      await timed(async () => {
        rows = (await runSavedQuery(store, query, parameters, { timeoutMs: 120_000 })).rows.length;
      }),
    );
  }
  const p95 = taken.toSorted((a, b) => a - b)[Math.ceil(taken.length * 0.95) - 1] ?? 0;
  console.log(
    `${query.name.padEnd(24)} ${String(rows).padStart(6)} rows, median ${median(taken).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  );
}
await store.close();
rmSync(folder, { recursive: true, force: true });
