import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../graph/package-root.io.ts";

/** What a checkout holds that the package is made of. */
const PARTS = ["graph", "ingest", "queries", "viewer", "cli", "seeds", "LICENSE", "README.md", "README.zh.md"];
const SETTINGS = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json", "vite.config.ts"];

interface Packed {
  readonly filename: string;
  readonly integrity: string;
  readonly version: string;
  readonly files: readonly { readonly path: string }[];
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

const root = packageRoot();
const folder = mkdtempSync(join(tmpdir(), "ceyuan-package-"));
const checkout = join(folder, "checkout");
const consumer = join(folder, "consumer");
let packed: Packed;
let notInstalled: string | undefined;

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 26,
  });

/** The command as npm installed it, run by nothing but Node. */
const ceyuan = (...args: readonly string[]): string =>
  execFileSync(join(consumer, "node_modules", ".bin", "ceyuan"), args, {
    cwd: consumer,
    encoding: "utf8",
    env: { ...process.env, LANG: "zh_CN.UTF-8", NO_COLOR: "1" },
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });

beforeAll(() => {
  for (const name of [...PARTS, ...SETTINGS]) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(checkout, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"), "junction");
  mkdirSync(consumer);
  const output = npm(["pack", "--json", "--pack-destination", consumer], checkout);
  packed = (JSON.parse(output.slice(output.indexOf("[\n"))) as [Packed])[0];
  notInstalled = install();
}, 240_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Installs the tarball with the very versions that are locked here, out of npm's cache; gives the reason if it cannot. */
function install(): string | undefined {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  const ours = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, unknown>;
  const spec = `file:${packed.filename}`;
  const asRoot = { name: "consumer", version: "1.0.0", dependencies: { ceyuan: spec } };
  const runtime = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);
  const { version, dependencies, bin, engines } = ours;
  const packages = {
    "": asRoot,
    "node_modules/ceyuan": { version, resolved: spec, integrity: packed.integrity, dependencies, bin, engines },
    ...Object.fromEntries(runtime),
  };
  writeFileSync(join(consumer, "package.json"), JSON.stringify(asRoot));
  writeFileSync(join(consumer, "package-lock.json"), JSON.stringify({ ...asRoot, lockfileVersion: 3, packages }));
  try {
    npm(["ci", "--offline"], consumer);
    return undefined;
  } catch (error) {
    const { stderr } = error as { stderr: string };
    if (!/ENOTCACHED|cache mode is 'only-if-cached'/u.test(stderr)) throw error;
    return "npm's cache lacks a dependency, and this test does not use the network";
  }
}

describe("the package that npm pack makes", () => {
  test("holds the program, the page, the knowledge, the samples and the queries, and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    for (const path of ["dist/cli/main.js", "dist/viewer/web/index.html", "LICENSE"]) expect(paths).toContain(path);
    expect(paths.filter((path) => /^queries\/.+\.cypher$/u.test(path)).length).toBeGreaterThanOrEqual(6);
    expect(paths.filter((path) => /^seeds\/documents\/.+\.txt$/u.test(path))).toHaveLength(5);
    expect(paths.filter((path) => !/^(?:dist|seeds|queries)\/|^(?:package\.json|LICENSE|README(?:\.zh)?\.md)$/u.test(path))).toEqual([]); // biome-ignore format: one idea
    expect(paths.filter((path) => path.startsWith("dist/") && /\.(?:tsx?|map)$|test/u.test(path))).toEqual([]);
  });

  test("works where it is installed: builds the samples, answers, exports", (context) => {
    if (notInstalled !== undefined) context.skip(notInstalled);
    expect(ceyuan("--version").trim()).toBe(packed.version);
    expect(ceyuan("build")).toMatch(/^图已建成，存放在 \.ceyuan/u);
    expect(ceyuan("build")).toMatch(/^公文没有变化/u);
    const rows = JSON.parse(ceyuan("query", "agency-workload", "--format", "json")) as unknown[];
    expect(rows.length).toBeGreaterThan(5);
    const graph = JSON.parse(ceyuan("export", "--format", "json")) as { nodes: { label: string }[] };
    expect(graph.nodes.filter(({ label }) => label === "Task").length).toBeGreaterThan(50);
  });

  test("serves its page where it is installed", async (context) => {
    if (notInstalled !== undefined) context.skip(notInstalled);
    const program = join(consumer, "node_modules", "ceyuan", "dist", "cli", "main.js");
    const server = spawn(process.execPath, [program, "start", "--port", "0", "--no-open"], { cwd: consumer });
    try {
      const url = await addressIn(server.stdout);
      expect(await (await fetch(url)).text()).toMatch(/<!doctype html>/iu);
    } finally {
      server.kill();
    }
  });
});

async function addressIn(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream) {
    text += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\//u.exec(text)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`ended without an address: ${text}`);
}
