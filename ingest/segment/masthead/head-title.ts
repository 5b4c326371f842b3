import { ORDER_NUMBER } from "./document-number.ts";
import { type HeadConstruct, lineAt } from "./head-draft.ts";
import { findDates } from "./issue-date.ts";
import { readHeadline, readTitle } from "./title.ts";

/** Markdown's # 标题, without a number such as 3-1. */
export const markdownTitle: HeadConstruct = (text, draft) => {
  const match = /^#\s?(?!#)(?:\d+[-－.]\d+\s?)?([^\n]+)/u.exec(lineAt(text, draft.at));
  if (match === null || draft.titles.length > 0) return undefined;
  const to = draft.at + match[0].length;
  draft.titles.push({ from: to - (match[1] ?? "").length, to, kind: undefined, strong: true });
  return to;
};

/** 附件2 before the title of a file that is itself an attachment. */
export const attachmentLabel: HeadConstruct = (text, draft) => {
  if (draft.at > 0) return undefined;
  const match =
    /^附\s?[件表]\s?(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2})?\s?[：:]?\s?(?=[^\d\s]|(?:19|20)\d{2}年)/u.exec(
      text.slice(0, 20),
    );
  return match === null ? undefined : match[0].length;
};

/** A title that its words prove to be one; a weaker one only where none has been read or that one is weak as well. */
export const title: HeadConstruct = (text, draft, grammar) => {
  const known = draft.titles.at(-1);
  const read = readTitle(text, draft.at, grammar);
  if (read === undefined) return undefined;
  const words = text.slice(read.from, read.to);
  const better = known === undefined || (!known.strong && known.kind !== undefined && grammar.official.test(words));
  if (!read.strong && !better) return undefined;
  draft.titles.push(read);
  return read.to;
};

/** A headline, where nothing else has been read. */
export const headline: HeadConstruct = (text, draft) => {
  if (draft.titles.length > 0) return undefined;
  const read = readHeadline(text, draft.at);
  if (read === undefined) return undefined;
  draft.titles.push(read);
  return read.to;
};

/** 2020年第2号 beneath the title of an announcement. */
export const announcementNumber: HeadConstruct = (text, draft) => {
  if (draft.titles.length === 0 && draft.letterheads.length === 0) return undefined;
  const match = ORDER_NUMBER.exec(text.slice(draft.at, draft.at + 30));
  return match === null ? undefined : draft.at + match[0].length;
};

/** A date, a note in brackets or a second line with a dash between title and text. */
export const dateOrNote: HeadConstruct = (text, draft) => {
  if (draft.titles.length === 0) return undefined;
  const line = lineAt(text, draft.at);
  const note = /^(?:[（(][^（()）]{2,200}[）)](?=\s|$)|——[^。；]{4,60}$)/u.exec(line)?.[0];
  if (note !== undefined) {
    draft.dates.push(...findDates(text, draft.at, draft.at + note.length).slice(0, 1));
    return draft.at + note.length;
  }
  const date = findDates(text, draft.at, draft.at + Math.min(line.length, 24))[0];
  if (date === undefined || date.span.from !== draft.at || !/^\s|^$/u.test(text.slice(date.span.to, date.span.to + 1)))
    return undefined;
  draft.dates.push(date);
  return date.span.to;
};
