/**
 * Times small changes of a large graph against loading it whole, and searches, on the embedded store and on Neo4j where one
 * can be started. `npx tsx bench/edits.ts [nodes, 100000] [rounds, 3]`
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GraphData } from "../graph/model/graph-data.ts";
import { GrafeoStore } from "../graph/stores/grafeo/grafeo-store.ts";
import { Neo4jStore } from "../graph/stores/neo4j/neo4j-store.ts";
import type { Store } from "../graph/stores/store.ts";
import { noServer, startNeo4j } from "../test/graph/stores/neo4j/server.ts";
import { grownGraph } from "./grown-graph.ts";

const [size = 100_000, rounds = 3] = process.argv.slice(2).map(Number);
const CHANGED = 100;

const grown = grownGraph(size);
const documents = grown.nodes.filter(({ label }) => label === "Document").map(({ id }) => id);
/** Proven by all documents in turn. */
const graph: GraphData = {
  nodes: grown.nodes,
  edges: grown.edges.map((edge, index) => ({
    ...edge,
    properties: { ...edge.properties, doc: documents[index % documents.length] ?? "" },
  })),
};

async function timed<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  console.log(`${name.padEnd(40)} ${(performance.now() - started).toFixed(0)} ms`);
  return result;
}

/** A hundred nodes and a hundred edges, half of them new. */
function partOf(round: number): GraphData {
  const from = round * CHANGED;
  const half = CHANGED / 2;
  const [nodes, edges] = [graph.nodes.slice(-1000), graph.edges.slice(from, from + half)];
  return {
    nodes: [
      ...nodes.slice(0, half).map((node) => ({ ...node, properties: { ...node.properties, seen: round } })),
      ...nodes.slice(0, half).map((node) => ({ ...node, id: `${node.id}/${round}` })),
    ],
    edges: [
      ...edges.map((edge) => ({ ...edge, properties: { ...edge.properties, seen: round } })),
      ...edges.map((edge) => ({ ...edge, id: `${edge.id}/${round}` })),
    ],
  };
}

async function measure(store: Store): Promise<void> {
  await timed(`${store.engine}: load`, () => store.load(graph));
  for (let round = 1; round <= rounds; round++) {
    await timed(`${store.engine}: upsert of ${CHANGED} + ${CHANGED}`, () => store.upsert(partOf(round)));
  }
  for (let round = 1; round <= rounds; round++) {
    const { nodes, edges } = await timed(`${store.engine}: remove a document`, () =>
      store.removeDocument(documents[round] ?? ""),
    );
    console.log(`  removed ${nodes.removed} nodes, ${edges.removed} edges`);
  }
  for (const words of ["任务4321", "落实", "工", "局"]) {
    await store.search(words);
    const found = await timed(`${store.engine}: search ${words}`, () => store.search(words));
    console.log(`  first ${found[0]?.id ?? "nothing"}`);
  }
}

console.log(`${graph.nodes.length} nodes, ${graph.edges.length} edges`);
const folder = mkdtempSync(join(tmpdir(), "ceyuan-edits-"));
const grafeo = GrafeoStore.at(join(folder, "graph.grafeo"));
await measure(grafeo);
await grafeo.close();
rmSync(folder, { recursive: true, force: true });

const reason = noServer();
if (reason === undefined) {
  const server = await startNeo4j();
  const neo4j = await Neo4jStore.at(server.address, "edits");
  try {
    await measure(neo4j);
  } finally {
    await neo4j.close();
    await server.stop();
  }
} else console.log(reason);
