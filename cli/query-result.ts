import { loadOntology } from "../graph/schema/ontology.io.ts";
import type { QueryResult } from "../graph/stores/store.ts";
import type { Value } from "../graph/stores/value.ts";
import type { QueryColumn } from "../queries/catalog.ts";
import { codeNames } from "../queries/code-names.ts";
import { cellText } from "./cell.ts";
import { formatCsv } from "./csv.ts";
import { formatTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { formatXlsx } from "./xlsx.ts";

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

type Cell = string | number | boolean | null;

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
  const known = result.columns.map((name) => columns.find((column) => column.name === name));
  const header = result.columns.map((name, at) => known[at]?.[language] ?? name);
  const readers = known.map((column) => codeReader(column, language));
  const cells = result.rows.map((row) =>
    row.map((value, at): Cell => {
      const read = readers[at]?.(value) ?? value;
      return typeof read === "object" && read !== null ? cellText(read, words) : read;
    }),
  );
  if (format === "xlsx") return await formatXlsx(title, header, cells, words);
  if (format === "csv") {
    const plain = cells.map((row) => row.map((cell) => (typeof cell === "number" ? cell : String(cell ?? ""))));
    return formatCsv(header, plain, toFile);
  }
  if (cells.length === 0) return `${words.query.none}\n`;
  const text = cells.map((row) => row.map((cell) => String(cell ?? "")));
  const table = formatTable(header, text, toFile ? undefined : out.columns, toFile ? undefined : out.colors.bold);
  return toFile ? table : `${table}${out.colors.dim(words.query.rows(cells.length))}\n`;
}

const recordsOf = ({ columns, rows }: QueryResult): Record<string, Value>[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));

/** Puts the names of codes in their place, where the column says what codes it holds. */
function codeReader(column: QueryColumn | undefined, language: "zh" | "en"): (value: Value) => Value {
  if (column?.codes === undefined) return (value) => value;
  const names = codeNames(loadOntology(), column.codes);
  const read = (value: Value): Value => {
    if (typeof value === "string") return names.get(value)?.[language] ?? value;
    return Array.isArray(value) ? value.map((member: Value) => read(member)) : value;
  };
  return read;
}
