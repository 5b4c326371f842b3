import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { GrafeoStore } from "../../../graph/stores/grafeo/grafeo-store.ts";
import { replaceSnapshot } from "../../../graph/stores/grafeo/snapshot.io.ts";
import { sampleGraph } from "./sample-graph.ts";

const folder = mkdtempSync(join(tmpdir(), "ceyuan-snapshot-"));
let count = 0;
let file = "";
beforeEach(async () => {
  file = join(folder, String(++count), "graph.grafeo");
  mkdirSync(join(folder, String(count)));
  const store = GrafeoStore.at(file);
  await store.load(sampleGraph);
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const agency = (name: string) => ({
  nodes: [{ id: `agency/${name}`, label: "Agency" as const, properties: { name } }],
  edges: [],
});
const beside = (): string[] => readdirSync(join(folder, String(count))).sort();

describe("the snapshot of the embedded store", { timeout: 60_000 }, () => {
  it("is left as it was while another process writes, and says so after a while", async () => {
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: process.pid, host: hostname(), token: "another" }));
    const store = GrafeoStore.at(file, { waitMs: 300 });
    await expect(store.upsert(agency("甲"))).rejects.toMatchObject({
      code: "store-busy",
      hint: expect.stringContaining("稍后重试") as string,
    });
    expect((await store.statistics()).nodes).toBe(sampleGraph.nodes.length);
    rmSync(`${file}.lock`);
    await store.upsert(agency("甲"));
    expect((await store.statistics()).nodes).toBe(sampleGraph.nodes.length + 1);
    await store.close();
    expect(beside()).toEqual(["graph.grafeo"]);
  });

  it("is written by those who wait once the other has ended", async () => {
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: process.pid, host: hostname(), token: "another" }));
    const store = GrafeoStore.at(file);
    const written = store.upsert(agency("甲"));
    expect((await store.statistics()).nodes).toBe(sampleGraph.nodes.length);
    rmSync(`${file}.lock`);
    await written;
    expect((await store.statistics()).nodes).toBe(sampleGraph.nodes.length + 1);
    await store.close();
  });

  it("is made anew from what another put there in spite of the lock, and given up where that goes on", async () => {
    const store = GrafeoStore.at(file);
    let attempts = 0;
    const replace = async (often: number): Promise<number> =>
      await replaceSnapshot({
        file,
        waitMs: 1000,
        signal: new AbortController().signal,
        make: (_builder, fresh) => {
          copyFileSync(file, fresh);
          // Whoever that was, the file is another now.
          if (++attempts <= often) utimesSync(file, attempts, attempts);
          return Promise.resolve(attempts);
        },
        switching: (swap) => swap(),
      });
    expect(await replace(2)).toBe(3);
    attempts = 0;
    await expect(replace(100)).rejects.toMatchObject({ code: "store-busy" });
    expect((await store.statistics()).nodes).toBe(sampleGraph.nodes.length);
    await store.close();
    expect(beside()).toEqual(["graph.grafeo"]);
  });

  it("has nothing beside it that a killed writer left, once the next has written", async () => {
    for (const name of [".new-1", ".new-1.wal", ".lock.0123abcd"]) writeFileSync(file + name, "");
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: "gone" }));
    const store = GrafeoStore.at(file);
    await store.upsert(agency("甲"));
    await store.close();
    expect(beside()).toEqual(["graph.grafeo"]);
  });

  it("is not written any more by a store that is closed in the middle", async () => {
    const store = GrafeoStore.at(file);
    const written = store.upsert(agency("甲"));
    await store.close();
    await expect(written).rejects.toMatchObject({ code: "store-closed" });
    expect(beside()).toEqual(["graph.grafeo"]);
    const again = await GrafeoStore.open(file);
    expect((await again.statistics()).nodes).toBe(sampleGraph.nodes.length);
    await again.close();
  });
});
