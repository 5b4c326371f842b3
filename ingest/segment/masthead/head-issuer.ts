import { readAddressees } from "./addressees.ts";
import { isBodyName, splitBodies } from "./bodies.ts";
import { findDocumentNumbers, ORDER_NUMBER } from "./document-number.ts";
import type { MastheadGrammar } from "./grammar.ts";
import { type HeadConstruct, lineAt, lineEnd } from "./head-draft.ts";
import { findDates } from "./issue-date.ts";

/** 江府发〔2023〕 号: the serial was never filled in. */
const BLANK_SERIAL = /^\p{Script=Han}{2,12}[〔[（(［]\d{4}[〕\]）)］]\s?第?\s?[Xx×*＊]{0,4}\s?号(?!文)/u;

/** 江府发〔2023〕12号, on its line, in brackets or behind the issuer's name; 〔2023〕12号 alone is a series of minutes. */
export const numberLine: HeadConstruct = (text, draft, grammar) => {
  const label = grammar.table.number.exec(lineAt(text, draft.at))?.[0].length ?? 0;
  const from = draft.at + label;
  const bare = /^[〔[（(［]\d{4}[〕\]）)］]\s?第?\d{1,4}\s?[号期](?=\s|$)/u.exec(lineAt(text, from))?.[0];
  if (bare !== undefined) return from + bare.length;
  const blank = BLANK_SERIAL.exec(lineAt(text, from))?.[0];
  if (blank !== undefined) return from + blank.length;
  const number = findDocumentNumbers(text, from, Math.min(lineEnd(text, from), from + 60), grammar)[0];
  if (number === undefined) return undefined;
  const before = text.slice(from, number.span.from);
  const isIssuer = before.length >= 4 && isBodyName(before, grammar) && !grammar.about.test(before);
  if (!/^[\s（(]*$/u.test(before) && !isIssuer) return undefined;
  if (isIssuer) draft.letterheads.push(...splitBodies(text, from, number.span.from, grammar));
  draft.numbers.push(number);
  if (label > 0) draft.tabled = true;
  return number.span.to + (/^\s?[）)]/u.exec(text.slice(number.span.to))?.[0].length ?? 0);
};

/** 江州市水利局文件. */
export const letterhead: HeadConstruct = (text, draft, grammar) => {
  const match = grammar.letterhead.exec(lineAt(text, draft.at));
  const body = match?.groups?.["body"];
  if (match === null || body === undefined || grammar.about.test(body)) return undefined;
  if (!isBodyName(body.replace(/\s/gu, "").slice(-40), grammar)) return undefined;
  const to = draft.at + match[0].length;
  const rest = text.slice(to, to + 40);
  if (!/^\s|^$/u.test(rest) && findDocumentNumbers(text, to, to + 40, grammar)[0]?.span.from !== to) return undefined;
  draft.letterheads.push(...splitBodies(text, draft.at, draft.at + body.length, grammar));
  return to;
};

/** X令 or X公告 and, on the same line or the next, 第12号 or 2023年第5号. */
export const order: HeadConstruct = (text, draft, grammar) => {
  const match =
    /^(?<body>[\p{Script=Han}（）()]{2,40}?)(?<kind>令|公告|通告)(?=\s|$|[（(〔【]?\s?(?:\d{4}年\s?)?第)/u.exec(
      lineAt(text, draft.at),
    );
  if (match === null || draft.order !== undefined) return undefined;
  const { body = "", kind = "" } = match.groups ?? {};
  const nameEnd = draft.at + match[0].length;
  const gap = /^\s*/u.exec(text.slice(nameEnd, nameEnd + 8))?.[0].length ?? 0;
  const number = ORDER_NUMBER.exec(text.slice(nameEnd + gap, nameEnd + gap + 30));
  if (number === null || grammar.about.test(body) || (body.length > 12 && !isBodyName(body, grammar))) return undefined;
  if (Array.from(body).some((_, i) => i >= 6 && grammar.titleEnd.test(body.slice(0, i)))) return undefined;
  const to = nameEnd + gap + number[0].length;
  draft.order = { kind, name: { from: draft.at, to: nameEnd }, number: { from: nameEnd + gap, to } };
  const end = draft.at + body.length;
  if (isBodyName(body, grammar)) draft.letterheads.push({ text: body, span: { from: draft.at, to: end } });
  return to;
};

/** 签发人：赵敏 钱强: the first of them. */
export const signer: HeadConstruct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  const label = grammar.signer.exec(line)?.[0].length;
  if (label === undefined) return undefined;
  const names =
    /^[\p{Script=Han}· ]{2,20}(?=\n|$|[，。])|^[\p{Script=Han}·]{2,4}(?=\s|、)/u.exec(line.slice(label))?.[0] ?? "";
  const name = names === "" ? nameBeforeTitle(line.slice(label), grammar) : firstName(names, grammar);
  const from = draft.at + label;
  if (name === undefined) return from;
  draft.signer = { text: name.replace(/\s/gu, ""), span: { from, to: from + name.length } };
  return from + Math.max(names.length, name.length);
};

