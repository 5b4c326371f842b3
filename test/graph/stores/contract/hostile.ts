import { describe, expect, it } from "vitest";
import type { Store } from "../../../../graph/stores/store.ts";
import { hostileQueries } from "./hostile-queries.ts";

export function describeHostile(store: () => Store): void {
  describe("hostile queries", () => {
    const table = hostileQueries();
    it("are many", () => expect(table.length).toBeGreaterThanOrEqual(500));

    it("of every kind are refused or stopped, and change nothing", async () => {
      const before = await store().query(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n AS n, collect(r) AS rs ORDER BY n.id",
      );
      const unexpected: string[] = [];
      for (const { cypher, parameters, expected, kind } of table) {
        const outcome = await store()
          .query(cypher, parameters, { timeoutMs: 700, rowCap: 1000 })
          .then(
            ({ rows }) => `rows ${rows.length}`,
            (error: { code?: string }) => String(error.code),
          );
        if (!expected.some((wanted) => outcome === wanted || (wanted === "capped" && outcome === "rows 1000"))) {
          unexpected.push(`${kind}: ${cypher} → ${outcome}`);
        }
      }
      expect(unexpected).toEqual([]);
      const after = await store().query(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n AS n, collect(r) AS rs ORDER BY n.id",
      );
      expect(after.rows).toEqual(before.rows);
    }, 300_000);
  });
}
