import stringWidth from "string-width";

const GAP = "  ";
const NARROWEST = 6;
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/**
 * A table in columns, hanzi counted as two. Where the terminal is too narrow the widest columns give way first and end
 * in an ellipsis. Control characters never reach the terminal: a document could hold some.
 */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number | undefined,
  style: (heading: string) => string = (heading) => heading,
): string {
  const clean = [header, ...rows].map((row) => header.map((_, at) => printable(row[at] ?? "")));
  const natural = header.map((_, at) => Math.max(...clean.map((row) => stringWidth(row[at] ?? ""))));
  const widths = columns === undefined ? natural : fit(natural, columns - GAP.length * (header.length - 1));
  const lines = clean.map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  const [first = "", ...rest] = lines;
  const rule = widths.map((width) => "─".repeat(width)).join(GAP);
  return [style(first), rule, ...rest, ""].join("\n");
}

function fit(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  for (let excess = widths.reduce((sum, width) => sum + width, 0) - room; excess > 0; excess--) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= NARROWEST) break;
    widths[widest] = width - 1;
  }
  return widths;
}

function pad(cell: string, width: number): string {
  const shown = truncate(cell, width);
  return shown + " ".repeat(Math.max(0, width - stringWidth(shown)));
}

/** Cuts to a width of the terminal, never inside a character. */
export function truncate(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let out = "";
  let used = 1;
  for (const { segment } of graphemes.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    out += segment;
  }
  return `${out}…`;
}

/** One line without control characters, direction marks among them. */
export const printable = (text: string): string =>
  text.replace(/\s*[\r\n\t]+\s*/gu, " ").replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "");
