import { readFileSync, writeFileSync } from "node:fs";
import type { QueryResult } from "../../graph/stores/store.ts";
import type { Value } from "../../graph/stores/value.ts";
import type { SavedQuery } from "../../queries/catalog.ts";

const WIDTH = 60;

const isPlain = (value: Value): value is null | boolean | number | string | string[] =>
  value === null ||
  typeof value !== "object" ||
  (Array.isArray(value) && value.every((member) => typeof member === "string"));

const quoted = (value: Value): string => JSON.stringify(value);

/** What goes into a header: the short columns of the first row, those that say most. */
function firstOf(query: SavedQuery, { columns, rows }: QueryResult): Record<string, Value> {
  const row = rows[0] ?? [];
  const entries = columns.map((name, at) => [name, row[at] ?? null] as const);
  const chosen = query.expect?.first;
  if (chosen !== undefined) return Object.fromEntries(entries.filter(([name]) => name in chosen));
  return Object.fromEntries(entries.filter(([, value]) => isPlain(value) && quoted(value).length <= WIDTH).slice(0, 5));
}

/** Writes what a query gives now into its header; for `UPDATE=1` only, to be looked at before it is committed. */
export function rewriteExpectation(query: SavedQuery, result: QueryResult): void {
  const lines = readFileSync(query.file, "utf8").split("\n");
  const end = lines.indexOf("// ---", 1);
  const old = lines.slice(0, end).indexOf("// expect:");
  const first = Object.entries(firstOf(query, result)).map(([name, value]) => `//     ${name}: ${quoted(value)}`);
  const block = [`// expect:`, `//   rows: ${result.rows.length}`];
  if (result.rows.length > 0) block.push("//   first:", ...first);
  lines.splice(old < 0 ? end : old, old < 0 ? 0 : end - old, ...block);
  writeFileSync(query.file, lines.join("\n"));
}
