import { isBodyName, splitBodies } from "./bodies.ts";
import type { MastheadGrammar } from "./grammar.ts";
import { type HeadConstruct, type HeadDraft, lineAt, lineEnd } from "./head-draft.ts";
import { stampAt } from "./issue-date.ts";
import { readTitle } from "./title.ts";

const LONGEST_LINE = 80;
const PATH_SIGN = "[>»›＞]";

/** 首页 > 政务公开, 无障碍 关怀版, 欢迎访问…: what the menu of a page and the path to it leave over a document. */
export const menu: HeadConstruct = (text, draft, grammar) => {
  const end = menuEnd(text, draft, grammar);
  if (end !== undefined) draft.paged = true;
  return end;
};

function menuEnd(text: string, draft: HeadDraft, grammar: MastheadGrammar): number | undefined {
  const { page, table } = grammar;
  const line = lineAt(text, draft.at);
  const address = /^(?:https?:\/\/|www\.)[^\s\p{Script=Han}]+/u.exec(line)?.[0];
  if (address !== undefined) return draft.at + address.length;
  if (/^[A-Za-z+\-–\s]{1,16}$/u.test(line) && draft.at + line.length < text.length) return draft.at + line.length;
  if (line.length <= LONGEST_LINE && page.menuLine.test(line)) return draft.at + line.length;
  if (line.length <= LONGEST_LINE && isMixedMenu(text, draft.at, line, grammar)) return draft.at + line.length;
  if (
    draft.titles.length === 0 &&
    line.length <= 20 &&
    !/[。：:]/u.test(line) &&
    leadsToPath(text, draft.at, table.path)
  )
    return draft.at + line.length;
  const step = new RegExp(`^[^\\s>»›＞。，：:《]{1,20}\\s?${PATH_SIGN}\\s?`, "u").exec(line)?.[0];
  if (step !== undefined) return draft.at + step.length;
  return lastStep(text, draft, line, grammar) ?? menuPiece(draft, line, grammar);
}

/** Words of a menu beside names of its own: 热门站点 | 资料网 | 论坛; a title among them makes it no menu. */
function isMixedMenu(text: string, at: number, line: string, grammar: MastheadGrammar): boolean {
  const { page } = grammar;
  if (readTitle(text, at, grammar)?.strong ?? false) return false;
  if (page.greeting.test(line) && !/[。，]/u.test(line)) return true;
  if (page.home.test(line) && line.length <= 60 && !grammar.about.test(line)) return true;
  const pieces = line.split(/[\s|｜>»›＞]+/u).filter((piece) => piece !== "");
  return (
    pieces.length > 1 &&
    pieces.some((piece) => page.menuWord.test(piece)) &&
    pieces.every((piece) => piece.length <= 12)
  );
}

/** The name of a site on the line over the path that leads to the page. */
function leadsToPath(text: string, at: number, path: RegExp): boolean {
  const next = text.slice(lineEnd(text, at)).trimStart();
  return path.test(next.slice(0, 24));
}

/** 首页 > 政务公开 > 文件: the last step of a path, unless it is the title itself. */
function lastStep(text: string, draft: HeadDraft, line: string, grammar: MastheadGrammar): number | undefined {
  if (!new RegExp(`${PATH_SIGN}\\s*$`, "u").test(text.slice(Math.max(0, draft.at - 4), draft.at))) return undefined;
  const piece = /^[^\s。，：:《]{1,16}(?=\s|$)/u.exec(line)?.[0];
  return piece === undefined || readTitle(text, draft.at, grammar)?.to === draft.at + piece.length
    ? undefined
    : draft.at + piece.length;
}

/** One word of a menu in a text without line breaks. */
function menuPiece(draft: HeadDraft, line: string, { page }: MastheadGrammar): number | undefined {
  const piece = /^[^\s|｜]{1,8}(?=[\s|｜])/u.exec(line)?.[0];
  return piece !== undefined && page.menuWord.test(piece) ? draft.at + piece.length : undefined;
}

/** 2021-05-27 14:31, 000123456/2023-00021, 主动公开: cells of a header table that have lost their labels. */
export const strayCell: HeadConstruct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  const index = /^[\dA-Z]{6,24}[-/A-Z\d]*\/\d{4}-\d{3,8}(?=\s|$)/u.exec(line)?.[0];
  if (index !== undefined) {
    draft.tabled = true;
    return draft.at + index.length;
  }
  if (line.length <= 8 && grammar.table.value.test(line)) return draft.at + line.length;
  const stamp = stampAt(text, draft.at);
  if (stamp === undefined) return undefined;
  const behind = text.slice(stamp.span.to, stamp.span.to + 16);
  const labelled = [...behind.matchAll(grammar.table.any)][0]?.index === 0;
  const timed = !text.slice(stamp.span.from, stamp.span.to).endsWith("日");
  if (!labelled && !(timed && /^\s*(?:[|｜]|\n|$)|^\s/u.test(behind))) return undefined;
  draft.posted.push(stamp);
  return stamp.span.to;
};

