import type { CleanSpan } from "../../../graph/model/span.ts";
import { numeralValue } from "../numerals.ts";

const HAN_YEAR = "[一二三四五六七八九〇○零OΟ]{4}";
const ONE = "[\\d０-９一二三四五六七八九十]{1,3}";

/** A date with year and month, and mostly day: 2018年12月13日, 二〇一二年九月六日, ２０１２年９月６日, 2020-05-12. */
const DATE = new RegExp(
  `(?<![\\d０-９])(?<year>[\\d０-９]{4}|${HAN_YEAR}|(?:中華)?民國\\s?\\d{2,3})\\s?年\\s?(?<month>${ONE})\\s?月(?:\\s?(?<day>${ONE})\\s?日)?`,
  "gu",
);

export interface IssueDate {
  readonly iso: string;
  readonly span: CleanSpan;
}

/** All dates between `from` and `to`, in text order; impossible ones are left out. */
export function findDates(text: string, from: number, to: number): IssueDate[] {
  const dates: IssueDate[] = [];
  for (const match of text.slice(from, to).matchAll(DATE)) {
    const { year = "", month = "", day } = match.groups ?? {};
    const iso = isoOf(year, month, day);
    if (iso !== undefined)
      dates.push({ iso, span: { from: from + match.index, to: from + match.index + match[0].length } });
  }
  return dates;
}

const NUMERIC = /^(?<year>(?:19|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/u;
const CLOCK = /^\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?/u;

/** A date in any form at `at`, with the time of day that may follow: what a page says of itself. */
export function stampAt(text: string, at: number): IssueDate | undefined {
  const rest = text.slice(at, at + 40);
  const numeric = NUMERIC.exec(rest);
  const { year = "", month = "", day } = numeric?.groups ?? {};
  const [written] = findDates(text, at, Math.min(text.length, at + 20));
  const iso = numeric === null ? undefined : isoOf(year, month, day);
  const date =
    iso === undefined
      ? written?.span.from === at
        ? written
        : undefined
      : { iso, span: { from: at, to: at + (numeric?.[0].length ?? 0) } };
  if (date === undefined) return undefined;
  const clock = CLOCK.exec(text.slice(date.span.to, date.span.to + 16))?.[0].length ?? 0;
  return { iso: date.iso, span: { from: at, to: date.span.to + clock } };
}

function isoOf(year: string, month: string, day: string | undefined): string | undefined {
  const republic = /民國\s?(\d+)/u.exec(year)?.[1];
  const y = republic !== undefined ? 1911 + Number(republic) : numeralValue(year.replace(/[OΟ]/gu, "〇"));
  const m = numeralValue(month);
  const d = day === undefined ? undefined : numeralValue(day);
  if (y === undefined || m === undefined || y < 1900 || y > 2100 || m < 1 || m > 12) return undefined;
  const head = `${y}-${String(m).padStart(2, "0")}`;
  if (day === undefined) return head;
  return d === undefined || d < 1 || d > 31 ? undefined : `${head}-${String(d).padStart(2, "0")}`;
}
