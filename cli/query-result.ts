import type { QueryResult } from "../graph/stores/store.ts";
import { cellText } from "./cell.ts";
import { formatCsv } from "./csv.ts";
import { formatTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

export type ResultFormat = "table" | "json" | "csv";

/** A column of a saved query, with its headings. */
interface Heading {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** A query's result as a person, a program or a spreadsheet takes it. JSON keeps values and column names as they are. */
export function formatResult(
  { columns, rows }: QueryResult,
  format: ResultFormat,
  headings: readonly Heading[],
  { words, language, out }: Terminal,
  toFile: boolean,
): string {
  if (format === "json") {
    const records = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));
    return `${JSON.stringify(records, null, 2)}\n`;
  }
  const header = columns.map((name) => headings.find((heading) => heading.name === name)?.[language] ?? name);
  if (format === "csv") {
    const cells = rows.map((row) => row.map((value) => (typeof value === "number" ? value : cellText(value, words))));
    return formatCsv(header, cells, toFile);
  }
  if (rows.length === 0) return `${words.query.none}\n`;
  const cells = rows.map((row) => row.map((value) => cellText(value, words)));
  const table = formatTable(header, cells, toFile ? undefined : out.columns, out.colors.bold);
  return `${table}${out.colors.dim(words.query.rows(rows.length))}\n`;
}
