import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GrafeoStore } from "../../../../graph/stores/grafeo/grafeo-store.ts";
import type { Neo4jAddress } from "../../../../graph/stores/neo4j/connection.ts";
import { Neo4jStore } from "../../../../graph/stores/neo4j/neo4j-store.ts";
import { loadCatalog } from "../../../../queries/catalog.io.ts";
import { choicesOf } from "../../../../queries/pickers.ts";
import { runSavedQuery } from "../../../../queries/run.ts";
import { sampleLibraryGraph } from "../../../queries/sample-library.ts";

/** Every saved query on both engines, over the graph of the bundled samples: the same rows in the same order. */
export function describeLibrary(address: () => Neo4jAddress): void {
  describe("the query library on both engines", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "ceyuan-both-"));
    const grafeo = GrafeoStore.at(join(folder, "samples.grafeo"));
    let neo4j: Neo4jStore;
    const catalog = loadCatalog();

    beforeAll(async () => {
      const graph = sampleLibraryGraph();
      neo4j = await Neo4jStore.at(address(), `library ${randomUUID()}`);
      await grafeo.load(graph);
      await neo4j.load(graph);
    }, 120_000);
    afterAll(async () => {
      await grafeo.close();
      await neo4j.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it("holds the same graph", async () => {
      expect(await neo4j.statistics()).toEqual(await grafeo.statistics());
      expect(await neo4j.schema()).toEqual(await grafeo.schema());
    });

    for (const query of catalog.queries) {
      it(`${query.name}: the same rows`, async () => {
        const [here, there] = [await runSavedQuery(grafeo, query), await runSavedQuery(neo4j, query)];
        expect(there.columns).toEqual(here.columns);
        expect(there.rows).toEqual(here.rows);
      });

      for (const parameter of query.parameters) {
        it(`${query.name}: the same choices for ${parameter.name}, and the same rows for some`, async () => {
          const [here, there] = [await choicesOf(grafeo, parameter), await choicesOf(neo4j, parameter)];
          expect(there).toEqual(here);
          const some = new Set([here[0], here[Math.floor(here.length / 3)], here.at(-1)]);
          for (const choice of some) {
            if (choice === undefined) continue;
            const given = { [parameter.name]: choice.value };
            const [a, b] = [await runSavedQuery(grafeo, query, given), await runSavedQuery(neo4j, query, given)];
            expect(b.rows, choice.label).toEqual(a.rows);
          }
        });
      }
    }
  });
}
