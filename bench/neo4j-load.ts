/**
 * Times the Neo4j store on a real server: loading against the same driver used raw in the same run, each into a server of
 * its own; then pushes of what is there, of a small change and of all anew, and the saved queries at that size.
 * `npx tsx bench/neo4j-load.ts [nodes, 100000] [rounds, 3]`
 */
import neo4j, { type Session } from "neo4j-driver";
import type { GraphData } from "../graph/model/graph-data.ts";
import { Connection } from "../graph/stores/neo4j/connection.ts";
import { Neo4jStore } from "../graph/stores/neo4j/neo4j-store.ts";
import { planPush, runPush } from "../graph/stores/neo4j/push.ts";
import { loadCatalog } from "../queries/catalog.io.ts";
import { runSavedQuery } from "../queries/run.ts";
import { startNeo4j, type TestServer } from "../test/graph/stores/neo4j/server.ts";
import { grownGraph } from "./grown-graph.ts";

const [size = 100_000, rounds = 3] = process.argv.slice(2).map(Number);
const BATCH = 10_000;
const graph = grownGraph(size);
console.log(`${graph.nodes.length} nodes, ${graph.edges.length} edges`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

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
async function raw({ address }: TestServer): Promise<void> {
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
  }
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

const times = { raw: [] as number[], store: [] as number[] };
let last: TestServer | undefined;
for (let round = 0; round < rounds; round++) {
  const plain = await startNeo4j();
  times.raw.push(await timed(() => raw(plain)));
  await plain.stop();
  await last?.stop();
  last = await startNeo4j();
  const store = await Neo4jStore.at(last.address);
  times.store.push(await timed(() => store.load(graph)));
  await store.close();
  console.log(`round ${round + 1}: raw ${times.raw.at(-1)?.toFixed(0)} ms, store ${times.store.at(-1)?.toFixed(0)} ms`);
}
const ratio = median(times.store) / median(times.raw);
console.log(
  `load: raw ${median(times.raw).toFixed(0)} ms, store ${median(times.store).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
);

if (last === undefined) throw new Error("no round");
const server = last;
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

const store = await Neo4jStore.open(server.address);
const given = { agency: "临江市第1局", leader: "某3", document: "临府发〔2030〕7号", task: "任务1" };
for (const query of loadCatalog().queries) {
  const parameters = Object.fromEntries(
    query.parameters
      .filter(({ type }) => type in given)
      .map(({ name, type }) => [name, given[type as keyof typeof given]]),
  );
  const taken: number[] = [];
  let outcome = "";
  for (let round = 0; round < 7; round++) {
    taken.push(
      await timed(async () => {
        outcome = await runSavedQuery(store, query, parameters, { timeoutMs: 120_000 }).then(
          ({ rows }) => `${rows.length} rows`,
          (error: { code?: string }) => String(error.code),
        );
      }),
    );
  }
  const p95 = taken.toSorted((a, b) => a - b)[Math.ceil(taken.length * 0.95) - 1] ?? 0;
  const figures = `median ${median(taken).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
  console.log(`${query.name.padEnd(28)} ${outcome.padStart(12)}, ${figures}`);
}
await store.close();
await server.stop();
