import type { CleanSpan } from "../../graph/model/span.ts";
import { type AttachmentLabel, findLabels, readList } from "./attachment-list.ts";
import { findTitle } from "./enclosed.ts";
import type { Signature } from "./masthead/signatures.ts";
import { readTitle } from "./masthead/title.ts";
import { numeralValue } from "./numerals.ts";
import type { PartGrammar } from "./part-patterns.ts";

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

/** Finds list and attachments between `from` and `to`. */
export function findAttachments(
  text: string,
  from: number,
  to: number,
  signatures: readonly Signature[],
  grammar: PartGrammar,
): Attachments {
  const labels = findLabels(text, from, to, grammar);
  const list = readList(text, labels, to, signatures, grammar);
  const titles = list?.titles ?? [];
  const floor = list?.span.to ?? from;
  const starts: Attachment[] = [];
  for (const label of withRepeated(text, labels.slice(list?.used ?? 0), list?.span, grammar)) {
    if (label.from < floor) continue;
    const signed = signatures.some(({ span }) => span.to <= label.from);
    const start = readStart(text, label, to, { titles, starts, signed }, grammar);
    if (start !== undefined) starts.push(start);
  }
  const attachments = starts.length > 0 ? starts : byTitle(text, titles, floor, to, grammar);
  return list === undefined ? { titles, attachments } : { list: list.span, titles, attachments };
}

/** 附件：X附件X without a break: the second one is a label as well. */
function withRepeated(
  text: string,
  labels: readonly AttachmentLabel[],
  list: CleanSpan | undefined,
  grammar: PartGrammar,
): readonly AttachmentLabel[] {
  const match = list === undefined ? null : grammar.parts.labelHere.exec(text.slice(list.to, list.to + 4));
  if (list === undefined || match === null || labels.some(({ from }) => from <= list.to + 1)) return labels;
  return [{ from: list.to, to: list.to + match[0].length, number: undefined, colon: false, atLine: false }, ...labels];
}

interface Known {
  readonly titles: readonly string[];
  readonly starts: readonly Attachment[];
  /** A signature stands before. */
  readonly signed: boolean;
}

/** 附件1⏎title⏎text: an attachment begins here. */
function readStart(
  text: string,
  label: AttachmentLabel,
  to: number,
  known: Known,
  grammar: PartGrammar,
): Attachment | undefined {
  const rest = text.slice(label.to, Math.min(to, label.to + 300));
  if (/^\s?[，。、；）)”》]/u.test(rest) || (!label.atLine && /^\s?[《【第]/u.test(rest))) return undefined;
  const dotted = /^\s?([\d０-９]{1,2})\s?[.．、]/u.exec(rest);
  const number = label.number ?? numeralValue(dotted?.[1] ?? "") ?? known.starts.length + 1;
  const begin = label.to + (/^(?:\s?[\d０-９]{1,2}\s?[.．、])?\s*/u.exec(rest)?.[0].length ?? 0);
  const listed = titleAt(text, begin, known.titles[number - 1] ?? "");
  if (listed === undefined) {
    const inOrder = number === (known.starts.at(-1)?.number ?? 0) + 1;
    const expected = known.titles.length > 0 || known.signed;
    const line = rest.split("\n", 1)[0] ?? "";
    if (label.atLine ? !expected && line.trim() !== "" && label.number === undefined : !expected || !inOrder)
      return undefined;
    if (rest.trim() === "" && known.starts.length > 0) return undefined;
  }
  const title = listed === undefined ? readTitle(text, begin, grammar) : undefined;
  const lineEnd = text.indexOf("\n", begin);
  const lineStop = Math.min(to, lineEnd < 0 ? to : lineEnd);
  const ownTitle = title !== undefined && title.to <= to ? title.to : lineStop - begin <= 60 ? lineStop : begin;
  const bodyFrom = listed ?? ownTitle;
  return { number, from: label.from, bodyFrom, title: text.slice(begin, bodyFrom).replace(/\s/gu, "") };
}

/** The end of the title where it stands at `from`, white space aside. */
function titleAt(text: string, from: number, title: string): number | undefined {
  let at = from;
  for (const char of title) {
    while (/\s/u.test(text.charAt(at))) at++;
    if (!text.startsWith(char, at)) return undefined;
    at += char.length;
  }
  return title.length < 2 ? undefined : at;
}

/** Attachments whose page shows only the title of the list. */
function byTitle(
  text: string,
  titles: readonly string[],
  from: number,
  to: number,
  grammar: PartGrammar,
): Attachment[] {
  const found: Attachment[] = [];
  let at = from;
  for (const [i, title] of titles.entries()) {
    const place = findTitle(text, title, at, to, grammar);
    if (place === undefined) continue;
    found.push({ number: i + 1, from: place.from, bodyFrom: place.to, title });
    at = place.to;
  }
  return found;
}
