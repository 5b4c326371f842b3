import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadOntology } from "../../graph/schema/ontology.io.ts";
import { GrafeoStore } from "../../graph/stores/grafeo/grafeo-store.ts";
import { loadCatalog } from "../../queries/catalog.io.ts";
import { isKnownCode } from "../../queries/code-names.ts";
import type { QueryParameter } from "../../queries/catalog.ts";
import { choicesOf } from "../../queries/pickers.ts";
import { runSavedQuery } from "../../queries/run.ts";
import { loadInOrder } from "./load-in-order.ts";
import { rewriteExpectation } from "./rewrite-expectation.ts";
import { sampleLibraryGraph } from "./sample-library.ts";

const catalog = loadCatalog();
const ontology = loadOntology();
const folder = mkdtempSync(join(tmpdir(), "ceyuan-library-"));
const store = GrafeoStore.at(join(folder, "library.grafeo"));
/** The same graph loaded from the other end: rows that an ORDER BY leaves open come in another order. */
let reversed: GrafeoStore;
beforeAll(async () => {
  const graph = sampleLibraryGraph();
  await store.load(graph);
  const file = join(folder, "reversed.grafeo");
  await loadInOrder({ nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() }, file);
  reversed = await GrafeoStore.open(file);
  await store.query("MATCH (n:Task) RETURN count(n) AS tasks"); // the process that answers is up
}, 180_000);
afterAll(async () => {
  await store.close();
  await reversed.close();
  rmSync(folder, { recursive: true, force: true });
});

const SLOWEST_MS = 2000;
const hasMenu = ({ type, values, picker }: QueryParameter): boolean =>
  values !== undefined || picker !== undefined || ["agency", "leader", "document", "task"].includes(type);

describe("the query library", { timeout: 120_000 }, () => {
  it("has queries for what users ask, each with a text and an expectation", () => {
    expect(catalog.queries.length).toBeGreaterThanOrEqual(30);
    const titles = catalog.queries.flatMap(({ title }) => [title.zh, title.en]);
    expect(new Set(titles).size).toBe(titles.length);
    expect(catalog.queries.filter((query) => query.expect === undefined).map(({ name }) => name)).toEqual([]);
    expect(new Set(catalog.queries.map(({ view }) => view))).toEqual(new Set(["table", "graph", "chart", "matrix"]));
  });

  it("is tried on a graph that is read in another order", async () => {
    const query = "MATCH (t:Task) RETURN t.id AS id";
    expect((await reversed.query(query)).rows[0]).not.toEqual((await store.query(query)).rows[0]);
  });

  for (const query of catalog.queries) {
    it(`${query.name} gives with its defaults what its header says, soon`, async () => {
      const result = await runSavedQuery(store, query, {}, { timeoutMs: SLOWEST_MS });
      expect(result.columns).toEqual(query.columns.map(({ name }) => name));
      expect([result.truncated, result.warnings ?? []]).toEqual([false, []]);
      if (process.env["UPDATE"] === "1") {
        rewriteExpectation(query, result);
        return;
      }
      expect(result.rows).toHaveLength(query.expect?.rows ?? -1);
      const first = Object.fromEntries(result.columns.map((name, at) => [name, result.rows[0]?.[at]]));
      expect(first).toMatchObject(query.expect?.first ?? {});
    });

    it(`${query.name} orders its rows, and lists in them, in full`, async () => {
      const { rows } = await runSavedQuery(reversed, query);
      expect(rows).toEqual((await runSavedQuery(store, query)).rows);
    });

    it(`${query.name} uses only codes that the ontology names`, async () => {
      const { columns, rows } = await runSavedQuery(store, query);
      for (const [at, column] of query.columns.entries()) {
        const { codes } = column;
        if (codes === undefined) continue;
        const values = rows.flatMap((row) => row[at] ?? []) as string[];
        const strange = values.filter((value) => value !== "" && !isKnownCode(ontology, codes, value));
        expect(strange, columns[at]).toEqual([]);
      }
    });

    for (const parameter of query.parameters.filter(hasMenu)) {
      it(`${query.name} takes what the menu of ${parameter.name} offers`, async () => {
        const choices = await choicesOf(store, parameter);
        expect(choices.length).toBeGreaterThan(0);
        expect(choices.filter(({ value, label }) => value === "" || label === "")).toEqual([]);
        expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
        const some = [choices[0], choices[Math.floor(choices.length / 2)], choices.at(-1)];
        for (const choice of some) {
          const result = await runSavedQuery(store, query, { [parameter.name]: choice?.value ?? "" });
          expect(result.columns).toHaveLength(query.columns.length);
        }
      });
    }
  }
});
