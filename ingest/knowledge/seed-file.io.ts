import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parse, parseDocument } from "yaml";
import type { z } from "zod";
import { CeyuanError } from "../../graph/model/errors.ts";

/**
 * Reads one YAML file of `seeds/` and validates it. Throws `CeyuanError` (code `seeds-invalid`) naming file, line and
 * what was expected. Positions are looked for only where something is wrong: they double the time that parsing takes.
 */
export function readSeedFile<Schema extends z.ZodType>(folder: string, name: string, schema: Schema): z.output<Schema> {
  const text = readFileSync(join(folder, name), "utf8");
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    throw complaint(name, text, undefined);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw complaint(name, text, result.error.issues[0]);
}

function complaint(name: string, text: string, issue: z.core.$ZodIssue | undefined): CeyuanError {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    return new CeyuanError("seeds-invalid", `seeds/${name}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  }
  const path = (issue?.path ?? []).map((part) => (typeof part === "symbol" ? String(part) : part));
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  const line = node?.range === undefined ? 1 : lines.linePos(node.range[0]).line;
  return new CeyuanError("seeds-invalid", `seeds/${name}:${line}: ${path.join(".")}: ${issue?.message ?? "invalid"}`);
}
