import type { Ontology } from "../../graph/schema/ontology.ts";
import type { QueryResult } from "../../graph/stores/store.ts";
import type { Value } from "../../graph/stores/value.ts";
import { codeNames } from "../code-names.ts";
import type { QueryColumn } from "../header.ts";
import { cellText, type Language } from "./cell.ts";

/** What a table or a sheet shows in one place. */
export type Cell = string | number | boolean | null;

/** A result as people read it: headings and codes in their language. */
export interface ReadableResult {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Puts a result into words; `columns` are those of a saved query, whose own result is headed by names of its columns. */
export function readableResult(
  result: QueryResult,
  columns: readonly QueryColumn[],
  language: Language,
  ontology: Ontology,
): ReadableResult {
  const known = result.columns.map((name) => columns.find((column) => column.name === name));
  const readers = known.map((column) => codeReader(column, language, ontology));
  return {
    header: result.columns.map((name, at) => known[at]?.[language] ?? name),
    rows: result.rows.map((row) =>
      row.map((value, at): Cell => {
        const read = readers[at]?.(value) ?? value;
        return typeof read === "object" && read !== null ? cellText(read, language) : read;
      }),
    ),
  };
}

/** A result as programs read it: values and names of columns as they are. */
export const recordsOf = ({ columns, rows }: QueryResult): Record<string, Value>[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null])));

/** Puts the names of codes in their place, where the column says what codes it holds. */
function codeReader(column: QueryColumn | undefined, language: Language, ontology: Ontology): (value: Value) => Value {
  if (column?.codes === undefined) return (value) => value;
  const names = codeNames(ontology, column.codes);
  const read = (value: Value): Value => {
    if (typeof value === "string") return names.get(value)?.[language] ?? value;
    return Array.isArray(value) ? value.map((member: Value) => read(member)) : value;
  };
  return read;
}
