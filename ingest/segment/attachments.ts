import type { CleanSpan } from "../../graph/model/span.ts";
import { findTitle } from "./enclosed.ts";
import type { MastheadGrammar } from "./masthead/grammar.ts";
import type { Signature } from "./masthead/signatures.ts";
import { readTitle } from "./masthead/title.ts";
import { numeralValue } from "./numerals.ts";

/** Attachment 附件: where it begins and where its text begins behind its title. */
export interface Attachment {
  readonly number: number;
  readonly from: number;
  readonly bodyFrom: number;
  readonly title: string;
}

/** Attachments 附件说明与附件: the list that the text gives, and the attachments that follow. */
export interface Attachments {
  readonly list?: CleanSpan;
  readonly titles: readonly string[];
  readonly attachments: readonly Attachment[];
}

const LABEL =
  /(?:附\s?件|附(?=\s?[：:]))\s?(?<number>[\d０-９]{1,2}(?![\d０-９.．、]|年(?!度))|[一二三四五六七八九十]{1,3}(?=[\s：:、]))?\s?(?<colon>[：:])?/gu;

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly number: number | undefined;
  readonly colon: boolean;
  readonly atLine: boolean;
}

/** Finds list and attachments between `from` and `to`. */
export function findAttachments(
  text: string,
  from: number,
  to: number,
  signatures: readonly Signature[],
  grammar: MastheadGrammar,
): Attachments {
  const candidates = readCandidates(text, from, to);
  const list = readList(text, candidates, to, signatures);
  const floor = list?.span.to ?? from;
  const lastListed = list?.candidates ?? 0;
  const starts: Attachment[] = [];
  for (const candidate of candidates.slice(lastListed)) {
    if (candidate.from < floor) continue;
    const start = readStart(
      text,
      candidate,
      to,
      starts.length,
      list !== undefined || signatures.some(({ span }) => span.to <= candidate.from),
      grammar,
    );
    if (start !== undefined) starts.push(start);
  }
  const titles = list?.titles ?? [];
  const attachments = starts.length > 0 ? starts : byTitle(text, titles, floor, to);
  const base = { titles, attachments };
  return list === undefined ? base : { ...base, list: list.span };
}

function readCandidates(text: string, from: number, to: number): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.slice(from, to).matchAll(LABEL)) {
    const at = from + match.index;
    const before = text.slice(Math.max(from, at - 6), at);
    const atLine = /(?:^|\n)[\s\-—*#]*$/u.test(before) || at === from;
    const behindStop = /[。；！？）)”日号]\s?$|\s$/u.test(before);
    if (!atLine && !behindStop) continue;
    if (/(?:相关|文档|见|详见|的|和|及)\s?$/u.test(before)) continue;
    const number = match.groups?.["number"];
    const value = number === undefined ? undefined : numeralValue(number);
    found.push({
      from: at,
      to: at + match[0].length,
      number: value,
      colon: match.groups?.["colon"] !== undefined,
      atLine,
    });
  }
  return found;
}

const ITEM = /^[\s]*(?<number>[\d０-９]{1,2})\s?[.．、]\s?/u;

/** The list at the end of the text: 附件：1.… 2.…, 附件：…, or several lines 附件1：…. */
function readList(
  text: string,
  candidates: readonly Candidate[],
  to: number,
  signatures: readonly Signature[],
): { span: CleanSpan; titles: string[]; candidates: number } | undefined {
  for (const [i, candidate] of candidates.entries()) {
    if (!candidate.colon && !/^[1１]\s?[.．、]/u.test(text.slice(candidate.to, candidate.to + 4))) continue;
    const limit = Math.min(to, candidates[i + 1]?.from ?? to, nextSignature(signatures, candidate.to) ?? to);
    if (candidate.number !== undefined) {
      const lines = labelledLines(text, candidates, i, to, signatures);
      if (lines !== undefined) return lines;
      continue;
    }
    const numbered = numberedItems(text, candidate.to, limit);
    if (numbered !== undefined)
      return {
        span: { from: listStart(text, candidate.from), to: numbered.to },
        titles: numbered.titles,
        candidates: i + 1,
      };
    const rest = text.slice(candidate.to, limit);
    const lead = /^\s*/u.exec(rest)?.[0].length ?? 0;
    const title = /^[^\n。；]{4,120}/u.exec(rest.slice(lead))?.[0];
    if (!candidate.colon) continue;
    const isList =
      title !== undefined &&
      lead <= 1 &&
      !rest.startsWith("\n") &&
      behind(text, candidate.to + lead + title.length, to);
    if (title === undefined || !isList) continue;
    const shorter =
      title.includes(" ") && !hasTitleBreak(text, title, limit) ? title.slice(0, title.indexOf(" ")) : title;
    const end = candidate.to + lead + shorter.length;
    return {
      span: { from: listStart(text, candidate.from), to: end },
      titles: [shorter.replace(/\s/gu, "")],
      candidates: i + 1,
    };
  }
  return undefined;
}

