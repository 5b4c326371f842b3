import { type DateMention, findDates } from "../../recognize/dates.ts";
import type { TargetLexicon } from "./lexicon.ts";
import type { Segment } from "./segments.ts";

/** GoalYear 目标年: the year by which something is to be reached, and where its words begin. */
export interface GoalYear {
  readonly year: number;
  readonly from: number;
  readonly to: number;
  /** End of what it governs, where that is not the whole sentence. */
  readonly until?: number;
}

const NOT_A_GOAL = /(?:截至|截止|自|从|较|比|与|同|以|不低于|不高于|不少于|不超过|高于|低于|举办|召开|印发|发布)$/u;
/** 2021年第46届, 2019年同期, 2015年基础上: the year of something else. */
const OF_SOMETHING = /^(?:第|同期|基础|水平|的|以来|版|春节|修订|中央)/u;
/** 预计到2025年: a forecast, not an aim. */
const FORECAST = /(?:预计|预测|测算|据统计|估计)[^，。；]{0,6}$/u;

/**
 * Years in a range that set an aim: behind 到 or 至, the end of a span of years, before 前 or 底, or a year that is not over
 * when the document is written and opens a segment or stands in the one with the value. Days, past years and years compared
 * with are none.
 */
export function goalYears(
  text: string,
  block: readonly Segment[],
  documentYear: number | undefined,
  words: TargetLexicon,
): GoalYear[] {
  const from = block[0]?.from ?? 0;
  const to = block.at(-1)?.to ?? 0;
  return findDates(text, from, to).flatMap((date) => {
    const year = date.year ?? (documentYear === undefined ? undefined : yearMeant(date, documentYear));
    if (year === undefined) return [];
    const before = text.slice(Math.max(from, date.span.from - 5), date.span.from);
    if (FORECAST.test(text.slice(Math.max(from, date.span.from - 12), date.span.from))) return [];
    if (text.charAt(date.span.to - 1) === "度" && !text.startsWith("目标", date.span.to)) return [];
    const head = words.yearHead.exec(before)?.[0].length;
    if (head !== undefined) {
      const reported = before.slice(0, -head).endsWith("截");
      return reported ? [] : [{ year, from: date.span.from - head, to: date.span.to }];
    }
    if (NOT_A_GOAL.test(before) || OF_SOMETHING.test(text.slice(date.span.to, date.span.to + 3))) return [];
    if (!isOpen(date, year, documentYear)) return [];
    const segment = block.find((part) => part.from <= date.span.from && date.span.from < part.to);
    const opens = segment !== undefined && text.slice(segment.from, date.span.from).trim().length <= 8;
    const reach = opens || segment === undefined ? {} : { until: segment.to };
    return [{ year, from: date.span.from, to: date.span.to, ...reach }];
  });
}

/** 今年 is the document's year, and so is that of a month before which something is to be done: 9月底前. */
function yearMeant({ relativeYear, bound, precision }: DateMention, documentYear: number): number | undefined {
  if (relativeYear !== undefined) return documentYear + relativeYear;
  return bound === "before" && precision !== "year" ? documentYear : undefined;
}

function isOpen(date: DateMention, year: number, documentYear: number | undefined): boolean {
  if (date.precision === "day") return date.bound === "before" && (documentYear === undefined || year >= documentYear);
  if (date.precision !== "year" && date.bound === undefined && date.part === undefined) return date.isRange;
  if (documentYear !== undefined) return year >= documentYear;
  return date.isRange || date.bound !== undefined || date.part === "end";
}
