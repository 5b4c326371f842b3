/**
 * Times the Neo4j store on a real server: loading against the same driver used raw in the same run, in turns, each into a
 * server of its own; then, unless it is to be `load` alone, the saved queries at that size, first and warm; with `pushes`,
 * pushes of what is there, of a small change and of all anew. Beside the time on the clock it gives the time of the
 * processors (ours and the server's), which other programs of the machine change less.
 * `npx tsx bench/neo4j-load.ts [nodes, 100000] [rounds, 1] [load | queries | pushes]`
 */
import { readdirSync, readFileSync } from "node:fs";
import neo4j, { type Session } from "neo4j-driver";
import type { GraphData } from "../graph/model/graph-data.ts";
import { Connection } from "../graph/stores/neo4j/connection.ts";
import { Neo4jStore } from "../graph/stores/neo4j/neo4j-store.ts";
import { planPush, runPush } from "../graph/stores/neo4j/push.ts";
import { loadCatalog } from "../queries/catalog.io.ts";
import { runSavedQuery } from "../queries/run.ts";
import { startNeo4j, type TestServer } from "../test/graph/stores/neo4j/server.ts";
import { grownGraph } from "./grown-graph.ts";

const [size = 100_000, rounds = 1] = process.argv.slice(2, 4).map(Number);
const [part = "queries"] = process.argv.slice(4);
const BATCH = 10_000;
/** How often a query runs, and after how long, in all, it is not run again. */
const RUNS = 20;
const ENOUGH = 10_000;
const graph = grownGraph(size);
console.log(`${graph.nodes.length} nodes, ${graph.edges.length} edges`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Milliseconds of processor that a process, or those it waits for, has used so far; Linux only. */
function processorTime(parent: number): number {
  try {
    const ticks = readdirSync("/proc")
      .filter((name) => /^\d+$/u.test(name))
      .map((pid) =>
        readFileSync(`/proc/${pid}/stat`, "utf8")
          .replace(/^.*\) /su, "")
          .split(" "),
      )
      .filter((fields) => Number(fields[1]) === parent)
      .reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0);
    return ticks * 10;
  } catch {
    return Number.NaN;
  }
}

interface Cost {
  readonly clock: number;
  readonly processor: number;
}

async function costOf(server: TestServer, work: () => Promise<unknown>): Promise<Cost> {
  const own = process.cpuUsage();
  const before = processorTime(server.pid ?? 0);
  const clock = await timed(work);
  const { user, system } = process.cpuUsage(own);
  return { clock, processor: (user + system) / 1000 + processorTime(server.pid ?? 0) - before };
}

/** Says how far something is, with the time since the last word and, where a phase has ended, that of the processors. */
function progress(what: string, server: TestServer): (done: string, phase: string) => void {
  const used = (): number => process.cpuUsage().user / 1000 + processorTime(server.pid ?? 0);
  let last = performance.now();
  let [before, current] = [used(), ""];
  return (done, phase) => {
    const now = performance.now();
    const clock = `+${((now - last) / 1000).toFixed(1)} s`;
    const ended =
      phase === current ? "" : `, processors +${((used() - before) / 1000).toFixed(1)} s since the last phase`;
    if (ended !== "" || now - last > 5000) {
      console.log(`  ${what}: ${done}, ${clock}${ended}`);
      last = now;
    }
    if (ended !== "") [before, current] = [used(), phase];
  };
}

const seconds = ({ clock, processor }: Cost): string =>
  `${(clock / 1000).toFixed(1)} s (processors ${(processor / 1000).toFixed(1)} s)`;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const list = found.get(keyOf(item));
    if (list === undefined) found.set(keyOf(item), [item]);
    else list.push(item);
  }
  return found;
}

/** Integers as integers; the driver would make floats of them. */
const typed = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, Number.isInteger(value) ? neo4j.int(Number(value)) : value]),
  );

async function writeInBatches(session: Session, cypher: string, rows: readonly unknown[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await session.executeWrite((tx) => tx.run(cypher, { rows: rows.slice(at, at + BATCH) }));
  }
}

