import type { Repair } from "./tracked-text.ts";

const BLANK = "[ \\t\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]";
const GAP = new RegExp(`${BLANK}+`, "gu");
const MARKER_NEXT =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百]+[章节条])/u;
const MEASURE = /^(?:万|亿|千|百|元|家|个|名|人|年|月|日|号|项|%|％|座|条|所|户|亩|公里|平方|吨|倍|次|期|届|周)/u;

/**
 * Spaces 空格 (FIELD.md §4): between hanzi they are noise (文 件, 王 健, 到 2020年) and go; between Latin words one stays.
 * A wide gap between two longer words stays as one space (joint issuers on one line). In a text whose line breaks were
 * lost, a single space may be all that is left of a break: there it stays unless a single hanzi stands beside it, and a
 * gap of two ideographic spaces behind a sentence begins a paragraph again.
 */
export function repairSpaces(text: string, options: { readonly breaksLost: boolean }): Repair[] {
  const repairs: Repair[] = [];
  let mergedFrom = -1;
  for (const match of text.matchAll(GAP)) {
    const from = match.index;
    const to = from + match[0].length;
    const before = text.charAt(from - 1);
    const after = text.charAt(to);
    const gap: Gap = { text, from, to, words: match[0], mergedFrom };
    const replacement =
      before === "" || before === "\n" || after === "" || after === "\n" ? "" : between(gap, options.breaksLost);
    if (replacement === "") mergedFrom = mergedFrom >= 0 && continuesToken(text, mergedFrom, from) ? mergedFrom : from;
    if (replacement !== match[0])
      repairs.push({ from, to, replacement, rule: replacement === "\n" ? "lost-break" : "space" });
  }
  return repairs;
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

function between(gap: Gap, breaksLost: boolean): "" | " " | "\n" {
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
  if (breaksLost) return /\d$/u.test(left) && MEASURE.test(next) ? "" : " ";
  return words.replace(/　/gu, "  ").length >= 2 && isHanzi(before) && isHanzi(after) ? " " : "";
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
