import type { CleanSpan } from "../../../graph/model/span.ts";
import type { DateMention } from "../../recognize/dates.ts";
import type { CompiledDeadlineWords } from "./compiled-words.ts";
import type { DeadlineMention } from "./index.ts";

const CELL = /[^\n\t]+/gu;
/** Where a row of a table in one run of text begins: 12、 behind the row before. */
const ROW = /(?<!\d)\d{1,3}[、.．](?!\d)/gu;
const MAX_CELL = 24;

/**
 * Deadlines in a column of a task table (FIELD.md §2): only below a heading such as 完成时限 that stands among others. A cell
 * a line is a deadline where it holds a date or 全年, 长期 and nothing else; in a table run together a bare month is one
 * where a body's name follows it.
 */
export function columnDeadlines(
  text: string,
  dates: readonly DateMention[],
  words: CompiledDeadlineWords,
): DeadlineMention[] {
  const heading = [...text.matchAll(words.labelAlone)].find(({ index, 0: word }) =>
    isHeading(text, { from: index, to: index + word.length }, words),
  );
  if (heading === undefined) return [];
  const from = heading.index + heading[0].length;
  return [...cells(text, from, dates, words), ...runTogether(text, from, dates, words)];
}

function isHeading(text: string, { from, to }: CleanSpan, { heading }: CompiledDeadlineWords): boolean {
  const around = text.slice(Math.max(0, from - 60), to + 60);
  return (
    new Set([...around.matchAll(heading)].map(([word]) => word)).size >= 2 && !/^\s?[:：]/u.test(text.slice(to, to + 2))
  );
}

function cells(
  text: string,
  from: number,
  dates: readonly DateMention[],
  { openAlone }: CompiledDeadlineWords,
): DeadlineMention[] {
  const byStart = new Map(dates.map((date) => [date.span.from, date]));
  const found: DeadlineMention[] = [];
  // What is to be done is the longest cell of the row, which the deadline or a new marker ends.
  let longest: CleanSpan = { from, to: from };
  let rowEnded = false;
  for (const match of text.slice(from).matchAll(CELL)) {
    const cell = { from: from + match.index, to: from + match.index + match[0].length };
    if (cell.to - cell.from <= MAX_CELL) {
      const words = match[0].trim();
      const start = cell.from + match[0].indexOf(words);
      const date = byStart.get(start);
      const whole = date !== undefined && /^(?:完成)?[。；]?$/u.test(text.slice(date.span.to, start + words.length));
      if (whole || openAlone.test(words)) {
        const span = whole ? date.span : { from: start, to: start + words.length };
        found.push({ span, taskSpan: longest, rule: "column", ...(whole ? { date } : {}) });
        rowEnded = true;
        continue;
      }
    }
    if (rowEnded || cell.to - cell.from > longest.to - longest.from) longest = cell;
    rowEnded = false;
  }
  return found;
}

function runTogether(
  text: string,
  from: number,
  dates: readonly DateMention[],
  words: CompiledDeadlineWords,
): DeadlineMention[] {
  const rows = [...text.slice(from).matchAll(ROW)].map(({ index, 0: marker }) => from + index + marker.length);
  const found: DeadlineMention[] = [];
  const push = (span: CleanSpan, date?: DateMention): void => {
    const before = text.slice(Math.max(0, span.from - 1), span.from);
    if (/[\n于自从到至在，,、（(]/u.test(before) || !words.bodyAt(text, span.to)) return;
    const row = lastAtOrBefore(rows, span.from) ?? from;
    found.push({
      span,
      taskSpan: { from: row, to: span.from },
      rule: "column",
      ...(date === undefined ? {} : { date }),
    });
  };
  for (const date of dates) {
    if (date.span.from >= from && (date.precision !== "year" || date.part === "end")) push(date.span, date);
  }
  const open = new RegExp(words.openSticky.source, "gu");
  for (const match of text.slice(from).matchAll(open)) {
    push({ from: from + match.index, to: from + match.index + match[0].length });
  }
  return found;
}

function lastAtOrBefore(sorted: readonly number[], offset: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
