import type { Located } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { isBodyName, splitBodies } from "./bodies.ts";
import type { MastheadGrammar } from "./grammar.ts";
import { findDates, type IssueDate } from "./issue-date.ts";

/** Signature 署名与成文日期: the issuers and the date that end a text, with the note on publicity that may follow. */
export interface Signature {
  readonly issuers: readonly Located[];
  readonly date: IssueDate;
  readonly span: CleanSpan;
  /** 上海市总工会办公室 2020年5月12日印发: who printed it and when. */
  readonly imprint: boolean;
}

/** Finds the dates that stand by themselves behind a sentence, with the bodies before them; in text order. */
export function findSignatures(text: string, from: number, to: number, grammar: MastheadGrammar): Signature[] {
  const signatures: Signature[] = [];
  let floor = from;
  for (const date of findDates(text, from, to)) {
    const signature = readSignature(text, floor, to, date, grammar);
    if (signature === undefined) continue;
    signatures.push(signature);
    floor = signature.span.to;
  }
  return signatures;
}

function readSignature(
  text: string,
  floor: number,
  end: number,
  date: IssueDate,
  grammar: MastheadGrammar,
): Signature | undefined {
  const behind = text.slice(date.span.to, Math.min(end, date.span.to + 80));
  const imprint = /^\s?印发/u.test(behind);
  const hasDay = date.iso.length === 10;
  const atEnd = behind === "" || /^[\s]/u.test(behind);
  const note = grammar.publicNote.exec(behind.trimStart());
  if (!imprint && !atEnd && note === null && !hasDay) return undefined;
  if (!imprint && !atEnd && note === null && !/^[（(]|^附/u.test(behind) && grammar.afterDate.test(behind))
    return undefined;
  if (!imprint && /^[，。、；,;.]/u.test(behind)) return undefined;
  const names = namesBefore(text, floor, date.span.from, grammar);
  if (names.issuers.length === 0) {
    const alone =
      names.clean && (note !== null || /^\s*$/u.test(behind) || behind.startsWith("\n") || /^\s*附/u.test(behind));
    if (!alone || imprint) return undefined;
  }
  let stop = date.span.to + (imprint ? (/^\s?印发[。]?/u.exec(behind)?.[0].length ?? 0) : 0);
  if (note !== null) stop = date.span.to + (behind.length - behind.trimStart().length) + note[0].length;
  return { issuers: names.issuers, date, span: { from: names.from, to: stop }, imprint };
}

/** The bodies that stand right before `to`, back to the end of a sentence; `clean` where nothing else does. */
function namesBefore(
  text: string,
  floor: number,
  to: number,
  grammar: MastheadGrammar,
): { issuers: Located[]; from: number; clean: boolean } {
  let issuers: Located[] = [];
  let from = to;
  let at = to;
  for (let line = 0; line < 14; line++) {
    const stop = lineStart(text, floor, at);
    const found = namesOnLine(text, stop, trimmed(text, stop, at), grammar);
    if (found === undefined) {
      const empty = text.slice(stop, at).trim() === "";
      if (!empty || stop <= floor) return { issuers, from, clean: empty || issuers.length > 0 };
    } else {
      issuers = [...found.issuers, ...issuers];
      from = found.from;
      if (!found.whole) return { issuers, from, clean: true };
    }
    if (stop <= floor) break;
    at = stop - 1;
  }
  return { issuers, from, clean: true };
}

const lineStart = (text: string, floor: number, at: number): number =>
  Math.max(floor, text.lastIndexOf("\n", at - 1) + 1);

/** Before the end of the names: spaces, （代章）, 公章. */
function trimmed(text: string, from: number, to: number): number {
  const words = text.slice(from, to).replace(/\s*(?:[（(]\s?(?:代章|盖章|章|公章|印章)\s?[）)])?\s*$/u, "");
  return from + words.length;
}

/** Names at the end of the line's words; `whole` where they fill it. */
function namesOnLine(
  text: string,
  from: number,
  to: number,
  grammar: MastheadGrammar,
): { issuers: Located[]; from: number; whole: boolean } | undefined {
  const words = text.slice(from, to);
  if (words.trim() === "") return undefined;
  const hard = Math.max(
    ...["。", "；", "！", "？", "：", ":", "”", "）", ")", "〕", ";"].map((stop) => words.lastIndexOf(stop)),
  );
  let start = hard + 1;
  if (/[）)]$/u.test(words.trimEnd()) && isBodyName(words, grammar)) start = 0;
  const tail = words.slice(start);
  if (tail.trim() === "" && hard >= 0) return { issuers: [], from: to, whole: false };
  const lead = tail.length - tail.trimStart().length;
  start += lead;
  const parts = tail.trim().split(" ");
  let kept: string[] = [];
  let pending: string[] = [];
  for (const part of parts.reverse()) {
    pending.unshift(part);
    if (
      isBodyName(pending.join(""), grammar) &&
      (isBodyName(part, grammar) || kept.length === 0 || pending.length > 1)
    ) {
      kept = [...pending, ...kept];
      pending = [];
    } else if (kept.length === 0 || !mayBeWrapped(part, grammar)) break;
  }
  if (
    kept.length > 0 &&
    pending.length === 1 &&
    mayBeWrapped(pending[0] ?? "", grammar) &&
    !isBodyName(kept[0] ?? "", grammar)
  )
    kept = [...pending, ...kept];
  if (kept.length === 0) return cutBehindTitle(text, from + start, to, tail.trim(), grammar);
  const joined = kept.join(" ");
  const begin = from + start + tail.trim().length - joined.length;
  const cut = cutBehindTitle(text, begin, begin + joined.length, joined, grammar);
  if (cut !== undefined) return cut;
  if (joined.length > 220) return undefined;
  return {
    issuers: splitBodies(text, begin, begin + joined.length, grammar),
    from: begin,
    whole: begin <= from + (words.length - words.trimStart().length),
  };
}

/** The first part of a name that a line break cut: no stop, no marker, no kind of document at its end. */
const mayBeWrapped = (part: string, grammar: MastheadGrammar): boolean =>
  part.length >= 3 && part.length <= 24 && /^\p{Script=Han}+$/u.test(part) && !grammar.titleEnd.test(part);

/** 附件：江州市防汛方案江州市防汛办公室2020年…: the name begins behind the title before it. */
function cutBehindTitle(
  text: string,
  from: number,
  to: number,
  words: string,
  grammar: MastheadGrammar,
): { issuers: Located[]; from: number; whole: boolean } | undefined {
  for (let at = words.length - 4; at >= 6; at--) {
    const rest = words.slice(at);
    if (!grammar.titleEnd.test(words.slice(0, at)) || rest.length < 5 || !isBodyName(rest, grammar)) continue;
    if (!/[省市区县州盟旗国]/u.test(rest.slice(0, 5))) continue;
    const begin = to - rest.length;
    return { issuers: splitBodies(text, begin, to, grammar), from: begin, whole: false };
  }
  void from;
  return undefined;
}
