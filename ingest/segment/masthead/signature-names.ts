import type { Located } from "../../../graph/model/reading.ts";
import { isBodyName, splitBodies } from "./bodies.ts";
import type { MastheadGrammar } from "./grammar.ts";

const WINDOW = 400;
const MOST_LINES = 14;

/** The names that stand right before a date, back to the end of a sentence. */
export interface SignatureNames {
  readonly issuers: readonly Located[];
  /** Who signs in person: 市长 张三. */
  readonly signer: Located | undefined;
  readonly from: number;
  /** A sentence, a break or nothing stands before them. */
  readonly clean: boolean;
}

/** Reads lines of names upwards from `to`, not beyond `floor`. */
export function namesBefore(text: string, floor: number, to: number, grammar: MastheadGrammar): SignatureNames {
  const found: Located[][] = [];
  const issuers = (): Located[] => found.toReversed().flat();
  let signer: Located | undefined;
  let from = to;
  let at = to;
  for (let line = 0; line < MOST_LINES; line++) {
    const stop = lineStart(text, floor, at);
    const end = trimmed(text, stop, at);
    if (end > stop) {
      const person = personLine(text, stop, end, grammar);
      const names = person === undefined ? namesOnLine(text, stop, end, grammar) : undefined;
      if (person !== undefined && signer === undefined) {
        signer = person.signer;
        from = person.from;
      } else if (names === undefined) return { issuers: issuers(), signer, from, clean: from < to };
      else {
        found.push(names.issuers);
        from = names.from;
        if (!names.whole) return { issuers: issuers(), signer, from, clean: true };
      }
    } else if (line > 0 && stop < at) return { issuers: issuers(), signer, from, clean: true };
    if (stop <= floor) break;
    at = stop - 1;
  }
  return { issuers: issuers(), signer, from, clean: true };
}

function lineStart(text: string, floor: number, at: number): number {
  const low = Math.max(floor, at - WINDOW);
  return low + text.slice(low, at).lastIndexOf("\n") + 1;
}

/** Before the end of the names: spaces, （代章）. */
function trimmed(text: string, from: number, to: number): number {
  const words = text.slice(from, to).replace(/\s*(?:[（(]\s?(?:代章|盖章|章|公章|印章)\s?[）)])?\s*$/u, "");
  return from + words.length;
}

/** 市长：张 三 over the date of an order. */
function personLine(
  text: string,
  from: number,
  to: number,
  grammar: MastheadGrammar,
): { signer: Located | undefined; from: number } | undefined {
  // The name is often an image of the signature: the post alone is left.
  if (new RegExp(`^${grammar.posts.source}\\s?[：:]?$`, "u").test(text.slice(from, to).trim()))
    return { signer: undefined, from };
  const match = new RegExp(
    `(?<=^|[\\s。])${grammar.posts.source}\\s?[：:]?\\s?(?<name>\\p{Script=Han}(?:\\s?\\p{Script=Han}){1,3})$`,
    "u",
  ).exec(text.slice(from, to));
  const name = match?.groups?.["name"];
  if (match === null || name === undefined) return undefined;
  const end = from + match.index + match[0].length;
  return {
    signer: { text: name.replace(/\s/gu, ""), span: { from: end - name.length, to: end } },
    from: from + match.index,
  };
}

interface LineNames {
  readonly issuers: Located[];
  readonly from: number;
  /** The names fill the line. */
  readonly whole: boolean;
}

/** What closes the words before a name: the end of a sentence or bracket, a digit or Latin letter. */
const BOUNDARY = /[。；！？：:;”）)〕》\dA-Za-z@.，]/u;

function namesOnLine(text: string, from: number, to: number, grammar: MastheadGrammar): LineNames | undefined {
  const words = text.slice(from, to);
  let start = words.length;
  while (start > 0 && !BOUNDARY.test(words.charAt(start - 1))) start--;
  if (start === words.length && /[）)]$/u.test(words) && isBodyName(words, grammar)) start = 0;
  const tail = words.slice(start);
  if (tail.trim() === "") return start > 0 ? { issuers: [], from: to, whole: false } : undefined;
  start += tail.length - tail.trimStart().length;
  const joined = trailingNames(tail.trim().split(" "), grammar);
  const begin = to - (joined ?? tail.trim()).length;
  const cut = cutBehindTitle(text, to, joined ?? tail.trim(), grammar);
  if (cut !== undefined) return cut;
  if (joined === undefined || joined.length > 220) return undefined;
  return {
    issuers: splitBodies(text, begin, to, grammar),
    from: begin,
    whole: words.slice(0, begin - from).trim() === "",
  };
}

/** The words at the end that are names, or the pieces into which a line break or a space has cut one. */
function trailingNames(parts: readonly string[], grammar: MastheadGrammar): string | undefined {
  let kept = parts.length;
  let at = parts.length;
  while (at > 0) {
    at--;
    if (isBodyName(parts.slice(at, kept).join(""), grammar)) kept = at;
    else {
      const part = parts[at] ?? "";
      const mayGoOn = part.length <= 3 || mayBeWrapped(part, grammar);
      if (kept < parts.length || !mayGoOn || kept - at > 3) break;
    }
  }
  return kept === parts.length ? undefined : parts.slice(kept).join(" ");
}

/** The first part of a name that a line break cut: no stop, no marker, no kind of document at its end. */
const mayBeWrapped = (part: string, grammar: MastheadGrammar): boolean =>
  part.length <= 24 && /^\p{Script=Han}+$/u.test(part) && !grammar.titleEnd.test(part);

/** 附件：江州市防汛方案江州市防汛办公室2020年…: the name begins behind the title before it. */
function cutBehindTitle(text: string, to: number, words: string, grammar: MastheadGrammar): LineNames | undefined {
  for (let at = words.length - 4; at >= 6; at--) {
    const rest = words.slice(at).trimStart();
    const before = words.slice(Math.max(0, at - 16), at);
    if (!/[表图册单录书]$/u.test(before) && !grammar.titleEnd.test(before)) continue;
    if (rest.length < 5 || !/[省市区县州盟旗国]/u.test(rest.slice(0, 5)) || !isBodyName(rest, grammar)) continue;
    return { issuers: splitBodies(text, to - rest.length, to, grammar), from: to - rest.length, whole: false };
  }
  return cutBeforeKnown(text, to, words, grammar);
}

/** 河道名录生态环境部2020年…: a known name of the state stands behind words that are none. */
function cutBeforeKnown(text: string, to: number, words: string, grammar: MastheadGrammar): LineNames | undefined {
  if (words.includes(" ") || grammar.agencies.accepts(words) === "known") return undefined;
  for (let at = 4; at <= words.length - 3; at++) {
    const rest = words.slice(at);
    if (grammar.agencies.accepts(rest) !== "known" || !/^(?:国|中|全国|\p{Script=Han}{2,8}部$)/u.test(rest)) continue;
    if (isBodyName(words.slice(0, at).replace(/\/$/u, ""), grammar)) return undefined;
    return { issuers: splitBodies(text, to - rest.length, to, grammar), from: to - rest.length, whole: false };
  }
  return undefined;
}
