import { readFileSync } from "node:fs";
import { join } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphData, PropertyValue } from "../../graph/model/graph-data.ts";
import { loadOntology } from "../../graph/schema/ontology.io.ts";
import { openBuild, writeBuild } from "../../graph/stores/workspace.io.ts";
import { awkwardGraph } from "../graph/exports/awkward-graph.ts";
import { statementsOf } from "../graph/exports/read-cypher-script.ts";
import { expectedGraph, graphIn, type TypedGraph } from "../graph/exports/typed-graph.ts";
import { buildInputOf } from "../graph/stores/build-input.ts";
import { noServer, startNeo4j, type TestServer } from "../graph/stores/neo4j/server.ts";
import { sampleLibraryGraph } from "../queries/sample-library.ts";
import { ceyuan, scratchFolder } from "./run-ceyuan.ts";

const node = (id: string, properties: GraphData["nodes"][number]["properties"]): GraphData["nodes"][number] => ({
  id,
  label: "Agency",
  properties,
});

/** The awkward graph, and what a CSV stumbles over beside. */
const awkward: GraphData = {
  nodes: [
    ...awkwardGraph.nodes,
    node("a,b", { name: '\\"\\n\\', aliases: ["\\", "␟", "␞"] }),
    node(' "c" ', { name: "  ", aliases: ["", ""], level: '""' }),
    node("𠮷\n/'#", { name: "\u0085\u2028\uFEFF", aliases: [" a ", "", "b;c|d"] }),
    node("NULL", { name: "null", level: "true", kind: "1" }),
    node("=1+1", { n: 2 ** 53 - 1, f: 1e300, g: -1e-8, b: false, level: "\r\n" }),
    node("007", { n: -5, f: 2.5, g: 5e-324, b: true, aliases: [] }),
  ],
  edges: awkwardGraph.edges,
};

const GRAPHS = { "the graph of the samples": sampleLibraryGraph, "an awkward graph": () => awkward } as const;

const reason = noServer();
const ontology = loadOntology();

/** The command that the export says, without the program's name. */
const commandIn = (said: string): string[] => {
  const [, command] = /neo4j-admin ((?:[\w@.-]+ ?)+)/u.exec(said) ?? [];
  if (command === undefined) throw new Error(`no command: ${said}`);
  return command.trim().split(" ");
};

async function expectedOf(folder: string, isKept?: Parameters<typeof expectedGraph>[3]): Promise<TypedGraph> {
  const build = await openBuild(join(folder, ".ceyuan"));
  return expectedGraph(await build.graph(), await build.layout(), ontology, isKept);
}

/** The import has no way to say "a list of nothing" or "a list of one empty text". */
const isImportable = (value: PropertyValue): boolean =>
  typeof value !== "object" || value.length > 1 || value.join("") !== "";

const exported = async (folder: string, ...output: readonly string[]): Promise<string> => {
  const { code, err } = await ceyuan(["export", ...output], folder);
  if (code !== 0) throw new Error(err);
  return err;
};

for (const [what, make] of Object.entries(GRAPHS)) {
  describe(`${what} in a real Neo4j`, { timeout: 300_000 }, () => {
    const folder = scratchFolder();
    let server: TestServer;
    let driver: Driver;
    beforeAll(async () => {
      if (reason !== undefined) return;
      await writeBuild(join(folder, ".ceyuan"), buildInputOf(make()));
      const said = await exported(folder, "--format", "csv", "--output", "import");
      server = await startNeo4j([], (admin) => admin(commandIn(said), join(folder, "import")));
      const { url, credentials } = server.address;
      driver = neo4j.driver(url, neo4j.auth.basic(credentials.user, credentials.password));
    }, 300_000);
    afterAll(async () => {
      if (reason !== undefined) return;
      await driver.close();
      await server.stop();
    }, 180_000);

    it("is whole, with its types, when the CSV is imported with the command that the export says", async ({ skip }) => {
      if (reason !== undefined) skip(reason);
      const found = await graphIn(driver);
      expect(found.nodes.length).toBeGreaterThan(5);
      expect(found).toEqual(await expectedOf(folder, isImportable));
    });

    it("is whole, with its types, when the Cypher script is run", async ({ skip }) => {
      if (reason !== undefined) skip(reason);
      await exported(folder, "--output", "graph.cypher");
      await driver.executeQuery("MATCH (n) DETACH DELETE n");
      for (const statement of statementsOf(readFileSync(join(folder, "graph.cypher"), "utf8"))) {
        await driver.executeQuery(statement);
      }
      expect(await graphIn(driver)).toEqual(await expectedOf(folder));
    });
  });
}