/** The fastest plain use of the driver: large batches, one unique id a label, no other index. */
async function raw(plain: TestServer): Promise<void> {
  const { address } = plain;
  const say = progress("raw", plain);
  const { user, password } = address.credentials;
  const driver = neo4j.driver(address.url, neo4j.auth.basic(user, password));
  const session = driver.session();
  const labelOf = new Map(graph.nodes.map(({ id, label }) => [id, label]));
  const byLabel = groups(graph.nodes, ({ label }) => label);
  for (const label of byLabel.keys()) {
    await session.run(`CREATE CONSTRAINT FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
  }
  for (const [label, members] of byLabel) {
    const rows = members.map(({ id, properties }) => ({ id, p: { ...typed(properties), id } }));
    await writeInBatches(session, `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.p`, rows);
    say(label, "nodes");
  }
  const kind = ({ type, source, target }: GraphData["edges"][number]): string =>
    `${type} ${labelOf.get(source)} ${labelOf.get(target)}`;
  for (const [key, members] of groups(graph.edges, kind)) {
    const [type, from, to] = key.split(" ");
    const rows = members.map(({ id, source, target, properties }) => ({
      s: source,
      t: target,
      p: { ...typed(properties), id },
    }));
    const cypher = `UNWIND $rows AS row MATCH (a:${from} {id: row.s}) MATCH (b:${to} {id: row.t})
      CREATE (a)-[r:${type}]->(b) SET r = row.p`;
    await writeInBatches(session, cypher, rows);
    say(key, "edges");
  }
  say("all", "end");
  await session.close();
  await driver.close();
}

async function push(server: TestServer, wanted: GraphData, build: string): Promise<string> {
  const connection = await Connection.open(server.address);
  const request = { name: "default", graph: wanted, build };
  const plan = await planPush(connection, request);
  await runPush(connection, request, plan);
  await connection.close();
  return plan.how;
}

const costs = { raw: [] as Cost[], store: [] as Cost[] };
let last: TestServer | undefined;
for (let round = 0; round < rounds; round++) {
  const plain = await startNeo4j();
  costs.raw.push(await costOf(plain, () => raw(plain)));
  await plain.stop();
  await last?.stop();
  last = await startNeo4j();
  const store = await Neo4jStore.at(last.address);
  const say = progress("store", last);
  const load = (): Promise<void> =>
    store.load(graph, { onProgress: ({ phase, done, total }) => say(`${phase} ${done} of ${total}`, phase) });
  costs.store.push(await costOf(last, load));
  await store.close();
  const [plainly, ours] = [costs.raw.at(-1), costs.store.at(-1)];
  if (plainly !== undefined && ours !== undefined) {
    console.log(`round ${round + 1}: raw ${seconds(plainly)}, store ${seconds(ours)}`);
  }
}
const ratio = (kind: keyof Cost): string =>
  (median(costs.store.map((cost) => cost[kind])) / median(costs.raw.map((cost) => cost[kind]))).toFixed(2);
console.log(`load, store to raw: clock ${ratio("clock")}, processors ${ratio("processor")}`);

if (last === undefined) throw new Error("no round");
const server = last;
if (part === "pushes") await timePushes();
if (part !== "load") await timeQueries();
await server.stop();

async function timePushes(): Promise<void> {
  const changed: GraphData = {
    nodes: graph.nodes,
    edges: graph.edges.map((edge, at) =>
      at % 300 === 0 ? { ...edge, properties: { ...edge.properties, confidence: 0.5 } } : edge,
    ),
  };
  const anew: GraphData = {
    nodes: graph.nodes,
    edges: graph.edges.map((edge) => ({ ...edge, properties: { ...edge.properties, confidence: 0.7 } })),
  };
  for (const [what, wanted] of [
    ["the same", graph],
    ["a few edges changed", changed],
    ["all edges changed", anew],
  ] as const) {
    let how = "";
    const taken = await timed(async () => {
      how = await push(server, wanted, what);
    });
    console.log(`push of ${what}: ${how}, ${taken.toFixed(0)} ms`);
  }
}

async function timeQueries(): Promise<void> {
  const store = await Neo4jStore.open(server.address);
  const slow: number[] = [];
  const given = { agency: "临江市第1局", leader: "某3", document: "临府发〔2030〕7号", task: "任务1" };
  for (const query of loadCatalog().queries) {
    const parameters = Object.fromEntries(
      query.parameters
        .filter(({ type }) => type in given)
        .map(({ name, type }) => [name, given[type as keyof typeof given]]),
    );
    const taken: number[] = [];
    let outcome = "";
    const once = (): Promise<number> =>
      timed(async () => {
        outcome = await runSavedQuery(store, query, parameters, { timeoutMs: 60_000 }).then(
          ({ rows }) => `${rows.length} rows`,
          (error: { code?: string }) => String(error.code),
        );
      });
    const first = await once();
    for (let sum = 0; taken.length < RUNS && (taken.length < 3 || sum < ENOUGH); sum += taken.at(-1) ?? 0) {
      taken.push(await once());
    }
    const p95 = taken.toSorted((a, b) => a - b)[Math.ceil(taken.length * 0.95) - 1] ?? 0;
    const figures = `first ${first.toFixed(0)} ms, then ${taken.length} runs: median ${median(taken).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
    slow.push(...taken);
    console.log(`${query.name.padEnd(28)} ${outcome.padStart(12)}, ${figures}`);
  }
  const slowest = slow.toSorted((a, b) => a - b);
  console.log(`p95 of all saved queries: ${(slowest[Math.ceil(slowest.length * 0.95) - 1] ?? 0).toFixed(0)} ms`);
  await store.close();
}
