import grafeo from "@grafeo-db/js";
import fc from "fast-check";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toCypherScript } from "../../../graph/exports/cypher-script.ts";
import { drawn } from "../../../graph/exports/drawn.ts";
import { toJson } from "../../../graph/exports/json.ts";
import type { EdgeData, GraphData, NodeData } from "../../../graph/model/graph-data.ts";
import { loadOntology } from "../../../graph/schema/ontology.io.ts";
import { noServer, startNeo4j, type TestServer } from "../stores/neo4j/server.ts";
import { sampleGraph } from "../stores/sample-graph.ts";
import { anyGraph } from "./any-graph.ts";
import { awkwardGraph } from "./awkward-graph.ts";
import { statementsOf } from "./read-cypher-script.ts";

type Row = Readonly<Record<string, unknown>>;
type Run = (statement: string) => Promise<Row[]>;

const ontology = loadOntology();
const PLACES = { [sampleGraph.nodes[1]?.id ?? ""]: [-1.5, 2] as const };
const scriptOf = (graph: GraphData): string => [...toCypherScript(graph, ontology, PLACES)].join("");
/** What a script leaves in a database. */
const made = (graph: GraphData): string => toJson(drawn(graph, PLACES));

const NODES = "MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS p";
const EDGES = "MATCH (a)-[r]->(b) RETURN a.id AS source, b.id AS target, type(r) AS type, properties(r) AS p";

/** What the database holds. */
async function readBack(run: Run): Promise<string> {
  const nodes = (await run(NODES)).map(({ label, p }) => {
    const { id, ...properties } = p as NodeData["properties"] & { id: string };
    return { id, label, properties } as NodeData;
  });
  const edges = (await run(EDGES)).map(({ source, target, type, p }) => {
    const { id, ...properties } = p as EdgeData["properties"] & { id: string };
    return { id, source, target, type, properties } as EdgeData;
  });
  return toJson({ nodes, edges });
}

const graphs: readonly (readonly [string, GraphData])[] = [
  ["the sample", sampleGraph],
  ["an awkward graph", awkwardGraph],
  ["nothing", { nodes: [], edges: [] }],
];

/** Numbers of nodes and edges that the last two statements of a script report. */
const reported = (results: readonly Row[][]): unknown[] =>
  results.slice(-2).map((rows) => rows.reduce((sum, row) => sum + Number(row["nodes"] ?? row["edges"]), 0));

async function runScript(graph: GraphData, run: Run): Promise<Row[][]> {
  const results: Row[][] = [];
  for (const statement of statementsOf(scriptOf(graph))) results.push(await run(statement));
  return results;
}

describe("the Cypher script", () => {
  it("says first how much there is and makes constraints before anything else, if they are not there", () => {
    const script = scriptOf(sampleGraph);
    expect(script).toMatch(
      new RegExp(`^// .*${sampleGraph.nodes.length} nodes, ${sampleGraph.edges.length} edges\n`, "u"),
    );
    const kinds = statementsOf(script).map((statement) => statement.split(/\s/u)[0]);
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual(["CREATE", "WITH", "MATCH"]);
    const constraints = statementsOf(script).filter((statement) => statement.startsWith("CREATE"));
    expect(constraints.filter((statement) => !/^CREATE CONSTRAINT \S+ IF NOT EXISTS FOR /u.test(statement))).toEqual(
      [],
    );
    expect(constraints).toHaveLength(new Set(sampleGraph.nodes.map(({ label }) => label)).size);
  });

  it("keeps whole floats floats where the ontology says so, and integers integers", () => {
    expect(scriptOf(awkwardGraph)).toMatch(
      / {2}\[1\.0, 0\.75\] AS .*\n {2}\[3, 30\] AS .*\n(?:.*\n)*? {2}\[1\.0, 0\.75\] AS /u,
    );
  });

  it("splits what is much", () => {
    const nodes = Array.from({ length: 1001 }, (_, n) => ({ id: `${n}`, label: "Agency" as const, properties: {} }));
    const rows = statementsOf(scriptOf({ nodes, edges: [] }))
      .filter((statement) => statement.startsWith("WITH"))
      .map((statement) => Number(/range\(0, (\d+)\)/u.exec(statement)?.[1]) + 1);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(1001);
  });

  it("has, of any graph, only statements of its own", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        for (const statement of statementsOf(scriptOf(graph))) {
          // What is left without texts and names is of few words.
          const words = statement.replaceAll(/"(?:[^"\\]|\\.)*"|`(?:[^`]|``)*`/gu, "").match(/[A-Z]{3,}/gu) ?? [];
          expect(words.filter((word) => !WORDS.includes(word))).toEqual([]);
        }
      }),
      { seed: 20261121, numRuns: 100 },
    );
  });
});

const WORDS =
  "CREATE CONSTRAINT NOT EXISTS FOR REQUIRE UNIQUE WITH UNWIND CASE WHEN NULL THEN ELSE END MERGE SET MATCH RETURN ORDER".split(
    " ",
  );

describe("the Cypher script on the embedded engine", () => {
  const opened = (): { run: Run; close: () => void } => {
    const db = grafeo.GrafeoDB.create();
    const run: Run = async (statement) => (await db.executeCypher(statement)).toArray();
    return { run, close: () => db.close() };
  };

  for (const [what, graph] of graphs) {
    it(`makes ${what}, reports its counts, and changes nothing when run again`, async () => {
      const { run, close } = opened();
      for (let round = 0; round < 2; round++) {
        expect(reported(await runScript(graph, run))).toEqual([graph.nodes.length, graph.edges.length]);
        expect(await readBack(run)).toBe(made(graph));
      }
      close();
    });
  }
});

const reason = noServer();

describe("the Cypher script on Neo4j", { timeout: 180_000 }, () => {
  let server: TestServer;
  let driver: Driver;
  beforeAll(async () => {
    if (reason !== undefined) return;
    server = await startNeo4j();
    const { user, password } = server.address.credentials;
    driver = neo4j.driver(server.address.url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  }, 180_000);
  afterAll(async () => {
    if (reason !== undefined) return;
    await driver.close();
    await server.stop();
  }, 180_000);

  const run: Run = async (statement) => {
    const { records } = await driver.executeQuery(statement);
    return records.map((record) => record.toObject() as Row);
  };

  for (const [what, graph] of graphs) {
    it(`makes ${what}, reports its counts, and changes nothing when run again`, async (context) => {
      if (reason !== undefined) context.skip(reason);
      await run("MATCH (n) DETACH DELETE n");
      for (let round = 0; round < 2; round++) {
        expect(reported(await runScript(graph, run))).toEqual([graph.nodes.length, graph.edges.length]);
        expect(await readBack(run)).toBe(made(graph));
      }
    });
  }

  it("makes any graph", async (context) => {
    if (reason !== undefined) context.skip(reason);
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        await run("MATCH (n) DETACH DELETE n");
        await runScript(graph, run);
        expect(await readBack(run)).toBe(made(wellFormed(graph)));
      }),
      { seed: 20261121, numRuns: 12 },
    );
  });
});

/** Halves of characters cannot travel: they become question marks. */
const wellFormed = (graph: GraphData): GraphData =>
  JSON.parse(
    JSON.stringify(graph, (_key, value: unknown) => (typeof value === "string" ? whole(value) : value)),
  ) as GraphData;

const whole = (text: string): string => text.replaceAll(/\p{Cs}/gu, "?");
