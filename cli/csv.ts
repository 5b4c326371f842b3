import { stringify } from "csv-stringify/sync";

/**
 * CSV as spreadsheets take it: RFC 4180 with CRLF; a cell that would be run as a formula gets an apostrophe before it.
 * A file gets the byte-order mark without which Excel misreads hanzi; a pipe does not.
 */
export function formatCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  toFile: boolean,
): string {
  return stringify([[...header], ...rows.map((row) => [...row])], {
    bom: toFile,
    escape_formulas: true,
    quoted_match: /[\r\n]/u,
    record_delimiter: "windows",
  });
}
