import type { Located } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { readAddressees } from "./addressees.ts";
import { isBodyName, splitBodies } from "./bodies.ts";
import { findDocumentNumbers, ORDER_NUMBER } from "./document-number.ts";
import type { MastheadGrammar } from "./grammar.ts";
import { findDates, type IssueDate } from "./issue-date.ts";
import { readHeadline, readTitle, type TitleReading } from "./title.ts";

const LONGEST_HEAD = 4000;

/** What stands before the text proper: letterhead, number, signer, titles, addressees; `end` is where the text begins. */
export interface Head {
  readonly end: number;
  readonly letterheads: readonly Located[];
  readonly numbers: readonly Located[];
  readonly titles: readonly TitleReading[];
  readonly signer?: Located;
  readonly addressees: readonly Located[];
  readonly addressedToPersons: boolean;
  readonly dates: readonly IssueDate[];
  /** Bodies that the header table names. */
  readonly named: readonly Located[];
  /** 国务院令 and its 第707号. */
  readonly order?: { readonly name: CleanSpan; readonly number: CleanSpan };
}

interface Draft {
  at: number;
  letterheads: Located[];
  numbers: Located[];
  titles: TitleReading[];
  signer?: Located;
  addressees: Located[];
  addressedToPersons: boolean;
  dates: IssueDate[];
  named: Located[];
  order?: { name: CleanSpan; number: CleanSpan };
}

/** A marker ends the head: the text proper has begun. */
const BEGINS_OUTLINE =
  /^(?:[一二三四五六七八九十]{1,3}\s?、|[壹贰貳叁參肆伍]、|[（(][一二三四五六七八九十]{1,3}[）)]|[\d０-９]{1,2}\s?[.．、](?![\d０-９])|第[一二三四五六七八九十\d]+[章节条]|#{2,6})/u;

type Construct = (text: string, draft: Draft, grammar: MastheadGrammar) => number | undefined;

/** Reads construct after construct from the beginning until none fits: there the text proper begins. */
export function readHead(text: string, grammar: MastheadGrammar): Head {
  const draft: Draft = {
    at: 0,
    letterheads: [],
    numbers: [],
    titles: [],
    addressees: [],
    addressedToPersons: false,
    dates: [],
    named: [],
  };
  while (draft.at < Math.min(text.length, LONGEST_HEAD)) {
    const skipped =
      draft.at + (/^(?:[\s—_\-*|]|&nbsp;)+(?=[^\s—_\-*|])/u.exec(text.slice(draft.at, draft.at + 80))?.[0].length ?? 0);
    const isDash = /——/u.test(text.slice(draft.at, skipped)) && draft.titles.length === 0 && draft.numbers.length === 0;
    if (!isDash) draft.at = skipped;
    if (BEGINS_OUTLINE.test(text.slice(draft.at, draft.at + 12))) break;
    const next = CONSTRUCTS.reduce<number | undefined>((found, read) => found ?? read(text, draft, grammar), undefined);
    if (next === undefined || next <= draft.at) break;
    draft.at = next;
    if (draft.addressees.length > 0) break;
  }
  const { at, ...rest } = draft;
  return { ...rest, end: at };
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

const lineAt = (text: string, at: number): string => text.slice(at, Math.min(lineEnd(text, at), at + 400));

/** Markdown's # 标题. */
const markdownTitle: Construct = (text, draft) => {
  const match = /^#\s?(?!#)(?:\d+[-－.]\d+\s?)?([^\n]+)/u.exec(lineAt(text, draft.at));
  if (match === null || draft.titles.length > 0) return undefined;
  const to = draft.at + match[0].length;
  draft.titles.push({ from: to - (match[1] ?? "").length, to, kind: undefined, strong: true });
  return to;
};

/** 发电单位 … 等级 特急·明电 …机发5号 抄报: the form on which telegrams are sent. */
const dispatchForm: Construct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  const form =
    /^[^。：:\n]{0,12}?发电单位\s?(?<body>[^。：:\n]{2,30}?)\s?(?:签批盖章)?\s?等级\s?(?:特提|特急|加急|平急)?\s?[·•.]?\s?(?:明电|密电)?/u.exec(
      line,
    );
  if (form === null) return undefined;
  let end = form[0].length;
  const number = findDocumentNumbers(text, draft.at + end, draft.at + end + 40, grammar)[0];
  if (number !== undefined && number.span.from <= draft.at + end + 2) {
    draft.numbers.push(number);
    end = number.span.to - draft.at;
  }
  end +=
    /^\s?\p{Script=Han}{0,2}机发\s?(?:第?\s?\d+\s?)?号\s?(?:抄报\s?[：:])?/u.exec(line.slice(end))?.[0].length ?? 0;
  return draft.at + end;
};

const numberLine: Construct = (text, draft, grammar) => {
  const label = grammar.numberLabel.exec(lineAt(text, draft.at))?.[0].length ?? 0;
  const from = draft.at + label;
  const number = findDocumentNumbers(text, from, Math.min(lineEnd(text, from), from + 60), grammar)[0];
  if (number === undefined) return undefined;
  const before = text.slice(from, number.span.from);
  const isIssuer = before.length >= 4 && isBodyName(before, grammar) && !grammar.about.test(before);
  if (!/^[\s（(]*$/u.test(before) && !isIssuer) return undefined;
  if (isIssuer) draft.letterheads.push(...splitBodies(text, from, number.span.from, grammar));
  draft.numbers.push(number);
  return number.span.to + (/^\s?[）)]/u.exec(text.slice(number.span.to))?.[0].length ?? 0);
};

const letterhead: Construct = (text, draft, grammar) => {
  const match = grammar.letterhead.exec(lineAt(text, draft.at));
  const body = match?.groups?.["body"];
  if (
    match === null ||
    body === undefined ||
    grammar.about.test(body) ||
    !isBodyName(body.replace(/\s/gu, "").slice(-40), grammar)
  )
    return undefined;
  const to = draft.at + match[0].length;
  const rest = text.slice(to, to + 40);
  if (!/^\s|^$/u.test(rest) && findDocumentNumbers(text, to, to + 40, grammar)[0]?.span.from !== to) return undefined;
  draft.letterheads.push(...splitBodies(text, draft.at, draft.at + body.length, grammar));
  return to;
};

const signer: Construct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  const label = grammar.signer.exec(line)?.[0].length;
  if (label === undefined) return undefined;
  const name = /^(?:[\p{Script=Han}·]{2,4}|\p{Script=Han} \p{Script=Han})(?=\s|$|[，。、])/u.exec(
    line.slice(label),
  )?.[0];
  if (name === undefined) return draft.at + label;
  const from = draft.at + label;
  draft.signer = { text: name.replace(/\s/gu, ""), span: { from, to: from + name.length } };
  return from + name.length;
};

