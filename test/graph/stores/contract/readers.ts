import { describe, expect, it } from "vitest";
import type { Store } from "../../../../graph/stores/store.ts";
import { generationGraph, SIZE } from "../generations.ts";
import { type StoreHarness, withStore } from "./harness.ts";

/** The one generation that a store shows; `undefined` where it shows parts of several. */
export async function generationOf(store: Store): Promise<unknown> {
  const { rows } = await store.query("MATCH (n)-[r]->() RETURN n.generation AS a, r.generation AS b, count(*) AS n");
  const [row] = rows;
  return rows.length === 1 && row?.[0] === row?.[1] && row?.[2] === SIZE.edges ? row?.[0] : undefined;
}

/** Reads without pause until it is stopped, and notes what was seen. */
function reading(store: Store): { readonly seen: unknown[]; stop(): Promise<void> } {
  const seen: unknown[] = [];
  const stopped = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) seen.push(await generationOf(store));
  };
  const running = loop();
  running.catch(() => undefined);
  return {
    seen,
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}

export function describeReaders(harness: StoreHarness): void {
  describe("readers during a write", { timeout: 120_000 }, () => {
    for (const [how, write] of [
      ["load", (store: Store, generation: number) => store.load(generationGraph(generation))],
      ["upsert", (store: Store, generation: number) => store.upsert(generationGraph(generation))],
    ] as const) {
      it(`see the whole old or the whole new graph, in this store and in another (${how})`, async () => {
        await withStore(harness, generationGraph(1), async (store) => {
          const other = await harness.reopen(store);
          const readers = [reading(store), reading(store), reading(other)];
          const after: unknown[] = [];
          for (const generation of [2, 3, 4]) {
            await write(store, generation);
            after.push([generation, await generationOf(store), await generationOf(other)]);
          }
          for (const reader of readers) await reader.stop();
          await other.close();
          expect(after).toEqual([2, 3, 4].map((generation) => [generation, generation, generation]));
          for (const { seen } of readers) {
            expect(seen.length).toBeGreaterThan(2);
            expect(seen).not.toContain(undefined);
            expect(seen).toEqual([...seen].sort((a, b) => Number(a) - Number(b)));
          }
        });
      });
    }

    it("are answered before it ends", async () => {
      const nodes = Array.from({ length: 60_000 }, (_, index) => ({
        id: `agency/${index}`,
        label: "Agency" as const,
        properties: { name: `单位${index}` },
      }));
      await withStore(harness, generationGraph(1), async (store) => {
        const events: unknown[] = [];
        const read = async (): Promise<void> => void events.push(await generationOf(store));
        let first: Promise<void> | undefined;
        await store.load({ nodes, edges: [] }, { onProgress: () => void (first ??= read()) });
        events.push("written");
        await first;
        expect(events).toEqual([1, "written"]);
      });
    });
  });
}
