import { describe, expect, it } from "vitest";
import { withoutDocument } from "../../../../graph/assemble/withdrawal.ts";
import type { EdgeData, EdgeType, GraphData } from "../../../../graph/model/graph-data.ts";
import { sampleLibraryGraph } from "../../../queries/sample-library.ts";
import { agencies, sampleGraph } from "../sample-graph.ts";
import { codeOf, contentOf, type StoreHarness, sorted, withStore } from "./harness.ts";

const plan = "doc/临工总发〔2030〕8号";
const notice = "doc/临工总发〔2031〕2号";
const leader = "leader/临江市总工会/周奇";

const proven = (type: EdgeType, source: string, target: string, doc: string, n = 1): EdgeData => ({
  id: `${type}|${source}|${target}${n === 1 ? "" : `~${n}`}`,
  type,
  source,
  target,
  properties: { doc, quote: "周奇" },
});

/** The sample's plan and a second document that cites it, names a body and a leader of it, and one of its own. */
const two: GraphData = {
  nodes: [
    ...sampleGraph.nodes,
    { id: notice, label: "Document", properties: { number: "临工总发〔2031〕2号", ingested: true } },
    { id: "agency/临江市民政局", label: "Agency", properties: { name: "临江市民政局" } },
  ],
  edges: [
    ...sampleGraph.edges.filter(({ type }) => type !== "SERVES_IN"),
    proven("SERVES_IN", leader, agencies.union, plan),
    proven("SERVES_IN", leader, agencies.union, notice, 2),
    proven("ISSUED", agencies.union, notice, notice),
    proven("ADDRESSED_TO", notice, "agency/临江市民政局", notice),
    proven("CITES", notice, plan, notice),
  ],
};

export function describeRemoval(harness: StoreHarness): void {
  describe("removing a document", () => {
    it("takes what only it supports with it, and leaves it as cited where another cites it", async () => {
      await withStore(harness, two, async (store) => {
        const removed = await store.removeDocument(plan);
        const left = sorted(withoutDocument(two, plan));
        expect(left.nodes.map(({ id }) => id)).toEqual(
          [agencies.union, "agency/临江市民政局", plan, notice, leader].sort(),
        );
        expect(await contentOf(store)).toEqual(left);
        expect(removed).toEqual({
          nodes: { added: 0, changed: 1, removed: two.nodes.length - left.nodes.length },
          edges: { added: 0, changed: 1, removed: two.edges.length - left.edges.length },
        });
        const again = await harness.reopen(store);
        expect(await contentOf(again)).toEqual(left);
        await again.close();
        await store.upsert(two);
        const back = await contentOf(store);
        expect(back.nodes).toEqual(sorted(two).nodes);
      });
    });

    it("one after the other leaves what never had support", async () => {
      await withStore(harness, two, async (store) => {
        await store.removeDocument(notice);
        await store.removeDocument(plan);
        expect(await contentOf(store)).toEqual(sorted(withoutDocument(withoutDocument(two, notice), plan)));
      });
    });

    it("of the bundled samples leaves what the rule says", async () => {
      const graph = sampleLibraryGraph();
      const first = graph.nodes.find(
        ({ label, properties }) => label === "Document" && properties["ingested"] === true,
      );
      const id = first?.id ?? "";
      await withStore(harness, graph, async (store) => {
        await store.removeDocument(id);
        expect(await contentOf(store)).toEqual(sorted(withoutDocument(graph, id)));
      });
    });

    it("that is not there, or was never read, is refused with what may have been meant", async () => {
      await withStore(harness, two, async (store) => {
        await expect(store.removeDocument("doc/临工总发〔2030〕9号")).rejects.toMatchObject({
          code: "document-unknown",
          hint: expect.stringContaining(plan) as string,
        });
        expect(await codeOf(store.removeDocument("doc/临委发〔2029〕3号"))).toBe("document-unknown");
        expect(await contentOf(store)).toEqual(sorted(two));
      });
      const empty = await harness.create();
      expect(await codeOf(empty.removeDocument(plan))).toBe("store-missing");
      await empty.close();
    });

    it("can be tried without writing, and cancelled", async () => {
      await withStore(harness, two, async (store) => {
        const tried = await store.removeDocument(plan, { dryRun: true });
        expect(await codeOf(store.removeDocument(plan, { signal: AbortSignal.abort() }))).toBe("load-cancelled");
        expect(await contentOf(store)).toEqual(sorted(two));
        expect(await store.removeDocument(plan)).toEqual(tried);
      });
    });
  });
}
