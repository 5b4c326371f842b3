import type { Masthead } from "../../graph/model/reading.ts";

/** 现将《…》（国发〔2014〕1号）转发你们: what is passed on is passed on at once. */
const OPENING = 500;
const PASSED_ON = /现将[^。\n]{0,80}[〔［[(（](20\d{2})[〕］\])）]\s?\d{1,4}\s?号[^。\n]{0,12}转发/u;

/**
 * DocumentYear 成文年份: the year in which a document was written, by its date, its number or its title; without all three the
 * year of the document that it passes on. A document that is only cited may be years older.
 */
export function documentYearOf(text: string, { date, number, title }: Masthead): number | undefined {
  const stated =
    date?.iso.slice(0, 4) ??
    /〔(\d{4})〕/u.exec(number?.text ?? "")?.[1] ??
    /(?<![\d—－–\-~～至到])(\d{4})年/u.exec(title?.text ?? "")?.[1] ??
    PASSED_ON.exec(text.slice(0, OPENING))?.[1];
  return stated === undefined ? undefined : Number(stated);
}
