import { stringify } from "csv-stringify/sync";
import type { Cell } from "./readable.ts";

/**
 * CSV as spreadsheets take it: RFC 4180 with CRLF; a cell that would be run as a formula gets an apostrophe before it.
 * A file gets the byte-order mark without which Excel misreads hanzi; a pipe does not.
 */
export function formatCsv(header: readonly string[], rows: readonly (readonly Cell[])[], toFile: boolean): string {
  const plain = rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell : String(cell ?? ""))));
  return stringify([[...header], ...plain], {
    bom: toFile,
    escape_formulas: true,
    quoted_match: /[\r\n]/u,
    record_delimiter: "windows",
  });
}
