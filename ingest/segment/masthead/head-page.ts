import { isBodyName } from "./bodies.ts";
import { findDocumentNumbers } from "./document-number.ts";
import { type HeadConstruct, lineAt, lineEnd } from "./head-draft.ts";
import { findDates } from "./issue-date.ts";
import { readTitle } from "./title.ts";

/** 000123, 机密★1年, 特急: copy number, secrecy and urgency over the letterhead. */
export const securityLine: HeadConstruct = (text, draft) => {
  const match = /^(?:\d{4,8}|(?:绝密|机密|秘密|内部资料)(?:\s?★[^\n]{0,10})?|特急|加急|急件|特提|平急)(?=\n)/u.exec(
    text.slice(draft.at, draft.at + 20),
  );
  return match === null ? undefined : draft.at + match[0].length;
};

/** 索引号：…, 发布机构：…: the header table of a web page; what it says of number, title, date and issuer is kept. */
export const furniture: HeadConstruct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  const label = grammar.furniture.exec(line)?.[0] ?? grammar.titleLabel.exec(line)?.[0];
  if (label === undefined) {
    if (!grammar.pageWord.test(line)) return undefined;
    const inline = findDocumentNumbers(text, draft.at, draft.at + line.length, grammar)[0];
    if (inline !== undefined) draft.numbers.push(inline);
    const piece = /^\S*/u.exec(line)?.[0].length ?? 0;
    return line.length <= 120 ? draft.at + line.length : piece <= 20 ? draft.at + piece : undefined;
  }
  const from = draft.at + label.length;
  const value = /^\S*/u.exec(line.slice(label.length))?.[0] ?? "";
  if (grammar.titleLabel.test(line)) {
    const title = readTitle(text, from, grammar);
    if (title !== undefined) {
      draft.titles.push(title);
      return title.to;
    }
  }
  if (grammar.dateLabel.test(line)) draft.dates.push(...findDates(text, from, from + value.length + 12).slice(0, 1));
  const word = /^\p{Script=Han}{1,6}字第\d{4,12}號/u.exec(value)?.[0];
  if (word !== undefined) draft.numbers.push({ text: word, span: { from, to: from + word.length } });
  if (value.length > 80) return undefined;
  if (isBodyName(value, grammar) && /[机機发發]/u.test(label)) {
    draft.named.push({ text: value, span: { from, to: from + value.length } });
  }
  return from + (line.length <= 80 ? line.length - label.length : value.length);
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
