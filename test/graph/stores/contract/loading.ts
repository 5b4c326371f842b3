import { expect, it } from "vitest";
import type { GraphData } from "../../../../graph/model/graph-data.ts";
import { sampleGraph } from "../sample-graph.ts";
import { countOf, type StoreHarness } from "./harness.ts";

export function describeLoading(harness: StoreHarness): void {
  it("loading replaces what was there", async () => {
    const other = await harness.create();
    try {
      await other.load(sampleGraph);
      await other.load({ nodes: sampleGraph.nodes.slice(0, 2), edges: [] });
      expect(await countOf(other)).toBe(2);
      const again = await harness.reopen(other);
      expect(await countOf(again)).toBe(2);
      await again.close();
    } finally {
      await other.close();
    }
  });

  it("a graph that cannot be loaded leaves the store as it was", async () => {
    const other = await harness.create();
    const [first] = sampleGraph.nodes;
    const broken: readonly (readonly [GraphData, string])[] = [
      [{ nodes: [...sampleGraph.nodes, ...(first === undefined ? [] : [first])], edges: [] }, "duplicate node"],
      [{ nodes: sampleGraph.nodes.slice(1), edges: sampleGraph.edges }, "edge without end"],
      [{ nodes: [{ id: "a", label: "Agency", properties: { _id: 1 } }], edges: [] }, "reserved name"],
      [{ nodes: [{ id: "a", label: "Agency", properties: { n: Number.NaN } }], edges: [] }, "not a number"],
    ];
    try {
      await other.load(sampleGraph);
      const codes: unknown[] = [];
      for (const [graph, why] of broken) {
        const code = await other.load(graph).then(
          () => "loaded",
          (error: { code?: string }) => error.code,
        );
        codes.push([why, code]);
      }
      expect(codes).toEqual(broken.map(([, why]) => [why, "load-invalid"]));
      expect(await countOf(other)).toBe(sampleGraph.nodes.length);
    } finally {
      await other.close();
    }
  });

  it("a load can be cancelled and leaves the store as it was", async () => {
    const other = await harness.create();
    const nodes = Array.from({ length: 60_000 }, (_, index) => ({
      id: `agency/${index}`,
      label: "Agency" as const,
      properties: { name: `单位${index}` },
    }));
    const controller = new AbortController();
    try {
      await other.load(sampleGraph);
      await expect(
        other.load({ nodes, edges: [] }, { signal: controller.signal, onProgress: () => controller.abort() }),
      ).rejects.toMatchObject({ code: "load-cancelled" });
      expect(await countOf(other)).toBe(sampleGraph.nodes.length);
    } finally {
      await other.close();
    }
  });

  it("progress of a load ends complete", async () => {
    const other = await harness.create();
    const seen: string[] = [];
    try {
      await other.load(sampleGraph, {
        onProgress: ({ phase, done, total }) => {
          if (done === total) seen.push(`${phase} ${total}`);
        },
      });
      expect(seen.slice(0, 2)).toEqual([`nodes ${sampleGraph.nodes.length}`, `edges ${sampleGraph.edges.length}`]);
    } finally {
      await other.close();
    }
  });

  it("a closed store says that it is closed", async () => {
    const other = await harness.create();
    await other.load(sampleGraph);
    await other.close();
    await other.close();
    await expect(other.query("RETURN 1 AS x")).rejects.toMatchObject({ code: "store-closed" });
  });
}
