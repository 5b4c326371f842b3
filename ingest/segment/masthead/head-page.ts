import { findDocumentNumbers } from "./document-number.ts";
import { type HeadConstruct, lineAt, lineEnd } from "./head-draft.ts";
import { readTitle } from "./title.ts";

/** 000123, 机密★1年, 特急: copy number, secrecy and urgency over the letterhead. */
export const securityLine: HeadConstruct = (text, draft) => {
  const match = /^(?:\d{4,8}|(?:绝密|机密|秘密|内部资料)(?:\s?★[^\n]{0,10})?|特急|加急|急件|特提|平急)(?=\n)/u.exec(
    text.slice(draft.at, draft.at + 20),
  );
  return match === null ? undefined : draft.at + match[0].length;
};

/** 政务公开, 点击查看政策解读: a line that begins with words which only a page has. */
export const pageLine: HeadConstruct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  if (!grammar.pageWord.test(line)) return undefined;
  const inline = findDocumentNumbers(text, draft.at, draft.at + line.length, grammar)[0];
  if (inline !== undefined) draft.numbers.push(inline);
  const piece = /^\S*/u.exec(line)?.[0].length ?? 0;
  return line.length <= 120 ? draft.at + line.length : piece <= 20 ? draft.at + piece : undefined;
};

/** Short lines before something that is known to belong to a masthead: the menu of a web page. */
export const navigation: HeadConstruct = (text, draft, grammar) => {
  if (draft.titles.length > 0 || draft.numbers.length > 0) return undefined;
  const line = lineAt(text, draft.at);
  const end = lineEnd(text, draft.at);
  if (line.length > 60 || /[。；]/u.test(line) || end >= text.length) return undefined;
  let at = end + 1;
  for (let i = 0; i < 25 && at < text.length; i++) {
    const next = lineAt(text, at);
    if (next.length > 160 || /^[一二三四五六七八九十]、/u.test(next)) return undefined;
    const number = findDocumentNumbers(text, at, at + next.length, grammar)[0];
    if (number?.span.from === at || (readTitle(text, at, grammar)?.strong ?? false)) return end;
    at = lineEnd(text, at) + 1;
  }
  return undefined;
};