/** 签发人：赵敏关于加强…: the line break behind the name is lost. */
function nameBeforeTitle(words: string, grammar: MastheadGrammar): string | undefined {
  const candidates = [3, 2, 4].map((length) => words.slice(0, length));
  return candidates.find(
    (name) =>
      grammar.persons.in(name)?.name === name &&
      /^(?:关于|对|印发|转发|中共|\p{Script=Han}{2,6}(?:省|市|区|县))/u.test(words.slice(name.length)),
  );
}

/** The shortest beginning that is a name and leaves names only. */
function firstName(names: string, grammar: MastheadGrammar): string | undefined {
  const isName = (words: string): boolean => grammar.persons.in(words.trim()) !== undefined;
  const words = names.trim();
  if (isName(words)) return words;
  for (let length = 2; length < words.length; length++) {
    const rest = words.slice(length).trim();
    if (isName(words.slice(0, length)) && (isName(rest) || firstName(rest, grammar) !== undefined))
      return words.slice(0, length);
  }
  return /^[\p{Script=Han}·]{2,4}(?=\s|$)/u.exec(words)?.[0];
}

/** 发电单位 … 等级 特急·明电 …机发5号 抄报: the form on which telegrams are sent. */
export const dispatchForm: HeadConstruct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  const form =
    /^[^。：:\n]{0,12}?发电单位\s?(?:[^。：:\n]{2,30}?)\s?(?:签批盖章)?\s?等级\s?(?:特提|特急|加急|平急)?\s?[·•.]?\s?(?:明电|密电)?/u.exec(
      line,
    );
  if (form === null) return undefined;
  let end = form[0].length;
  const number = findDocumentNumbers(text, draft.at + end, draft.at + end + 40, grammar)[0];
  if (number !== undefined && number.span.from <= draft.at + end + 2) {
    draft.numbers.push(number);
    end = number.span.to - draft.at;
  }
  const serial = /^\s?\p{Script=Han}{0,2}机发\s?(?:第?\s?\d+\s?)?号\s?(?:抄报\s?[：:])?/u.exec(line.slice(end));
  return draft.at + end + (serial?.[0].length ?? 0);
};

/** The list of those addressed; a body's name that a space parts from it (X局 各区…：) is the page's. */
export const addressees: HeadConstruct = (text, draft, grammar) => {
  const site = /^[^\s，、：]{4,40}(?= (?:各|有关|国家税务总局各|全))/u.exec(lineAt(text, draft.at))?.[0];
  if (site !== undefined && isBodyName(site, grammar)) {
    draft.letterheads.push(...splitBodies(text, draft.at, draft.at + site.length, grammar));
    return draft.at + site.length;
  }
  const read = readAddressees(text, draft.at, grammar);
  if (read === undefined) return undefined;
  const known = draft.titles.length > 0 || draft.numbers.length > 0;
  if (!known && !/各|有关|，|、/u.test(text.slice(draft.at, read.end))) return undefined;
  draft.addressees.push(...read.addressees);
  return read.end;
};

/** A body's name by itself, over or under the title, perhaps with a date. */
export const bodyLine: HeadConstruct = (text, draft, grammar) => {
  const line = lineAt(text, draft.at);
  const piece = /^\S{2,60}(?=\s)/u.exec(`${line} `)?.[0] ?? "";
  const date = findDates(text, draft.at, draft.at + Math.min(line.length, 70))[0];
  const dated = date !== undefined && /^\s|^$/u.test(text.slice(date.span.to, date.span.to + 1));
  const name = dated ? text.slice(draft.at, date.span.from).trimEnd() : piece;
  if (!isBodyName(name, grammar)) return undefined;
  const end = dated ? date.span.to : draft.at + name.length;
  if (text.slice(end, end + 400).trimStart() === "") return undefined;
  draft.letterheads.push(...splitBodies(text, draft.at, draft.at + name.length, grammar));
  if (dated) draft.dates.push(date);
  return end;
};
