import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CeyuanError } from "../graph/model/errors.ts";
import { outputFailed, piecesOf } from "./output-file.ts";
import type { Words } from "./words/index.ts";

interface NamedContent {
  readonly name: string;
  readonly lines: Iterable<string>;
}

/**
 * Writes a folder of files whole or not at all. It may be there already where it is empty or holds nothing but files that
 * `isOurs` knows from an earlier time; anything else in it is somebody's and stays.
 */
export async function writeOutputFolder(
  path: string,
  files: readonly NamedContent[],
  isOurs: (name: string) => boolean,
  words: Words,
): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    const stranger = (await namesIn(path)).find((name) => !isOurs(name));
    if (stranger !== undefined) {
      throw new CeyuanError("output-taken", words.output.taken(path, stranger), { hint: words.output.takenHint });
    }
    await mkdir(draft);
    for (const { name, lines } of files) await writeFile(join(draft, name), piecesOf(lines), "utf8");
    await rm(path, { recursive: true, force: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw outputFailed(path, error, words);
  }
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
