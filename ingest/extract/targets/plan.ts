import type { ClauseTree } from "../../../graph/model/reading.ts";
import type { TargetLexicon } from "./lexicon.ts";

/** PlanOfWork 工作安排: whether a document says what is to be done, and the one year it is for, where it is for one. */
export interface PlanOfWork {
  readonly isPlan: boolean;
  readonly year?: number;
}

/** So many words of duty and a document divides work, whatever its title, or the part of one that has none. */
const DIVIDES = 3;
const OPENING = 700;
/** A year by itself: neither end of 2021－2023年, and no day. */
const YEAR = /(?<![\d—－–\-~～至到])(?<year>20\d{2})\s?年(?:度)?(?!\s?[\d—－–\-~～至到])/gu;

/** Reads from title and opening for which year the work is planned: 2023年重点工作分工方案, 2023年《政府工作报告》确定的…. */
export function planOf(
  text: string,
  tree: ClauseTree,
  documentYear: number | undefined,
  words: TargetLexicon,
): PlanOfWork {
  const { masthead } = tree;
  const titles = [masthead.title?.text, masthead.enclosedTitle?.text].filter((title) => title !== undefined);
  const isPlan = titles.some((title) => words.plans.test(title)) || [...text.matchAll(words.duties)].length >= DIVIDES;
  const named = titles.some((title) => words.yearly.test(title)) ? singleYear(titles.join("\n")) : undefined;
  const year = named ?? yearNamedAsPlanned(text.slice(0, OPENING), words);
  const fits = documentYear === undefined || year === documentYear || year === documentYear + 1;
  return { isPlan, ...(isPlan && fits && year !== undefined ? { year } : {}) };
}

/** The year that all years of the words agree in. */
function singleYear(words: string): number | undefined {
  const years = new Set([...words.matchAll(YEAR)].map((match) => Number(match.groups?.["year"])));
  return years.size === 1 ? [...years][0] : undefined;
}

/** 现就2023年《政府工作报告》确定的重点工作…: the opening names the plan with its year. */
function yearNamedAsPlanned(opening: string, words: TargetLexicon): number | undefined {
  const years = [...opening.matchAll(YEAR)].flatMap(({ index, 0: found, groups }) => {
    const behind = opening.slice(index + found.length, index + found.length + 16).split(/[，,。；;\n]/u)[0] ?? "";
    return words.yearly.test(behind) ? [Number(groups?.["year"])] : [];
  });
  return years.length === 0 ? undefined : Math.max(...years);
}
