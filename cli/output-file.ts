import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { CeyuanError } from "../graph/model/errors.ts";
import type { Words } from "./words/index.ts";

/** What is written: whole, or piece by piece where it may be larger than a string can be. */
export type Content = string | Uint8Array | Iterable<string>;

const PIECE = 1024 * 1024;

/** Writes a file whole or not at all: what stood there stays until the new content is on the disk. */
export async function writeOutput(path: string, content: Content, words: Words): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    const file = await open(draft, "w");
    try {
      await writeContent(file, content);
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw outputFailed(path, error, words);
  }
}

async function writeContent(file: FileHandle, content: Content): Promise<void> {
  if (content instanceof Uint8Array) await file.writeFile(content);
  else for (const piece of piecesOf(content)) await file.writeFile(piece, "utf8");
}

/** Few large pieces of many small ones. */
export function* piecesOf(content: string | Iterable<string>): Generator<string> {
  if (typeof content === "string") {
    yield content;
    return;
  }
  let piece = "";
  for (const part of content) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

export function outputFailed(path: string, error: unknown, words: Words): CeyuanError {
  if (error instanceof CeyuanError) return error;
  const cause = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
  return new CeyuanError("output-failed", words.output.failed(path, cause), {
    hint: words.output.failedHint,
    cause: error,
  });
}
