import { isBodyName } from "./bodies.ts";
import { ORDER_NUMBER } from "./document-number.ts";
import { type HeadConstruct, lineAt } from "./head-draft.ts";
import type { MastheadGrammar } from "./grammar.ts";
import { readHeadline, readTitle, SITE_BEHIND, type TitleReading } from "./title.ts";

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
  const later = titleBelow(text, read, grammar) ?? (draft.paged ? behindNames(text, read, grammar) : undefined);
  if (later !== undefined) return later;
  const words = text.slice(read.from, read.to);
  const better = known === undefined || (!known.strong && known.kind !== undefined && grammar.official.test(words));
  if (!read.strong && !better) return undefined;
  draft.titles.push(read);
  const site = SITE_BEHIND.exec(text.slice(read.to, read.to + 80))?.[0];
  return read.to + (site?.length ?? 0);
};

/** 考核依据⏎江州市…考核细则: a line over the title that is no part of it; where the title begins. */
function titleBelow(text: string, read: TitleReading, grammar: MastheadGrammar): number | undefined {
  const over = /^[^\n]{2,10}(?=\n)/u.exec(text.slice(read.from, read.to))?.[0];
  if (over === undefined || !grammar.page.overTitle.test(over) || grammar.about.test(over)) return undefined;
  const below = read.from + over.length + 1;
  return readTitle(text, below, grammar)?.to === read.to ? below : undefined;
}

const PLACED = /^(?:中共|国务院|\p{Script=Han}{2,8}?(?:省|市|县|区|州|盟|旗))/u;

/** 江州论坛⏎江州市人民政府关于…: names that a menu left over a title whose issuer stands on its own line. */
function behindNames(text: string, read: TitleReading, grammar: MastheadGrammar): number | undefined {
  const words = text.slice(read.from, read.to);
  for (let at = words.lastIndexOf("\n"); at > 0; at = words.lastIndexOf("\n", at - 1)) {
    const below = words.slice(at + 1);
    const about = grammar.about.exec(below)?.index ?? 0;
    if (!PLACED.test(below) || !isBodyName(below.slice(0, about), grammar)) continue;
    const lines = words.slice(0, at).split("\n");
    const isNames = lines.every(
      (line) =>
        grammar.page.menuLine.test(line) ||
        (line.length <= 12 && !isBodyName(line, grammar) && !/[省市区县州盟旗]$/u.test(line)),
    );
    return isNames ? read.from + at + 1 : undefined;
  }
  return undefined;
}

/** A headline, where nothing else has been read. */
export const headline: HeadConstruct = (text, draft, grammar) => {
  if (draft.titles.length > 0) return undefined;
  const read = readHeadline(text, draft.at, grammar);
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
