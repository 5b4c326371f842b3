import type { Located } from "../../../graph/model/reading.ts";
import { splitAddressees } from "./addressees.ts";
import { findDocumentNumbers } from "./document-number.ts";
import type { MastheadGrammar } from "./grammar.ts";
import type { Signature } from "./signatures.ts";

/** Imprint 版记: what stands behind the text: contacts, 抄送, printer and date of printing, a web page's tail. */
export interface Imprint {
  /** Where it begins; the end of the text where there is none. */
  readonly from: number;
  readonly copies: readonly Located[];
  /** What the name of an attached copy of the document itself says: 江府发〔2023〕12号关于….pdf. */
  readonly fileNumber: Located | undefined;
  readonly fileTitle: Located | undefined;
}

const TAIL = 1500;
const CUT =
  /(?<=[。）)日\s”】]|^)(?:抄\s?[送报]\s?[：:]|相关附件[：:]|文档附件[：:]|公开方式[：:]|公开属性[：:]|公开类别[：:]|分享[：:]|打印本页|扫一扫|[（(]来源于?[：:]?|\p{Script=Han}{2,12}〔\d{4}〕\d{1,5}号[^。\n]{4,120}\.(?:docx?|pdf|wps|ceb|ofd)\b)/giu;

/** Finds the imprint from the end of the text backwards. */
export function readImprint(
  text: string,
  floor: number,
  signatures: readonly Signature[],
  grammar: MastheadGrammar,
): Imprint {
  let from = text.length;
  let last = signatures.length - 1;
  let site = false;
  for (;;) {
    let end = from;
    while (end > floor && /\s/u.test(text.charAt(end - 1))) end--;
    const start = Math.max(floor, text.lastIndexOf("\n", end - 1) + 1);
    if (end <= floor || from <= floor) break;
    while (last >= 0 && (signatures[last]?.span.from ?? 0) > end) last--;
    const line = text.slice(start, end).trim();
    site ||= line.length <= 160 && grammar.page.foot.test(line) && !/[。；]/u.test(line);
    const ofSite =
      site &&
      line.length <= 160 &&
      (grammar.page.foot.test(line) || grammar.page.footLabel.test(line)) &&
      !/[。；]/u.test(line);
    const begin = ofSite ? start : tailStart(text, start, end, floor, signatures[last], grammar);
    if (begin === undefined) break;
    from = begin;
    if (begin > start) break;
  }
  return { from, copies: readCopies(text, from, grammar), ...readFileName(text, from, grammar) };
}

/** Where on the line (or in the paragraph's tail) the imprint begins; undefined where the line is text. */
function tailStart(
  text: string,
  start: number,
  end: number,
  floor: number,
  signature: Signature | undefined,
  grammar: MastheadGrammar,
): number | undefined {
  const line = text.slice(start, end);
  const printed = signature?.imprint === true && signature.span.to >= start ? signature : undefined;
  if (printed !== undefined && printed.span.to >= end - 2 && printed.span.from >= floor)
    return Math.min(start, printed.span.from) === start && printed.span.from < start
      ? printed.span.from
      : cutIn(text, Math.max(start, printed.span.from - TAIL), printed.span.from);
  const labels = [grammar.copies, grammar.contact, grammar.furniture, grammar.pageWord];
  if (line.length <= 300 && labels.some((label) => label.test(line))) return start;
  if (
    line.length <= 120 &&
    /^(?:附件[：:]?\s?)?[^。；]{0,80}\.(?:docx?|pdf|xlsx?|ceb|CEB|zip|rar|wps|ofd|mp3)\)?$/u.test(line)
  )
    return start;
  const cut = cutIn(text, Math.max(start, end - TAIL), end);
  return cut < end && cut > start ? cut : undefined;
}

/** The first word of an imprint inside a long paragraph, at or before `fallback`. */
function cutIn(text: string, start: number, fallback: number): number {
  CUT.lastIndex = 0;
  for (const match of text.slice(start, fallback).matchAll(CUT)) return start + match.index;
  return fallback;
}

const FILE = /(?<title>[^。，；：\n\s.]{0,120})\.(?:docx?|pdf|wps|ceb|ofd)(?![a-z])/giu;

/** Number and title in the name of the first attached file that has a number. */
function readFileName(text: string, from: number, grammar: MastheadGrammar): Pick<Imprint, "fileNumber" | "fileTitle"> {
  for (const match of text.slice(from, from + 3000).matchAll(FILE)) {
    const begin = from + match.index;
    const words = match.groups?.["title"] ?? "";
    const number = findDocumentNumbers(text, begin, begin + words.length, grammar)[0];
    if (number === undefined || number.span.from !== begin) continue;
    const rest = text
      .slice(number.span.to, begin + words.length)
      .replace(/[（(][^（()）]*[）)]$/u, "")
      .trimEnd();
    const isTitle = grammar.titleEnd.test(rest) && grammar.about.test(rest);
    const span = { from: number.span.to, to: number.span.to + rest.length };
    return { fileNumber: number, fileTitle: isTitle ? { text: rest.replace(/\s/gu, ""), span } : undefined };
  }
  return { fileNumber: undefined, fileTitle: undefined };
}

function readCopies(text: string, from: number, grammar: MastheadGrammar): Located[] {
  const copies: Located[] = [];
  for (const match of text.slice(from).matchAll(/抄\s?[送报呈]\s?[：:]\s?/gu)) {
    const begin = from + match.index + match[0].length;
    const end = text.slice(begin).search(/[。\n]/u);
    const stop = Math.min(end < 0 ? text.length : begin + end, begin + 600);
    const list = text.slice(begin, stop);
    const spaced = list.search(/\s\S{4,40}\s?(?:19|20)\d{2}年/u);
    copies.push(
      ...splitAddressees(text, begin, spaced < 0 ? stop : begin + spaced, grammar).filter(
        ({ text: name }) => name.length <= 60,
      ),
    );
  }
  return copies;
}
