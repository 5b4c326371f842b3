import { loadOntology } from "../graph/schema/ontology.io.ts";
import type { QueryResult } from "../graph/stores/store.ts";
import type { QueryColumn } from "../queries/catalog.ts";
import { formatCsv } from "../queries/results/csv.ts";
import { readableResult, recordsOf } from "../queries/results/readable.ts";
import { formatXlsx } from "../queries/results/xlsx.ts";
import { formatTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

/** Formats of a result, with the endings of their files. */
export const RESULT_FORMATS = ["table", "csv", "json", "jsonl", "xlsx"] as const;

export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** What is known of a result beside itself. */
interface Presentation {
  readonly title: string;
  /** Of a saved query; any other result is headed by the names of its columns. */
  readonly columns: readonly QueryColumn[];
  readonly toFile: boolean;
}

/**
 * A query's result as a person, a program or a spreadsheet takes it. JSON keeps values and column names as they are; else
 * headings and codes are in the user's language.
 */
export async function formatResult(
  result: QueryResult,
  format: ResultFormat,
  { title, columns, toFile }: Presentation,
  { words, language, out }: Terminal,
): Promise<string | Uint8Array> {
  if (format === "json") return `${JSON.stringify(recordsOf(result), null, 2)}\n`;
  if (format === "jsonl") return recordsOf(result).map((record) => `${JSON.stringify(record)}\n`).join(""); // biome-ignore format: one idea
  const { header, rows } = readableResult(result, columns, language, loadOntology());
  if (format === "xlsx") return await formatXlsx(title, header, rows);
  if (format === "csv") return formatCsv(header, rows, toFile);
  if (rows.length === 0) return `${words.query.none}\n`;
  const text = rows.map((row) => row.map((cell) => String(cell ?? "")));
  const table = formatTable(header, text, toFile ? undefined : out.columns, toFile ? undefined : out.colors.bold);
  return toFile ? table : `${table}${out.colors.dim(words.query.rows(rows.length))}\n`;
}