/** 索引号：…, 发布机构：…: the header table of a web page; what it says of the title and the date is kept. */
const furniture: Construct = (text, draft, grammar) => {
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
  if (value.length > 80) return undefined;
  if (isBodyName(value, grammar) && /[机发]/u.test(label))
    draft.named.push({ text: value, span: { from, to: from + value.length } });
  return from + (line.length <= 80 ? line.length - label.length : value.length);
};

const addressees: Construct = (text, draft, grammar) => {
  const site = bodyBeforeSpace(text, draft.at, grammar);
  if (site !== undefined) {
    draft.letterheads.push(...splitBodies(text, draft.at, site, grammar));
    return site;
  }
  const read = readAddressees(text, draft.at, grammar);
  if (read === undefined) return undefined;
  const known = draft.titles.length > 0 || draft.numbers.length > 0;
  const first = text.slice(draft.at, read.end);
  if (!known && !/各|有关|，|、/u.test(first)) return undefined;
  draft.addressees.push(...read.addressees);
  draft.addressedToPersons = read.persons;
  return read.end;
};

/** X局 各区…：: a body's name that a space parts from the list of those addressed. */
function bodyBeforeSpace(text: string, at: number, grammar: MastheadGrammar): number | undefined {
  const piece = /^[^\s，、：]{4,40}(?= (?:各|有关|国家税务总局各|全))/u.exec(lineAt(text, at))?.[0];
  return piece !== undefined && isBodyName(piece, grammar) ? at + piece.length : undefined;
}

