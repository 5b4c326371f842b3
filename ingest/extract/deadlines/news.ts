import type { CompiledDeadlineWords } from "./compiled-words.ts";

/** The opening and the end, in which a report names its reporter or agency. */
const OPENING = 400;
const END = 60;
/** What only a document says of itself. */
const OFFICIAL = /现印发|印发给你们|特此通知|请认真贯彻|请遵照执行|现予公布|请结合实际/u;

/** True for a report of news: its opening or its end names a reporter, an agency or a briefing, or the whole does so twice. */
export function isNews(text: string, { news }: Pick<CompiledDeadlineWords, "news">): boolean {
  if (OFFICIAL.test(text.slice(0, 2000))) return false;
  const where = `${text.slice(0, OPENING)}\n${text.slice(-END)}`;
  return where.search(news) >= 0 || [...text.matchAll(news)].length >= 2;
}
