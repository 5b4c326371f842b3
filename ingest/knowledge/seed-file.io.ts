import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { CeyuanError } from "../../graph/model/errors.ts";

/**
 * Reads one YAML file of `seeds/` and validates it. Throws `CeyuanError` (code `seeds-invalid`) naming file, line and
 * what was expected.
 */
export function readSeedFile<Schema extends z.ZodType>(folder: string, name: string, schema: Schema): z.output<Schema> {
  const text = readFileSync(join(folder, name), "utf8");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw new CeyuanError("seeds-invalid", `seeds/${name}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === "symbol" ? String(part) : part));
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  const line = node?.range === undefined ? 1 : lines.linePos(node.range[0]).line;
  throw new CeyuanError("seeds-invalid", `seeds/${name}:${line}: ${path.join(".")}: ${issue?.message ?? "invalid"}`);
}
