import { describe, expect, it } from "vitest";
import type { EdgeData, GraphData, NodeData } from "../../../../graph/model/graph-data.ts";
import { merged } from "../../../../graph/stores/changes.ts";
import { agencies, sampleGraph, tasks } from "../sample-graph.ts";
import { codeOf, contentOf, type StoreHarness, sorted, withStore } from "./harness.ts";

const civil: NodeData = {
  id: "agency/临江市民政局",
  label: "Agency",
  properties: { name: "临江市民政局", aliases: [] },
};
const target: NodeData = {
  id: "target/临工总发〔2030〕8号#一~1",
  label: "Target",
  properties: { text: "培训一万人", value: 10_000 },
};
const leads: EdgeData = {
  id: `LEADS|${civil.id}|${tasks.survey}`,
  type: "LEADS",
  source: civil.id,
  target: tasks.survey,
  properties: { rank: 2, confidence: 0.5, inferred: false, quote: "“牵头”：\n民政局" },
};
const edgeOf = (type: string): EdgeData => sampleGraph.edges.find((edge) => edge.type === type) as EdgeData;

/** A node that is there with fewer properties, new ones of an old label and a new one, an edge from new to old, one changed. */
const part: GraphData = {
  nodes: [
    { id: agencies.union, label: "Agency", properties: { name: "临江市总工会", aliases: ["市总"], level: "city" } },
    civil,
    target,
  ],
  edges: [
    leads,
    { ...edgeOf("SERVES_IN"), properties: { post: "主席", quote: "主席周奇" } },
    {
      id: `SETS|${tasks.school}|${target.id}`,
      type: "SETS",
      source: tasks.school,
      target: target.id,
      properties: {},
    },
  ],
};

const REFUSED: readonly (readonly [part: GraphData, why: string])[] = [
  [{ nodes: [civil], edges: [{ ...leads, target: "task/没有" }] }, "an end that is nowhere"],
  [{ nodes: [{ ...civil, id: tasks.survey }], edges: [] }, "another label"],
  [{ nodes: [civil], edges: [{ ...edgeOf("STATES"), type: "LEADS" }] }, "another type"],
  [{ nodes: [civil], edges: [{ ...edgeOf("STATES"), target: tasks.award }] }, "another end"],
  [{ nodes: [civil, civil], edges: [] }, "a node twice"],
  [{ nodes: [civil], edges: [leads, leads] }, "an edge twice"],
  [{ nodes: [{ ...civil, properties: { _id: 1 } }], edges: [] }, "a reserved name"],
  [{ nodes: [{ ...civil, id: "" }], edges: [] }, "no id"],
];

export function describeUpsert(harness: StoreHarness): void {
  describe("upsert", () => {
    it("makes what is not there and gives what is there these properties and no others", async () => {
      await withStore(harness, sampleGraph, async (store) => {
        const written = await store.upsert(part);
        expect(written).toEqual({
          nodes: { added: 2, changed: 1, removed: 0 },
          edges: { added: 2, changed: 1, removed: 0 },
        });
        const wanted = sorted(merged(sampleGraph, part));
        expect(await contentOf(store)).toEqual(wanted);
        const again = await harness.reopen(store);
        expect(await contentOf(again)).toEqual(wanted);
        expect((await again.statistics()).nodesByLabel).toMatchObject({ Agency: 5, Target: 1 });
        expect((await again.schema()).labels.find(({ name }) => name === "Target")?.properties).toEqual([
          "id",
          "text",
          "value",
        ]);
        const { rows } = await again.query("MATCH (t:Target {id: $id}) RETURN t.value / 3 AS third", { id: target.id });
        expect(rows).toEqual([[3333]]);
        await again.close();
      });
    });

    it("of what is there already changes nothing", async () => {
      await withStore(harness, sampleGraph, async (store) => {
        await store.upsert(part);
        const none = { added: 0, changed: 0, removed: 0 };
        expect(await store.upsert(part)).toEqual({ nodes: none, edges: none });
        expect(await contentOf(store)).toEqual(sorted(merged(sampleGraph, part)));
      });
    });

    it("goes back and forth without a trace", async () => {
      await withStore(harness, sampleGraph, async (store) => {
        const other: GraphData = {
          nodes: sampleGraph.nodes.map((node) => ({ ...node, properties: { seen: true } })),
          edges: sampleGraph.edges.map((edge) => ({ ...edge, properties: {} })),
        };
        await store.upsert(other);
        expect(await contentOf(store)).toEqual(sorted(other));
        await store.upsert(sampleGraph);
        expect(await contentOf(store)).toEqual(sorted(sampleGraph));
      });
    });

    it("into a store that holds nothing yet makes the part its graph", async () => {
      const store = await harness.create();
      expect(await store.upsert(sampleGraph)).toMatchObject({ nodes: { added: sampleGraph.nodes.length } });
      expect(await contentOf(store)).toEqual(sorted(sampleGraph));
      await store.close();
    });

    it("refuses what does not fit, and then nothing is written", async () => {
      await withStore(harness, sampleGraph, async (store) => {
        const codes: unknown[] = [];
        for (const [broken, why] of REFUSED) codes.push([why, await codeOf(store.upsert(broken))]);
        expect(codes).toEqual(REFUSED.map(([, why]) => [why, "load-invalid"]));
        expect(await contentOf(store)).toEqual(sorted(sampleGraph));
      });
    });

    it("can be tried without writing, and cancelled", async () => {
      await withStore(harness, sampleGraph, async (store) => {
        expect(await store.upsert(part, { dryRun: true })).toMatchObject({ nodes: { added: 2, changed: 1 } });
        expect(await codeOf(store.upsert(part, { signal: AbortSignal.abort() }))).toBe("load-cancelled");
        expect(await contentOf(store)).toEqual(sorted(sampleGraph));
      });
    });
  });
}
