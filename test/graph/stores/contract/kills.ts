import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../../graph/package-root.io.ts";
import { generationGraph } from "../generations.ts";
import type { WriterTask } from "../writer-task.ts";
import { type StoreHarness, withStore } from "./harness.ts";
import { generationOf } from "./readers.ts";

/** More on the bench: CEYUAN_KILLS=50. */
const KILLS = Number(process.env["CEYUAN_KILLS"] ?? 4);
const PROGRAM = join(packageRoot(), "test", "graph", "stores", "writer-process.ts");

interface Ended {
  /** The last generation that was reported done, and the last that was begun. */
  readonly done: number;
  readonly begun: number;
  readonly error: string;
}

/** Writes in a process of its own, which is killed `after` ms once its first write has begun. */
async function writeAndKill(task: WriterTask, after: number): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), PROGRAM], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, error] = ["", ""];
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    timer ??= setTimeout(() => child.kill("SIGKILL"), after);
  });
  child.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()));
  child.stdin.end(JSON.stringify(task));
  await new Promise((resolve) => child.on("close", resolve));
  clearTimeout(timer);
  const last = (word: string): number => Number(out.match(new RegExp(`(?<=${word} )\\d+`, "gu"))?.at(-1) ?? 0);
  return { done: last("done"), begun: last("begin"), error };
}

export function describeKills(harness: StoreHarness): void {
  describe("a kill in the middle of a write", { timeout: 60_000 * (KILLS + 1) }, () => {
    it("leaves the graph as it was reported or as it was to be, and the next write works", async () => {
      await withStore(harness, generationGraph(1), async (store) => {
        let current = 1;
        for (let kill = 0; kill < KILLS; kill++) {
          // Spread over the time of a write, by a fixed sequence.
          const after = 50 + ((kill * 733) % 1500);
          const { done, begun, error } = await writeAndKill(
            { place: harness.placeOf(store), from: current + 1 },
            after,
          );
          expect(error).toBe("");
          expect(begun).toBeGreaterThan(current);
          const again = await harness.reopen(store);
          const found = Number(await generationOf(again));
          expect([Math.max(done, current), begun], `after ${after} ms`).toContain(found);
          current = found + 1;
          await again.upsert(generationGraph(current));
          expect([await generationOf(again), await generationOf(store)]).toEqual([current, current]);
          await again.close();
        }
      });
    });
  });
}
