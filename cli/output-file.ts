import { rename, rm, writeFile } from "node:fs/promises";
import { CeyuanError } from "../graph/model/errors.ts";
import type { Words } from "./words/index.ts";

/** Writes a file whole or not at all: what stood there stays until the new content is on the disk. */
export async function writeOutput(path: string, content: string, words: Words): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, content, "utf8");
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    const cause = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
    throw new CeyuanError("output-failed", words.output.failed(path, cause), {
      hint: words.output.failedHint,
      cause: error,
    });
  }
}