const hasTitleBreak = (text: string, title: string, limit: number): boolean =>
  limit >= text.length && title.length < 40;

/** A title in the list is followed by a break, a signature or another attachment, not by the attachment's text. */
const behind = (text: string, at: number, to: number): boolean =>
  at >= to || text.slice(at, at + 1) === "\n" || text.slice(at, at + 200).length > 0;

const listStart = (text: string, at: number): number =>
  at - (/[-—\s*]*$/u.exec(text.slice(Math.max(0, at - 4), at))?.[0].replace(/^\n/u, "").length ?? 0);

const nextSignature = (signatures: readonly Signature[], at: number): number | undefined =>
  signatures.find(({ span }) => span.to > at)?.span.from;

function labelledLines(
  text: string,
  candidates: readonly Candidate[],
  first: number,
  to: number,
  signatures: readonly Signature[],
): { span: CleanSpan; titles: string[]; candidates: number } | undefined {
  const titles: string[] = [];
  let at = first;
  let end = candidates[first]?.from ?? 0;
  for (; at < candidates.length; at++) {
    const candidate = candidates[at];
    if (candidate === undefined || !candidate.colon || candidate.number !== titles.length + 1) break;
    const lineEnd = text.indexOf("\n", candidate.to);
    const stop = Math.min(
      to,
      lineEnd < 0 ? to : lineEnd,
      candidates[at + 1]?.from ?? to,
      nextSignature(signatures, candidate.to) ?? to,
    );
    const title = text.slice(candidate.to, stop).trim();
    if (title.length < 2 || title.length > 120 || title.includes("。")) break;
    titles.push(title.replace(/\s/gu, ""));
    end = stop;
  }
  const closes =
    signatures.some(({ span }) => span.from >= end && span.from - end < 60) || text.slice(end, to).trim() === "";
  return titles.length > 0 && closes
    ? { span: { from: candidates[first]?.from ?? 0, to: end }, titles, candidates: at }
    : undefined;
}

function numberedItems(text: string, from: number, limit: number): { titles: string[]; to: number } | undefined {
  const titles: string[] = [];
  let at = from;
  for (let ordinal = 1; ordinal <= 40; ordinal++) {
    const head = ITEM.exec(text.slice(at, Math.min(limit, at + 12)));
    if (head === null || numeralValue(head.groups?.["number"] ?? "") !== ordinal) break;
    const begin = at + head[0].length;
    const line = text.slice(begin, Math.min(limit, begin + 160)).split("\n", 1)[0] ?? "";
    const next = new RegExp(`[^\\d０-９](?=(?:${ordinal + 1}|${fullWidth(ordinal + 1)})\\s?[.．、])`, "u").exec(line);
    const spaced = line.indexOf(" ");
    const end =
      next !== null
        ? next.index + 1
        : spaced > 3 && line.length > spaced + 1 && limit >= begin + line.length
          ? spaced
          : line.length;
    titles.push(line.slice(0, end).replace(/\s/gu, ""));
    at = begin + end;
  }
  return titles.length === 0 ? undefined : { titles, to: at };
}

const fullWidth = (value: number): string =>
  String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** 附件1⏎title⏎text: an attachment begins here. */
function readStart(
  text: string,
  candidate: Candidate,
  to: number,
  before: number,
  expected: boolean,
  grammar: MastheadGrammar,
): Attachment | undefined {
  const rest = text.slice(candidate.to, Math.min(to, candidate.to + 300));
  const line = rest.split("\n", 1)[0] ?? "";
  if (!expected && !(candidate.atLine && (line.trim() === "" || candidate.number !== undefined))) return undefined;
  if (/^\s?[，。、；）)”》]/u.test(rest) || (rest.trim() === "" && before > 0)) return undefined;
  const dotted = /^\s?([\d０-９]{1,2})\s?[.．、]/u.exec(rest);
  const begin = candidate.to + (/^(?:\s?[\d０-９]{1,2}\s?[.．、])?\s*/u.exec(rest)?.[0].length ?? 0);
  const title = readTitle(text, begin, grammar);
  const lineEnd = text.indexOf("\n", begin);
  const lineStop = Math.min(to, lineEnd < 0 ? to : lineEnd);
  const bodyFrom = title !== undefined && title.to <= to ? title.to : lineStop - begin <= 60 ? lineStop : begin;
  const number = candidate.number ?? numeralValue(dotted?.[1] ?? "") ?? before + 1;
  return { number, from: candidate.from, bodyFrom, title: text.slice(begin, bodyFrom).replace(/\s/gu, "") };
}

/** Attachments whose page shows only the title of the list. */
function byTitle(text: string, titles: readonly string[], from: number, to: number): Attachment[] {
  const found: Attachment[] = [];
  let at = from;
  for (const [i, title] of titles.entries()) {
    const place = findTitle(text, title, at, to);
    if (place === undefined) continue;
    found.push({ number: i + 1, from: place.from, bodyFrom: place.to, title });
    at = place.to;
  }
  return found;
}
