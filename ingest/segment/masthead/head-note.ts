import { isBodyName } from "./bodies.ts";
import type { MastheadGrammar } from "./grammar.ts";
import { type HeadConstruct, type HeadDraft, lineAt } from "./head-draft.ts";
import { findDates, type IssueDate } from "./issue-date.ts";

/** A bracket that may hold brackets; over several lines where it tells how a law was made. */
const BRACKET = /^[（(](?:[^（()）]|[（(][^（()）]{0,60}[）)]){2,600}[）)](?=\s|$|第|总|目\s?录)/u;
const MADE = /通过|批准|公布|发布|颁布|施行|修订|修正/u;
const PROMULGATED = /公布|发布|颁布/u;
const CHANGED = /修正|修订|修改|废止|清理/u;

/** （2019年3月2日江州市人民政府令第12号公布 自…起施行）, a date, or a second line with a dash between title and text. */
export const dateOrNote: HeadConstruct = (text, draft, grammar) => {
  if (draft.titles.length === 0) return undefined;
  const line = lineAt(text, draft.at);
  const bracket = BRACKET.exec(text.slice(draft.at, draft.at + 620))?.[0];
  const note =
    bracket !== undefined && (MADE.test(bracket) || !bracket.includes("\n"))
      ? bracket
      : /^——[^。；]{4,60}$/u.exec(line)?.[0];
  if (note !== undefined) {
    readNote(text, draft, draft.at + note.length, grammar);
    return draft.at + note.length;
  }
  const date = findDates(text, draft.at, draft.at + Math.min(line.length, 24))[0];
  if (date?.span.from !== draft.at) return undefined;
  if (/^\s|^$/u.test(text.slice(date.span.to, date.span.to + 1)) && !isHistory(line)) {
    draft.dates.push(date);
    return date.span.to;
  }
  if (!isHistory(line)) return undefined;
  readNote(text, draft, draft.at + line.length, grammar);
  return draft.at + line.length;
};

/** 2019年12月30日江州市人民代表大会常务委员会通过: a line of its own under the title, without brackets. */
const isHistory = (line: string): boolean =>
  line.length <= 120 && /(?:通过|批准|公布|发布|颁布|施行|修订|修正)$/u.test(line.trim()) && !/[。；：:]/u.test(line);

/** The day on which a law was promulgated, with the number of the order that did it; else the first day that is named. */
function readNote(text: string, draft: HeadDraft, to: number, grammar: MastheadGrammar): void {
  const dates = findDates(text, draft.at, to);
  const behind = (date: IssueDate, i: number): string => text.slice(date.span.to, dates[i + 1]?.span.from ?? to);
  const promulgated = dates.findIndex((date, i) => PROMULGATED.test(behind(date, i)) && !CHANGED.test(behind(date, i)));
  const date = dates[Math.max(0, promulgated)];
  if (date !== undefined) draft.dates.push(date);
  if (promulgated < 0 || date === undefined) return;
  const order =
    /^\s?(?<body>\p{Script=Han}{2,30}?)(?<kind>令|公告)\s?第?\s?(?<serial>[\d〇零一二三四五六七八九十百]{1,5})\s?号/u.exec(
      behind(date, promulgated),
    );
  const { body = "", kind = "", serial = "" } = order?.groups ?? {};
  if (order === null || draft.numbers.length > 0 || !isBodyName(body, grammar)) return;
  const gap = order[0].length - order[0].trimStart().length;
  const from = date.span.to + gap;
  draft.numbers.push({ text: `${body}${kind}第${serial}号`, span: { from, to: date.span.to + order[0].length } });
  draft.letterheads.push({ text: body, span: { from, to: from + body.length } });
}