/** 附件2 before the title of a file that is itself an attachment. */
const attachmentLabel: Construct = (text, draft) => {
  if (draft.at > 0) return undefined;
  const match =
    /^附\s?[件表]\s?(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2})?\s?[：:]?\s?(?=[^\d\s]|(?:19|20)\d{2}年)/u.exec(
      text.slice(0, 20),
    );
  return match === null ? undefined : match[0].length;
};

const title: Construct = (text, draft, grammar) => {
  const known = draft.titles.at(-1);
  const read = readTitle(text, draft.at, grammar);
  if (read !== undefined && (read.strong || known === undefined)) {
    if (known !== undefined && known.strong && draft.addressees.length > 0) return undefined;
    draft.titles.push(read);
    return read.to;
  }
  return undefined;
};

/** X令 and, on the same line or the next, 第12号. */
const order: Construct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  const match = /^[\p{Script=Han}（）()]{2,40}?令(?=\s|$|\n|[（(]?\s?第)/u.exec(line);
  if (match === null) return undefined;
  const nameEnd = draft.at + match[0].length;
  const gap = /^\s*/u.exec(text.slice(nameEnd))?.[0].length ?? 0;
  const number = ORDER_NUMBER.exec(text.slice(nameEnd + gap, nameEnd + gap + 30));
  if (number === null) return undefined;
  const to = nameEnd + gap + number[0].length;
  draft.order = { name: { from: draft.at, to: nameEnd }, number: { from: nameEnd + gap, to } };
  const body = match[0].slice(0, -1);
  if (isBodyName(body, grammar)) draft.letterheads.push({ text: body, span: { from: draft.at, to: nameEnd - 1 } });
  return to;
};

/** 2020年第2号 beneath the title of an announcement. */
const announcementNumber: Construct = (text, draft) => {
  if (draft.titles.length === 0) return undefined;
  const match = ORDER_NUMBER.exec(text.slice(draft.at, draft.at + 30));
  return match === null ? undefined : draft.at + match[0].length;
};

/** A date or a note in brackets between title and text. */
const dateOrNote: Construct = (text, draft) => {
  if (draft.titles.length === 0) return undefined;
  const line = lineAt(text, draft.at);
  const bracket = /^[（(][^（()）]{2,200}[）)](?=\s|$)/u.exec(line)?.[0];
  if (bracket !== undefined) {
    draft.dates.push(...findDates(text, draft.at, draft.at + bracket.length).slice(0, 1));
    return draft.at + bracket.length;
  }
  const date = findDates(text, draft.at, draft.at + Math.min(line.length, 24))[0];
  if (date === undefined || date.span.from !== draft.at || !/^\s|^$/u.test(text.slice(date.span.to))) return undefined;
  draft.dates.push(date);
  return date.span.to;
};

/** A body's name by itself: the issuer over or under the title, or the site that a page was copied from. */
const bodyLine: Construct = (text, draft, grammar) => {
  const piece = /^\S{2,60}(?=\s)/u.exec(lineAt(text, draft.at) + " ")?.[0] ?? "";
  if (!isBodyName(piece, grammar)) return undefined;
  const next = draft.at + piece.length;
  const rest = text.slice(next).trimStart().slice(0, 1);
  if (rest === "") return undefined;
  draft.letterheads.push(...splitBodies(text, draft.at, next, grammar));
  return next;
};

const headline: Construct = (text, draft) => {
  if (draft.titles.length > 0) return undefined;
  const read = readHeadline(text, draft.at);
  if (read === undefined) return undefined;
  draft.titles.push(read);
  return read.to;
};

/** Short lines before something that is known to belong to a masthead: the furniture of a web page. */
const navigation: Construct = (text, draft, grammar) => {
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

const CONSTRUCTS: readonly Construct[] = [
  markdownTitle,
  dispatchForm,
  attachmentLabel,
  numberLine,
  signer,
  furniture,
  order,
  letterhead,
  addressees,
  title,
  announcementNumber,
  dateOrNote,
  bodyLine,
  navigation,
  headline,
];
