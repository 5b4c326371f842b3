import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../graph/package-root.io.ts";
import { importsOf, sourceFiles } from "./sources.ts";

interface PackageJson {
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}

const root = packageRoot();
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as PackageJson;

const packageOf = (request: string): string =>
  request
    .split("/")
    .slice(0, request.startsWith("@") ? 2 : 1)
    .join("/");

describe("package.json", () => {
  test("the command is what the build makes of cli/main.ts, which says how to run it", () => {
    expect(manifest.bin).toEqual({ ceyuan: "./dist/cli/main.js" });
    expect(readFileSync(join(root, "cli", "main.ts"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/u);
  });

  test("the oldest Node it promises is the one it is tested on", () => {
    expect(manifest.engines["node"]).toBe(">=20.19.0");
  });

  test("ships the program, its knowledge and its queries; each is there", () => {
    expect(manifest.files).toEqual(
      expect.arrayContaining(["dist", "seeds", "queries/**/*.cypher", "LICENSE", "README.md"]),
    );
    expect(["seeds", "queries", "LICENSE"].filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  test("all that the program imports when it runs is a dependency", () => {
    const program = sourceFiles().filter(({ path }) => /^(?:graph|ingest|queries|viewer\/server|cli)\//u.test(path));
    const missing = program.flatMap((file) =>
      importsOf(file)
        .filter(({ request, isType }) => !isType && !/^(?:\.|node:)/u.test(request))
        .filter(({ request }) => !(packageOf(request) in manifest.dependencies))
        .map(({ request }) => `${file.path} → ${request}`),
    );
    expect(missing).toEqual([]);
  });
});
