import { describe, expect, it } from "vitest";
import type { GraphData } from "../../../../graph/model/graph-data.ts";
import type { Store } from "../../../../graph/stores/store.ts";
import { agencies, sampleGraph } from "../sample-graph.ts";
import { contentOf, type StoreHarness, withStore } from "./harness.ts";

const ROUNDS = 3;

/** A task of its own, led by a body that all writers touch. */
const partOf = (writer: string, round: number): GraphData => {
  const task = `task/${writer}#${round}`;
  return {
    nodes: [
      { id: task, label: "Task", properties: { title: `${writer}的第${round}项` } },
      { id: agencies.union, label: "Agency", properties: { name: "临江市总工会", aliases: [`${writer}${round}`] } },
    ],
    edges: [
      {
        id: `LEADS|${agencies.union}|${task}`,
        type: "LEADS",
        source: agencies.union,
        target: task,
        properties: { rank: round },
      },
    ],
  };
};

const write = async (store: Store, writer: string): Promise<void> => {
  for (let round = 1; round <= ROUNDS; round++) await store.upsert(partOf(writer, round));
};

export function describeWriters(harness: StoreHarness): void {
  describe("writers at the same time", { timeout: 180_000 }, () => {
    it("lose nothing of each other's, in one store and in two", async () => {
      await withStore(harness, sampleGraph, async (store) => {
        const other = await harness.reopen(store);
        await Promise.all([write(store, "甲"), write(store, "乙"), write(other, "丙")]);
        const { nodes, edges } = await contentOf(store);
        expect(await contentOf(other)).toEqual({ nodes, edges });
        await other.close();
        const written = ["甲", "乙", "丙"].flatMap((writer) =>
          Array.from({ length: ROUNDS }, (_, index) => `task/${writer}#${index + 1}`),
        );
        expect(nodes.map(({ id }) => id)).toEqual([...sampleGraph.nodes.map(({ id }) => id), ...written].sort());
        expect(edges).toHaveLength(sampleGraph.edges.length + written.length);
        const union = nodes.find(({ id }) => id === agencies.union);
        expect(["甲3", "乙3", "丙3"]).toContain(String(union?.properties["aliases"]));
      });
    });

    it("of which one removes a document and one adds to the graph both have their way", async () => {
      await withStore(harness, sampleGraph, async (store) => {
        const other = await harness.reopen(store);
        const [removed] = await Promise.all([
          store.removeDocument("doc/临工总发〔2030〕8号"),
          other.upsert({ nodes: [{ id: "agency/丁", label: "Agency", properties: { name: "丁" } }], edges: [] }),
        ]);
        await other.close();
        const { nodes } = await contentOf(store);
        expect(removed.nodes.removed).toBeGreaterThan(5);
        expect(nodes.map(({ id }) => id)).toContain("agency/丁");
        expect(nodes.map(({ id }) => id)).not.toContain("doc/临工总发〔2030〕8号");
      });
    });
  });
}
