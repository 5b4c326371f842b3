import type { ClauseTree, Deadline, NormalizedText } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type DateMention, findDates, lastDayOf } from "../../recognize/dates.ts";
import { clauseHolding } from "../subject.ts";
import { columnDeadlines } from "./column.ts";
import { deadlineWordsOf } from "./compiled-words.ts";
import { isNews } from "./news.ts";
import { proseDeadlines } from "./prose.ts";

/** FoundDeadline: a deadline, the words that are to be done by then, and the path of the clause they stand in. */
export interface FoundDeadline {
  readonly deadline: Deadline;
  readonly taskSpan: CleanSpan;
  readonly clause: string;
  /** Id of the pattern that found it. */
  readonly rule: string;
}

/** What a pattern finds: where the words of the deadline stand, the date in them, and what is to be done. */
export interface DeadlineMention {
  readonly span: CleanSpan;
  readonly date?: DateMention;
  readonly taskSpan: CleanSpan;
  readonly rule: string;
}

/**
 * Deadlines 时限: dates by which something is to be done, in prose, in brackets behind duties, behind labels and in table
 * columns, in text order. Dates of the past, of validity, of meetings and holidays are none; news sets nobody a date.
 */
export function extractDeadlines(
  normalized: NormalizedText,
  tree: ClauseTree,
  knowledge: Knowledge,
  documentYear: number | undefined,
): FoundDeadline[] {
  const { text } = normalized;
  const words = deadlineWordsOf(knowledge);
  if (isNews(text, words)) return [];
  const dates = findDates(text);
  const found = [...columnDeadlines(text, dates, words), ...proseDeadlines(text, dates, words)];
  found.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  const skip = [tree.masthead.title?.span, tree.masthead.date?.span, tree.masthead.number?.span];
  let end = 0;
  return found.flatMap(({ span, date, taskSpan, rule }) => {
    const isMasthead = skip.some((part) => part !== undefined && part.from <= span.from && span.from < part.to);
    if (span.from < end || (isMasthead && rule !== "labelled")) return [];
    const last = date === undefined ? undefined : lastDayOf(date, documentYear);
    if (date?.year !== undefined && documentYear !== undefined && date.year < documentYear) return [];
    end = span.to;
    const deadline: Deadline = {
      text: text.slice(span.from, span.to).replace(/\s+/gu, ""),
      span,
      ...(last === undefined ? {} : last),
    };
    return [{ deadline, taskSpan, clause: clauseHolding(tree, span.from)?.path ?? "", rule }];
  });
}
