import type { Masthead } from "../../graph/model/reading.ts";

/** The part of a document that says what it is issued upon. */
const OPENING = 500;
const CITED = /[〔［[(（](20\d{2})[〕］\])）]\s?\d{1,4}\s?号/gu;

/**
 * DocumentYear 成文年份: the year in which a document was written, by its date, its number or its title; without all three the
 * latest year of a document that its opening names by number, which it follows.
 */
export function documentYearOf(text: string, { date, number, title }: Masthead): number | undefined {
  const stated =
    date?.iso.slice(0, 4) ??
    /〔(\d{4})〕/u.exec(number?.text ?? "")?.[1] ??
    /(?<![\d—－–\-~～至到])(\d{4})年/u.exec(title?.text ?? "")?.[1];
  if (stated !== undefined) return Number(stated);
  const cited = [...text.slice(0, OPENING).matchAll(CITED)].map(([, year]) => Number(year));
  return cited.length === 0 ? undefined : Math.max(...cited);
}
