import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles } from "./sources.ts";

const files = sourceFiles();
/** Written so that it does not match itself. */
const UNFINISHED = /\b(?:T[O]DO|FIX[M]E|XX[X]|HA[C]K)\b/u;

describe("conventions", () => {
  test("nothing is marked as unfinished", () => {
    expect(files.filter(({ text }) => UNFINISHED.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("no test is left out or run alone by hand", () => {
    const alone = /\b(?:test|it|describe)\.(?:only|skip|todo)\(/u;
    expect(files.filter(({ path, text }) => path.startsWith("test/") && alone.test(text)).map(({ path }) => path)).toEqual([]); // biome-ignore format: one idea
  });

  test("files have one idea and a name that says which", () => {
    const vague = /^(?:utils?|helpers?|misc|common|shared)\.tsx?$/u;
    expect(files.filter(({ path }) => vague.test(posix.basename(path))).map(({ path }) => path)).toEqual([]);
  });

  test("imports name the file with its ending", () => {
    const bare = files
      .filter(({ path }) => !path.startsWith("viewer/web/") && !path.startsWith("test/viewer/web/"))
      .flatMap((file) => importsOf(file).map(({ request }) => `${file.path} → ${request}`))
      .filter((line) => / → \.{1,2}\//u.test(line) && !/\.(?:tsx?|json)$/u.test(line));
    expect(bare).toEqual([]);
  });
});
