import type { AgencyRecognizer } from "../recognize/agencies/index.ts";
import type { LinePatterns } from "./line-patterns.ts";
import type { Repair } from "./tracked-text.ts";

const BLANK = "[ \\t\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]";
const GAP = new RegExp(`${BLANK}+`, "gu");
const MARKER_NEXT =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百]+[章节条])/u;

/**
 * Spaces 空格 (FIELD.md §4): between hanzi they are noise (文 件, 王 健, 到 2020年) and go; between Latin words one stays.
 * A wide gap between two longer words stays as one space (joint issuers on one line). In a text whose line breaks were
 * lost, a single space may be all that is left of a break: there it stays unless a single hanzi stands beside it, and a
 * gap of two ideographic spaces behind a sentence begins a paragraph again. Between two names of bodies a space parts
 * them (市教育局 市财政局); inside one name it is noise wherever it stands.
 */
export function repairSpaces(text: string, options: SpaceOptions): Repair[] {
  const repairs: Repair[] = [];
  let mergedFrom = -1;
  for (const match of text.matchAll(GAP)) {
    const from = match.index;
    const to = from + match[0].length;
    const before = text.charAt(from - 1);
    const after = text.charAt(to);
    const gap: Gap = { text, from, to, words: match[0], mergedFrom };
    const replacement =
      before === "" || before === "\n" || after === "" || after === "\n"
        ? ""
        : (besideNames(gap, options) ?? between(gap, options));
    if (replacement === "") mergedFrom = mergedFrom >= 0 && continuesToken(text, mergedFrom, from) ? mergedFrom : from;
    if (replacement !== match[0])
      repairs.push({ from, to, replacement, rule: replacement === "\n" ? "lost-break" : "space" });
  }
  return repairs;
}

interface SpaceOptions {
  readonly breaksLost: boolean;
  readonly agencies: AgencyRecognizer;
  readonly patterns: LinePatterns;
}

interface Gap {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** Where the last removed gap stood: what is left of it belongs to the same word. */
  readonly mergedFrom: number;
}

const continuesToken = (text: string, earlier: number, from: number): boolean =>
  !/\s/u.test(text.slice(earlier + 1, from).trim());

function between(gap: Gap, { breaksLost, patterns }: SpaceOptions): "" | " " | "\n" {
  const { text, from, to, words } = gap;
  const before = text.charAt(from - 1);
  const after = text.charAt(to);
  const next = text.slice(to, to + 8);
  if (/　{2}/u.test(words) && from > 0) {
    if (/[。；！？”）)》」]/u.test(before) || MARKER_NEXT.test(next)) return "\n";
  }
  if (isLatin(before) && isLatin(after)) return " ";
  if (isPunctuation(before) || isPunctuation(after)) return breaksLost && /[。；：！？）)”]/u.test(before) ? " " : "";
  const left = tokenBefore(gap);
  const right = tokenAfter(text, to);
  if (isSingleHanzi(left) || isSingleHanzi(right)) return "";
  if (breaksLost && insideBracket(text, from)) return "";
  if (breaksLost) return /\d$/u.test(left) && patterns.measure.test(next) ? "" : " ";
  return words.replace(/　/gu, "  ").length >= 2 && isHanzi(before) && isHanzi(after) ? " " : "";
}

const LONGEST_NAME = 24;
const NAME_BEFORE = /(?<=^|[\s、，,；;：:。（(〔[])[\p{Script=Han}]{2,24}$/u;
const NAME_BEHIND = /^[\p{Script=Han}]{2,24}/u;
/** 市政府 办公室, 市公安局 交警支队: what may be a department of the body before it. */
const LONGEST_DEPARTMENT = 4;
/** What the names around a gap say of it: a space between two, nothing inside one; undefined where they say nothing. */
function besideNames({ text, from, to }: Gap, { agencies, patterns }: SpaceOptions): "" | " " | undefined {
  const left = NAME_BEFORE.exec(text.slice(Math.max(0, from - LONGEST_NAME - 1), from))?.[0];
  const right = NAME_BEHIND.exec(text.slice(to, to + LONGEST_NAME))?.[0];
  if (left === undefined || right === undefined) return undefined;
  const across = agencies.match(left + right, 0);
  const isOne = across?.kind === "known" && across.to > left.length;
  const isBody = agencies.accepts(left) !== undefined;
  if (isBody && agencies.match(right, 0)?.to === right.length)
    return isOne && right.length <= LONGEST_DEPARTMENT && !patterns.ofItsOwn.test(right) ? "" : " ";
  return isOne && !isBody ? "" : undefined;
}

const LONGEST_BRACKET = 300;

/** A break inside a bracket parted no paragraphs. */
function insideBracket(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_BRACKET), at);
  return before.search(/[（(〔][^（()）〔〕]*$/u) >= 0;
}

const isLatin = (char: string): boolean => /[\p{Script=Latin}\d]/u.test(char);
const isHanzi = (char: string): boolean => /\p{Script=Han}/u.test(char);
const isPunctuation = (char: string): boolean => /[\p{P}\p{S}]/u.test(char);
const isSingleHanzi = (token: string): boolean => [...token].length === 1 && isHanzi(token);

/** The word before the gap, with what an earlier removed gap has joined to it; two code units tell enough. */
function tokenBefore({ text, from, mergedFrom }: Gap): string {
  let start = from;
  while (start > 0 && from - start < 3 && !/\s/u.test(text.charAt(start - 1))) start--;
  const token = text.slice(start, from);
  return token.length === 1 && mergedFrom >= 0 && mergedFrom < start && text.slice(mergedFrom, start).trim() === ""
    ? `　${token}`
    : token;
}

function tokenAfter(text: string, to: number): string {
  let end = to;
  while (end < text.length && end - to < 3 && !/\s/u.test(text.charAt(end))) end++;
  return text.slice(to, end);
}
