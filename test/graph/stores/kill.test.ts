import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { openBuild, writeBuild } from "../../../graph/stores/workspace.io.ts";
import { buildInputOf, grownGraph } from "./build-input.ts";

const folder = mkdtempSync(join(tmpdir(), "ceyuan-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = fileURLToPath(new URL("./build-process.ts", import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** Runs builds in another process and kills it `delay` after its first build began; returns the last reported done. */
async function killDuringBuild(store: string, round: number, delay: number): Promise<string | undefined> {
  const child: ChildProcess = spawn(process.execPath, ["--import", tsx, script, store, String(round), "3000"]);
  let output = "";
  let timer: NodeJS.Timeout | undefined;
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes("start")) timer ??= setTimeout(() => child.kill("SIGKILL"), delay);
  });
  const guard = setTimeout(() => child.kill("SIGKILL"), 60_000);
  await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(guard);
  expect(output, "the process began a build").toContain("start");
  return output.match(/(?<=done )\w+/gu)?.at(-1);
}

it("a build killed at any moment leaves the last one that was reported done, whole", async () => {
  const store = join(folder, "store");
  let done = (await writeBuild(store, buildInputOf(grownGraph(10)))).build.id;
  const moments = Number(process.env["CEYUAN_KILLS"] ?? 8);
  // Spread over the time of a build, by a fixed sequence.
  for (let round = 0; round < moments; round++) {
    const delay = (round * 377 + 20) % 900;
    const reported = await killDuringBuild(store, round * 1000, delay);
    const build = await openBuild(store);
    if (reported !== undefined) done = reported;
    const graph = await build.graph();
    const database = await build.openStore();
    const { nodes } = await database.statistics();
    await database.close();
    expect(nodes).toBe(graph.nodes.length);
    expect(await build.isIntact()).toBe(true);
    // The kill may fall between the switch and the report: then it is the build that was under way.
    const size = graph.nodes.length;
    expect(build.id === done || size >= 3000 + round * 1000, "the last reported or a newer one").toBe(true);
    done = build.id;
  }
  const { build } = await writeBuild(store, buildInputOf(grownGraph(20)));
  expect((await openBuild(store)).id).toBe(build.id);
}, 240_000);
