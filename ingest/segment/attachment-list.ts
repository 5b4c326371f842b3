import type { CleanSpan } from "../../graph/model/span.ts";
import type { Signature } from "./masthead/signatures.ts";
import { numeralValue } from "./numerals.ts";
import type { PartGrammar } from "./part-patterns.ts";

/** A place where 附件 stands as a label: at the beginning of a line or behind a stop, a space or a title. */
export interface AttachmentLabel {
  readonly from: number;
  /** Behind number and colon. */
  readonly to: number;
  readonly number: number | undefined;
  readonly colon: boolean;
  readonly atLine: boolean;
}

/** AttachmentList 附件说明: the titles that the text lists at its end. */
export interface AttachmentList {
  readonly span: CleanSpan;
  readonly titles: readonly string[];
}

export function findLabels(text: string, from: number, to: number, grammar: PartGrammar): AttachmentLabel[] {
  const labels: AttachmentLabel[] = [];
  for (const match of text.slice(from, to).matchAll(grammar.parts.label)) {
    const at = from + match.index;
    const before = text.slice(Math.max(from, at - 24), at);
    const atLine = at === from || /(?:^|\n)[\s\-—*#]*$/u.test(before);
    const number = numeralValue(match.groups?.["number"] ?? "");
    const behindTitle = number !== undefined && (grammar.titleEnd.test(before) || grammar.parts.paper.test(before));
    if (
      !atLine &&
      !/[。；！？）)”日]\s?[-—*]?\s?$|\s$|(?:^|[\n\s。日])\p{Script=Han}{2,12}〔\d{4}〕\d+号$/u.test(before) &&
      !behindTitle
    )
      continue;
    if (grammar.parts.pointing.test(before)) continue;
    labels.push({ from: at, to: at + match[0].length, number, colon: match.groups?.["colon"] !== undefined, atLine });
  }
  return labels;
}

/** Reads the list: 附件：1.… 2.…, 附件：…, or lines 附件1：… 附件2：…. `used` labels belong to it. */
export function readList(
  text: string,
  labels: readonly AttachmentLabel[],
  to: number,
  signatures: readonly Signature[],
  grammar: PartGrammar,
): (AttachmentList & { readonly used: number }) | undefined {
  for (const [i, label] of labels.entries()) {
    const signed = signatures.find(({ span }) => span.to > label.to)?.span.from ?? to;
    const limit = Math.min(to, labels[i + 1]?.from ?? to, signed);
    if (label.number !== undefined) {
      const lines = label.colon ? labelledLines(text, labels, i, to, signatures) : undefined;
      if (lines !== undefined) return lines;
      continue;
    }
    const items =
      numberedItems(text, label.to, limit) ?? (label.colon ? singleItem(text, label.to, limit, grammar) : undefined);
    if (items === undefined) continue;
    const marks = /[-—\s*]*$/u.exec(text.slice(Math.max(0, label.from - 4), label.from))?.[0].replace(/^\n/u, "") ?? "";
    return { span: { from: label.from - marks.length, to: items.to }, titles: items.titles, used: i + 1 };
  }
  return undefined;
}

interface Items {
  readonly titles: readonly string[];
  readonly to: number;
}

const ITEM = /^\s*(?<number>[\d０-９]{1,2})\s?[.．、]\s?/u;

function numberedItems(text: string, from: number, limit: number): Items | undefined {
  const titles: string[] = [];
  let at = from;
  for (let ordinal = 1; ordinal <= 40; ordinal++) {
    const head = ITEM.exec(text.slice(at, Math.min(limit, at + 12)));
    if (head === null || numeralValue(head.groups?.["number"] ?? "") !== ordinal) break;
    const begin = at + head[0].length;
    const line = text.slice(begin, Math.min(limit, begin + 160)).split("\n", 1)[0] ?? "";
    const next = new RegExp(`[^\\d０-９](?=\\s?(?:${ordinal + 1}|${fullWidth(ordinal + 1)})\\s?[.．、])`, "u").exec(
      line,
    );
    const space = line.indexOf(" ");
    const cut = space > 3 && line.length > space + 1 && limit >= begin + line.length ? space : line.length;
    const again = titles.length === 0 ? -1 : line.indexOf(titles[0] ?? "");
    const end = next !== null ? next.index + 1 : again > 3 ? again : cut;
    titles.push(clean(line.slice(0, end)));
    at = begin + end;
  }
  return titles.length === 0 ? undefined : { titles, to: at };
}

const fullWidth = (value: number): string =>
  String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const clean = (title: string): string => title.replace(/\s/gu, "").replace(/[；;。]$/u, "");

/** 附件：X, up to the line's end or, where breaks are lost, to a space behind a kind of document or to X said again. */
function singleItem(text: string, from: number, limit: number, grammar: PartGrammar): Items | undefined {
  const rest = /^ ?(?<title>[^\n。]{4,120})/u.exec(text.slice(from, limit))?.groups?.["title"];
  if (rest === undefined || /^[；，、]/u.test(rest)) return undefined;
  const lead = text.charAt(from) === " " ? 1 : 0;
  const again = grammar.parts.twice.exec(rest)?.[1];
  const pieces = rest.split(" ");
  const space = pieces.findIndex(
    (_, i) => grammar.titleEnd.test(pieces.slice(0, i + 1).join(" ")) || grammar.parts.paper.test(pieces[i] ?? ""),
  );
  const title = again ?? (space >= 0 ? pieces.slice(0, space + 1).join(" ") : rest);
  return { titles: [clean(title)], to: from + lead + title.length };
}

/** 附件1：X⏎附件2：Y right before the signature or the end: titles of attachments that are not there. */
function labelledLines(
  text: string,
  labels: readonly AttachmentLabel[],
  first: number,
  to: number,
  signatures: readonly Signature[],
): (AttachmentList & { readonly used: number }) | undefined {
  const titles: string[] = [];
  const from = labels[first]?.from ?? 0;
  let used = first;
  let end = from;
  for (; used < labels.length; used++) {
    const label = labels[used];
    if (label === undefined || !label.colon || label.number !== titles.length + 1) break;
    const lineEnd = text.indexOf("\n", label.to);
    const signed = signatures.find(({ span }) => span.to > label.to)?.span.from ?? to;
    const stop = Math.min(to, lineEnd < 0 ? to : lineEnd, labels[used + 1]?.from ?? to, signed);
    const title = text.slice(label.to, stop).trim();
    if (title.length < 2 || title.length > 120 || title.includes("。")) break;
    titles.push(clean(title));
    end = stop;
  }
  const closes =
    signatures.some(({ span }) => span.from >= end && span.from - end < 60) || text.slice(end, to).trim() === "";
  return titles.length > 0 && closes ? { span: { from, to: end }, titles, used } : undefined;
}
