import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GrafeoStore } from "../../../graph/stores/grafeo/grafeo-store.ts";
import { sampleGraph } from "./sample-graph.ts";

const folder = mkdtempSync(join(tmpdir(), "ceyuan-engine-"));
const file = join(folder, "sample.grafeo");
beforeAll(async () => {
  const store = GrafeoStore.at(file);
  await store.load(sampleGraph);
  await store.close();
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = fileURLToPath(new URL("./store-process.ts", import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

function start(
  mode: string,
  env: NodeJS.ProcessEnv = {},
): { child: ChildProcess; output: Promise<string>; seen: () => string } {
  const child = spawn(process.execPath, ["--import", tsx, script, file, mode], { env: { ...process.env, ...env } });
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  const output = new Promise<string>((resolve) => {
    child.once("close", () => resolve(text));
  });
  return { child, output, seen: () => text };
}

/** The processes that run the engine for `parent`, by the system's own list. */
const enginesOf = (parent: number): number[] =>
  execFileSync("ps", ["-e", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line))
    .filter((match) => match?.[3]?.includes("engine-main") === true && Number(match[2]) === parent)
    .map((match) => Number(match?.[1]));

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe("the engine's process", { timeout: 120_000 }, () => {
  it("keeps no program from ending that forgets to close its store", async () => {
    const { output } = start("once");
    expect(await output).toBe(`[[${sampleGraph.nodes.length}]]\n`);
  });

  it.skipIf(process.platform === "win32")("ends with the program, even in the middle of a query", async () => {
    const { child, output, seen } = start("hang");
    while (seen() === "") await wait(50);
    await wait(300);
    const engines = enginesOf(child.pid ?? 0);
    expect(engines).toHaveLength(1);
    child.kill("SIGKILL");
    await output;
    for (let tries = 0; tries < 100 && engines.some(isRunning); tries++) await wait(50);
    expect(engines.filter(isRunning)).toEqual([]);
  });

  it("that cannot be loaded on this platform says so and what to do", async () => {
    const { output } = start("once", { NAPI_RS_NATIVE_LIBRARY_PATH: join(folder, "nowhere.node") });
    const [code, message, hint] = (await output).split("\n");
    expect(code).toBe("store-engine-missing");
    expect(message).toContain(`${process.platform}-${process.arch}`);
    expect(hint).toMatch(/Neo4j/u);
  });

  it("ends a query that takes too much memory, and the next one works", async () => {
    const store = GrafeoStore.at(file, { memoryLimit: 400 * 1024 ** 2 });
    await expect(
      store.query("UNWIND range(1, 50000000) AS x WITH collect(x) AS xs RETURN size(xs) AS n"),
    ).rejects.toMatchObject({ code: "query-memory" });
    expect((await store.query("RETURN 1 AS one")).rows).toEqual([[1]]);
    await store.close();
  });

  it("cuts a result at the cap on bytes", async () => {
    const store = GrafeoStore.at(file, { byteCap: 20_000 });
    const { rows, truncated } = await store.query("UNWIND range(1, 1000) AS x RETURN 'abcdefghijklmnopqrst' AS text");
    expect(truncated).toBe(true);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.length).toBeLessThan(1000);
    await store.close();
  });

  it("refuses a file that is not there or is no database", async () => {
    await expect(GrafeoStore.open(join(folder, "none.grafeo"))).rejects.toMatchObject({ code: "store-missing" });
    await expect(GrafeoStore.open(script)).rejects.toMatchObject({ code: "store-damaged" });
  });

  it.skipIf(process.platform === "win32")("leaves nothing in the folder for temporary files", async () => {
    const temporary = mkdtempSync(join(folder, "temporary-"));
    /* Named by what the engine makes; tsx keeps its own cache there. */
    const left = (): string[] => readdirSync(temporary).filter((name) => /spill|ceyuan/u.test(name));
    const { output } = start("once", { TMPDIR: temporary });
    await output;
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
  });
});
