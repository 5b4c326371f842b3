import stringWidth from "string-width";
import writeExcelFile, { type Cell } from "write-excel-file/node";
import { CeyuanError } from "../../graph/model/errors.ts";
import type { Cell as SheetValue } from "./readable.ts";
import { stopClock } from "./zip-clock.ts";

const MOST_ROWS = 1_048_575;
const MOST_CHARACTERS = 32_767;
/** Widths of columns, in digits. */
const [NARROWEST, WIDEST] = [8, 60];
/** Excel reads `_x000D_` as a control character wherever it stands; the underscore itself can be written so. */
const ESCAPE = /_(?=x[\da-f]{4}_)/giu;

/**
 * A workbook of one sheet: bold headings that stay in sight, columns as wide as what stands in them. Texts are marked as
 * texts, so that none is ever taken for a formula, a date or a number, not even when somebody edits the cell. The same
 * rows make the same bytes.
 */
export async function formatXlsx(
  title: string,
  header: readonly string[],
  rows: readonly (readonly SheetValue[])[],
): Promise<Uint8Array> {
  if (rows.length > MOST_ROWS) {
    throw new CeyuanError(
      "xlsx-too-large",
      `有 ${rows.length} 行，一张 Excel 表最多 ${MOST_ROWS} 行 (more rows than a sheet of Excel takes)`,
      { hint: "减少行数，或改用 csv、jsonl (take fewer rows, or csv or jsonl)" },
    );
  }
  const widths = header.map((name, at) => widthOf([name, ...rows.map((row) => row[at] ?? null)]));
  const headings = header.map((name) => ({ ...textCell(name, WIDEST), fontWeight: "bold" as const }));
  const cells = rows.map((row) => header.map((_, at) => cellOf(row[at] ?? null, widths[at] ?? WIDEST)));
  const book = await writeExcelFile([headings, ...cells], {
    sheet: sheetName(title),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return stopClock(book);
}

const widthOf = (values: readonly SheetValue[]): number => {
  let widest = NARROWEST;
  for (const value of values) widest = Math.max(widest, stringWidth(String(value ?? "").slice(0, WIDEST)) + 2);
  return Math.min(widest, WIDEST);
};

function cellOf(value: SheetValue, width: number): Cell {
  if (value === null) return null;
  if (typeof value === "boolean") return { value, type: Boolean, alignVertical: "top" };
  if (typeof value === "number" && Number.isFinite(value)) return { value, type: Number, alignVertical: "top" };
  return textCell(String(value), width);
}

const textCell = (text: string, width: number) => ({
  value: (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text).replace(ESCAPE, "_x005F_"),
  type: String,
  format: "@",
  alignVertical: "top" as const,
  wrap: text.includes("\n") || stringWidth(text.slice(0, WIDEST + 1)) > width,
});

/** Excel takes 31 characters, some not at all, and no apostrophe at the ends. */
const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/gu, "")
    .trim() || "ceyuan";
