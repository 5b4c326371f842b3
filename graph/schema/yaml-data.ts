import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** What is wrong with a piece of YAML, and in which of its lines (from 1). */
export interface YamlFault {
  readonly line: number;
  readonly message: string;
}

/** Parses YAML and checks it against a schema; the fault names the line of the first thing that is wrong. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): { readonly data: z.output<Schema> } | { readonly fault: YamlFault } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const message = broken.message.split("\n")[0] ?? broken.message;
    return { fault: { line: lines.linePos(broken.pos[0]).line, message } };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { data: result.data };
  const issue = result.error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === "symbol" ? String(part) : part));
  // The nearest thing around it that is there: what is missing has no line.
  let node: { range?: [number, number, number] } | undefined;
  for (let depth = path.length; node?.range === undefined && depth > 0; depth--) {
    node = document.getIn(path.slice(0, depth), true) as typeof node;
  }
  const line = node?.range === undefined ? 1 : lines.linePos(node.range[0]).line;
  return { fault: { line, message: `${path.join(".")}: ${issue?.message ?? "invalid"}` } };
}
