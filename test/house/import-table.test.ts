import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { type Import, importsOf, sourceFiles } from "./sources.ts";

/**
 * Who may import whom (ARCHITECTURE.md): the first row whose folder holds the file is the one that counts. A folder may
 * always import from itself.
 */
const TABLE: readonly (readonly [folder: string, may: readonly string[]])[] = [
  ["graph/", ["seeds/"]],
  ["ingest/pipeline/", ["graph/", "ingest/", "seeds/"]],
  ["ingest/", ["graph/model/", "ingest/", "seeds/"]],
  ["queries/", ["graph/"]],
  ["viewer/server/", ["graph/", "queries/"]],
  ["viewer/web/", []],
  ["cli/", ["graph/", "ingest/", "queries/", "viewer/server/", "seeds/"]],
  ["test/cli/", ["graph/", "ingest/", "queries/", "viewer/", "seeds/", "cli/", "test/", "bench/"]],
  ["test/", ["graph/", "ingest/", "queries/", "viewer/", "seeds/", "test/", "bench/"]],
  ["bench/", ["graph/", "ingest/", "queries/", "viewer/", "seeds/", "test/"]],
];
/** Where data files lie is for every reader of data to know. */
const FOR_ALL_READERS = "graph/package-root.io.ts";

function isAllowed(path: string, target: string, isType: boolean): boolean {
  const row = TABLE.find(([folder]) => path.startsWith(folder));
  if (row === undefined) return false;
  const [folder, may] = row;
  if (target.startsWith(folder) || may.some((other) => target.startsWith(other))) return true;
  if (folder === "viewer/web/" && isType) return /^(?:graph|queries|viewer\/server)\//u.test(target);
  return target === FOR_ALL_READERS && path.endsWith(".io.ts");
}

const INPUT_OUTPUT = /^(?:node:)?(?:fs|fs\/promises|child_process|net|http|https|http2|dgram|tls|worker_threads|readline)$/u; // biome-ignore format: a list
const MAY_DO_IO = /^(?:cli|viewer\/server|graph\/stores|ingest\/read|test|bench)\/|\.io\.ts$/u;

const files = sourceFiles();
const imports: readonly (Import & { readonly path: string })[] = files.flatMap((file) =>
  importsOf(file).map((entry) => ({ ...entry, path: file.path })),
);

describe("the import table", () => {
  test("is not empty talk: files and imports were found", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });

  test("holds for every import of a file of ours", () => {
    const broken = imports
      .filter(({ request }) => request.startsWith("."))
      .map((entry) => ({ ...entry, target: posix.normalize(posix.join(posix.dirname(entry.path), entry.request)) }))
      .filter(({ path, target, isType }) => !isAllowed(path, target, isType))
      .map(({ path, target }) => `${path} → ${target}`);
    expect(broken).toEqual([]);
  });

  test("would notice a forbidden one", () => {
    expect(isAllowed("ingest/segment/index.ts", "graph/stores/store.ts", false)).toBe(false);
    expect(isAllowed("viewer/web/main.tsx", "graph/model/span.ts", false)).toBe(false);
    expect(isAllowed("viewer/web/main.tsx", "graph/model/span.ts", true)).toBe(true);
    expect(isAllowed("queries/run.ts", "cli/run.ts", true)).toBe(false);
  });

  test("files, processes and the network are touched only where that is the task", () => {
    const broken = imports
      .filter(({ path, request, isType }) => INPUT_OUTPUT.test(request) && !isType && !MAY_DO_IO.test(path))
      .map(({ path, request }) => `${path} → ${request}`);
    expect(broken).toEqual([]);
  });

  test("stages have no clock and no chance", () => {
    const isStage = /^(?:ingest\/(?!read\/)|graph\/(?!stores\/))/u;
    const broken = files
      .filter(({ path, text }) => isStage.test(path) && !path.endsWith(".io.ts") && /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/u.test(text)) // biome-ignore format: one condition
      .map(({ path }) => path);
    expect(broken).toEqual([]);
  });
});
