import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { SourceText } from "../../graph/model/reading.ts";
import { type Decoded, decode } from "./decode.ts";
import { causeOf, findFiles } from "./find-files.ts";
import { fileName, problems, type ReadProblem } from "./problem.ts";

export type { ReadProblem } from "./problem.ts";

/** A document longer than this is no document: a million hanzi take 3 MB. */
export const DEFAULT_MAX_BYTES = 20 * 1024 * 1024;

export interface ReadOptions {
  readonly maxBytes?: number;
}

export interface ReadResult {
  /** Sorted by path, each content once. */
  readonly sources: readonly SourceText[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Read 读取: from files and folders to decoded texts. A file that cannot be read is a problem with its name, what was
 * wrong and what to do; the others go on. Never throws for what stands on the disk.
 */
export async function readSources(paths: readonly string[], options: ReadOptions = {}): Promise<ReadResult> {
  const limit = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const found = await findFiles(paths);
  const sources: SourceText[] = [];
  const noted: ReadProblem[] = [...found.problems];
  const byHash = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const path of found.files) {
    const bytes = await readBytes(path, limit);
    if (!(bytes instanceof Uint8Array)) {
      noted.push(bytes);
      continue;
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const twin = byHash.get(sha256);
    if (twin !== undefined) {
      noted.push(problems.sameBytes(path, twin));
      continue;
    }
    const decoded = decode(bytes);
    if (decoded.kind !== "text") {
      noted.push(problemOf(path, decoded));
      continue;
    }
    const name = fileName(path);
    const namesake = byName.get(name);
    byHash.set(sha256, path);
    byName.set(name, namesake ?? path);
    if (namesake !== undefined) noted.push(problems.sameName(path, namesake));
    if (decoded.encoding !== "UTF-8") noted.push(problems.encodingConverted(path, decoded.encoding));
    sources.push({ name, sha256, text: decoded.text });
  }
  return { sources, problems: noted };
}

/** Reads no more than the limit, whatever the size on record was: files grow, and some report none. */
async function readBytes(path: string, limit: number): Promise<Uint8Array | ReadProblem> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      if (size > limit) return problems.fileTooLarge(path, size, limit);
      const chunks: Uint8Array[] = [];
      let total = 0;
      for await (const chunk of file.createReadStream({ autoClose: false, end: limit, highWaterMark: 1 << 18 })) {
        chunks.push(chunk as Uint8Array);
        total += (chunk as Uint8Array).length;
      }
      return total > limit ? problems.fileTooLarge(path, total, limit) : Buffer.concat(chunks, total);
    } finally {
      await file.close();
    }
  } catch (error) {
    return problems.fileUnreadable(path, causeOf(error));
  }
}

function problemOf(path: string, decoded: Exclude<Decoded, { kind: "text" }>): ReadProblem {
  switch (decoded.kind) {
    case "empty":
      return problems.fileEmpty(path);
    case "binary":
      return problems.fileBinary(path, decoded.disguise);
    case "invalid":
      return problems.invalidEncoding(path, decoded.encoding, decoded.line);
    default:
      return problems.unknownEncoding(path);
  }
}
