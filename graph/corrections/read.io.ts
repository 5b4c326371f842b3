import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { CeyuanError } from "../model/errors.ts";
import type { Correction } from "./corrections.ts";
import { parseCorrections } from "./parse.ts";

/** A corrections file as read; empty where none was named. */
export interface CorrectionsFile {
  readonly name: string;
  readonly text: string;
  readonly list: readonly Correction[];
}

const MOST_BYTES = 4 * 1024 * 1024;

/** Reads and checks a corrections file. Throws `CeyuanError`: corrections-missing, corrections-invalid. */
export function readCorrections(path: string | undefined): CorrectionsFile {
  if (path === undefined) return { name: "", text: "", list: [] };
  let text: string;
  try {
    if (statSync(path).size > MOST_BYTES) throw new Error("大于 4 MB (larger than 4 MB)");
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new CeyuanError(
      "corrections-missing",
      `读不了更正文件 (the file of corrections cannot be read): ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        hint: "检查 --corrections 后面的路径 (check the path after --corrections)",
        cause,
      },
    );
  }
  const name = basename(path);
  return { name, text, list: parseCorrections(text, name) };
}
