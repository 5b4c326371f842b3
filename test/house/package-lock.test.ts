import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../graph/package-root.io.ts";

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(join(packageRoot(), "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Entry>>;
};
const entries = Object.entries(lock.packages).filter(([path]) => path !== "");

/**
 * Native parts for machines that are neither Linux with glibc, that their publishers offer but the registry that made the
 * lock did not have: `npm ci` takes them as the registry of that machine gives them. `npm i` there fills their hash in.
 */
const UNSEEN =
  /^node_modules\/@(?:biomejs\/cli|grafeo-db\/js|oxc-parser\/binding|oxlint\/binding|oxlint-tsgolint\/)-?/u;
/** Where the project is tested; what these need is proven. */
const TESTED = /linux-x64(?:-gnu)?$/u;

describe("package-lock.json", () => {
  test("holds the packages", () => {
    expect(entries.length).toBeGreaterThan(200);
  });

  test("has a hash of every package that could be seen, and of every one for the machines of the tests", () => {
    const unproven = entries
      .filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/u.test(integrity ?? ""))
      .filter(
        ([path, { optional, os }]) => optional !== true || os === undefined || !UNSEEN.test(path) || TESTED.test(path),
      )
      .map(([path]) => path);
    expect(unproven).toEqual([]);
  });

  test("names no registry: each takes the one that is set up", () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test("has the native parts of every system, with the system each is for", () => {
    const wanted = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies).map(([name, range]) => ({ path, name, range })),
    );
    expect(wanted.length).toBeGreaterThan(80);
    const missing = wanted.filter(({ path, name }) => {
      const part = lock.packages[`${path}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
      return part?.optional !== true || (part.os === undefined && part.cpu === undefined);
    });
    expect(missing).toEqual([]);
  });

  test("has the embedded database for the systems that it is made for", () => {
    const systems = entries
      .filter(([path]) => path.startsWith("node_modules/@grafeo-db/js-"))
      .map(([, { os = [], cpu = [] }]) => `${os.join()} ${cpu.join()}`);
    expect(new Set(systems)).toEqual(new Set(["darwin arm64", "darwin x64", "linux arm64", "linux x64", "win32 x64"]));
  });
});