/** The longest stretch between a page's own title and the title of the document that it repeats. */
const LONGEST_GAP = 1200;

/** A line between a page's own title and the same title over the document; a body that it names is kept. */
export const beforeRepeatedTitle: HeadConstruct = (text, draft, grammar) => {
  const last = draft.titles.at(-1);
  if (last === undefined) return undefined;
  const words = bareTitle(text.slice(last.from, last.to));
  if (words.length < 6) return undefined;
  const here = endOf(text, draft.at, words);
  const end = lineEnd(text, draft.at);
  if (!comesAgain(text, here === undefined ? draft.at : end + 1, words, grammar)) {
    const read = here === undefined ? undefined : readTitle(text, draft.at, grammar);
    if (here === undefined || (read?.strong ?? false)) return undefined;
    draft.titles.push({ from: draft.at, to: here, kind: read?.kind, strong: last.strong });
    return here;
  }
  const names = text.slice(draft.at, end).trim().split(/\s+/u);
  if (names.every((name) => isBodyName(name, grammar)))
    draft.letterheads.push(...splitBodies(text, draft.at, end, grammar));
  return end;
};

/** Does the title stand again further on, with no sentence, marker, attachment or signature before it? */
function comesAgain(text: string, from: number, words: string, grammar: MastheadGrammar): boolean {
  let before = "";
  for (let at = from; at < text.length && at - from < LONGEST_GAP; ) {
    if (endOf(text, at, words) !== undefined) return true;
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trim();
    const isSentence = /[。；]$/u.test(line) && !grammar.page.talk.test(line);
    const isSigned = /^[^\d]{0,1}\S{4}年\S{1,3}月\S{1,3}日$/u.test(line) && isBodyName(before, grammar);
    if (line.length > 120 || isSentence || isSigned || BEGINS_TEXT.test(line)) return false;
    if (line !== "") before = line;
    at = end + 1;
  }
  return false;
}

const BEGINS_TEXT = /^(?:[一二三四五六七八九十]、|第[一1]\s?[章条]|附\s?件)/u;

/** A title without the ending of a file's name. */
const bareTitle = (words: string): string => words.replace(/\s/gu, "").replace(FILE_ENDING, "");

export const FILE_ENDING = /\.(?:docx?|pdf|wps|txt|rtf|html?|ceb|ofd)$/iu;

/** Where these words end, if they fill the beginning of a line, blanks and line breaks aside. */
function endOf(text: string, at: number, words: string): number | undefined {
  let place = at;
  for (const char of words) {
    while (/\s/u.test(text.charAt(place))) place++;
    if (!text.startsWith(char, place)) return undefined;
    place += char.length;
  }
  const behind = text.slice(place, place + 8);
  const file = FILE_NAME.exec(behind)?.[0].length ?? 0;
  return file > 0 || /^\s*(?:$|\n|[（(|])/u.test(behind) ? place + file : undefined;
}

const FILE_NAME = /^\.(?:docx?|pdf|wps|txt|rtf|html?|ceb|ofd)(?![a-z])/iu;

/** 近日，江州市印发《甲》。: a report that leads to the text; what it names follows as the title. */
export const newsLead: HeadConstruct = (text, draft, grammar) => {
  if (draft.at > 200 || draft.titles.length > 0) return undefined;
  const line = text.slice(draft.at, lineEnd(text, draft.at));
  if (line.length > 160 || !grammar.page.lead.test(line) || !/[。：:]$/u.test(line.trim())) return undefined;
  readIssuer(text, draft, line, grammar);
  const names = [...line.matchAll(/《([^《》]{6,80})》/gu)].map(([, name]) => (name ?? "").replace(/\s/gu, ""));
  let at = lineEnd(text, draft.at) + 1;
  for (let i = 0; i < 8 && at < text.length; i++) {
    if (names.some((name) => endOf(text, at, name) !== undefined)) return at;
    if (i === 0 && (readTitle(text, at, grammar)?.strong ?? false)) return at;
    at = lineEnd(text, at) + 1;
  }
  return undefined;
};

/** 近日，江州市人民政府印发…: the body that the report says has issued the document. */
function readIssuer(text: string, draft: HeadDraft, line: string, grammar: MastheadGrammar): void {
  const lead = (grammar.page.lead.exec(line)?.[0].length ?? 0) + draft.at;
  const from = lead + (/^[，,\s]*/u.exec(text.slice(lead, lead + 4))?.[0].length ?? 0);
  const name = /^\p{Script=Han}{3,24}?(?=(?:正式|联合|制定|研究)?(?:印发|发布|下发|出台|公布)了?)/u.exec(
    text.slice(from, from + 40),
  )?.[0];
  if (name !== undefined && isBodyName(name, grammar) && !/[网站报台]$/u.test(name))
    draft.named.push({ text: name, span: { from, to: from + name.length } });
}
