import type { Located } from "../../graph/model/reading.ts";
import { type CleanSpan, covers } from "../../graph/model/span.ts";
import type { Signature } from "./masthead/signatures.ts";
import { readTitle } from "./masthead/title.ts";
import type { PartGrammar, PartPatterns } from "./part-patterns.ts";

/** What a wrapper says of the document that it passes on, and where that document begins. */
export interface Enclosed {
  /** Without 《》; as the wrapper's title names it, or else its text. */
  readonly title?: Located;
  /** The same document by other words of the wrapper. */
  readonly names: readonly string[];
  /** Further documents that it passes on together with the first: 《A》和《B》. */
  readonly others: readonly string[];
  readonly isWrapper: boolean;
}

/** Reads the enclosed title from the wrapper's title or from the first sentences of its text. */
export function readEnclosed(
  text: string,
  title: Located | undefined,
  bodyFrom: number,
  grammar: PartGrammar,
): Enclosed {
  const inTitle = title === undefined ? undefined : fromTitle(text, title, grammar);
  const inText = fromText(text, bodyFrom, grammar.parts);
  const quoted = inTitle !== undefined && text.charAt(inTitle.span.from - 1) === "《";
  const found =
    inTitle === undefined || (!quoted && inText !== undefined && sameWords(inTitle.text, inText.text))
      ? inText
      : inTitle;
  const names = [inTitle?.text, inText?.text].filter((name) => name !== undefined);
  const isWrapper = inTitle !== undefined || inText !== undefined;
  const others = inText === undefined ? [] : furtherTitles(text, inText.span.to);
  return found === undefined ? { names, others, isWrapper } : { title: found, names, others, isWrapper };
}

/** The title drops 的 and the issuer's name: 关于清理整顿社会团体意见 is 《关于清理整顿社会团体的意见》. */
function sameWords(inTitle: string, inText: string): boolean {
  const rest = new Set(inText);
  const shared = Array.from(inTitle).filter((char) => rest.has(char)).length;
  return inText.length >= 4 && shared >= inTitle.length * 0.75 && inText.slice(-2) === inTitle.slice(-2);
}

/** 《A》《B》, 《A》和《B》: the titles that follow the first without other words. */
function furtherTitles(text: string, to: number): string[] {
  const titles: string[] = [];
  let at = to;
  while (/^》\s?[、和及与]?\s?《/u.test(text.slice(at, at + 5)) && titles.length < 8) {
    const quoted = quotedTitle(text.slice(at, at + 260), 0);
    if (quoted === undefined) break;
    titles.push(text.slice(at + quoted.from, at + quoted.to).replace(/\s+/gu, ""));
    at += quoted.to;
  }
  return titles;
}

function fromTitle(text: string, title: Located, grammar: PartGrammar): Located | undefined {
  const words = text.slice(title.span.from, title.span.to);
  const verb = grammar.issues.exec(words);
  if (verb === null) return undefined;
  const from = verb.index + verb[0].length;
  const quoted = quotedTitle(words, from);
  if (quoted !== undefined && quoted.from <= from + 24)
    return located(text, title.span.from + quoted.from, title.span.from + quoted.to);
  const end = grammar.parts.wrapperEnd.exec(words)?.index;
  if (end === undefined || end - from < 4) return undefined;
  const about = words.slice(from, end).indexOf("关于");
  const start = about > 0 ? from + about : from;
  return located(text, title.span.from + start, title.span.from + end);
}

/** 现将《X》印发给你们; 《X》已经省政府同意，现印发给你们. */
function fromText(text: string, bodyFrom: number, patterns: PartPatterns): Located | undefined {
  const zone = text.slice(bodyFrom, bodyFrom + 700);
  const sentences = /^(?:[^。]*。){0,3}/u.exec(zone)?.[0] ?? zone;
  for (let at = 0; at < sentences.length; ) {
    const quoted = quotedTitle(sentences, at);
    if (quoted === undefined) return undefined;
    const before = sentences.slice(Math.max(0, quoted.from - 12), quoted.from - 1);
    const behind = sentences.slice(quoted.to + 1, quoted.to + 220);
    const sentence = /^[^。]*。?/u.exec(behind)?.[0] ?? "";
    const isSubject = /(?:^|[\n。：:])\s*[^。，]{0,40}$/u.test(before) || patterns.presenting.test(before);
    const other = patterns.invoked.test(behind) || patterns.invoking.test(before);
    const passed = patterns.passedOn.test(sentence) || patterns.passedBefore.test(before);
    if (isSubject && !other && passed) return located(text, bodyFrom + quoted.from, bodyFrom + quoted.to);
    at = quoted.to + 1;
  }
  return undefined;
}

/** The words between the next 《 and its 》; titles may hold titles. */
function quotedTitle(words: string, from: number): { from: number; to: number } | undefined {
  const open = words.indexOf("《", from);
  if (open < 0) return undefined;
  let depth = 0;
  for (let at = open; at < words.length && at - open < 200; at++) {
    const char = words.charAt(at);
    if (char === "《") depth++;
    else if (char === "》" && --depth === 0) return { from: open + 1, to: at };
  }
  return undefined;
}

const located = (text: string, from: number, to: number): Located => {
  const words = text.slice(from, to);
  const lead = words.length - words.trimStart().length;
  return { text: words.replace(/\s+/gu, ""), span: { from: from + lead, to: from + words.trimEnd().length } };
};

/** Where the enclosed document stands: its title repeated at the beginning of a line or behind the signature. */
export function findEnclosed(
  text: string,
  from: number,
  to: number,
  enclosed: Enclosed,
  list: CleanSpan | undefined,
  signatures: readonly Signature[],
  grammar: PartGrammar,
): { from: number; bodyFrom: number } | undefined {
  for (const name of enclosed.names) {
    let place = findTitle(text, name, from, to, grammar);
    if (place !== undefined && list !== undefined && covers(list, place))
      place = findTitle(text, name, list.to, to, grammar);
    if (place !== undefined) return { from: place.from, bodyFrom: place.to };
  }
  if (!enclosed.isWrapper) return undefined;
  const signature = signatures.find((one) => !one.imprint && one.span.from >= from && one.span.to < to);
  if (signature === undefined || to - signature.span.to < 80) return undefined;
  const start = signature.span.to + (/^\s*/u.exec(text.slice(signature.span.to, to))?.[0].length ?? 0);
  const title = readTitle(text, start, grammar);
  return { from: start, bodyFrom: title !== undefined && title.to - start <= 120 ? title.to : start };
}

/** The title printed as a title: outside of 《》, not in a sentence, white space aside. */
export function findTitle(
  text: string,
  name: string,
  from: number,
  to: number,
  { parts }: PartGrammar,
): { from: number; to: number } | undefined {
  const compact = name.replace(/\s+/gu, "");
  if (compact.length < 4 || compact.length > 160) return undefined;
  const chars = Array.from(compact, (char) => CLASSES[char] ?? char.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&"));
  const pattern = new RegExp(chars.join("\\s?"), "gu");
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null && match.index < to; match = pattern.exec(text)) {
    const before = text.slice(Math.max(from, match.index - 8), match.index).replace(/[ ]+$/u, "");
    const end = match.index + match[0].length;
    const behind = text.slice(end, end + 2);
    const atBreak =
      before === "" ||
      /[\n。；！？）)日】：:]$/u.test(before) ||
      parts.labelEnd.test(before) ||
      text.charAt(match.index - 1) === " ";
    const quoted = /[《〈“"]$/u.test(before) || /^\s?[》〉”"]/u.test(behind) || parts.inSentence.test(behind);
    const atOutline = /^\s?(?:[（(]?[一1][）)、.．]|第一[章条])/u.test(text.slice(end, end + 5));
    if ((atBreak || atOutline) && !quoted) {
      const note =
        /^ ?[（(](?![一二三四五六七八九十\d]{1,3}[）)])[^（()）\n]{1,20}[）)]/u.exec(text.slice(end, end + 26))?.[0]
          .length ?? 0;
      return { from: match.index, to: end + note };
    }
  }
  return undefined;
}

const CLASSES: Readonly<Record<string, string>> = {
  "（": "[（(]",
  "(": "[（(]",
  "）": "[）)]",
  ")": "[）)]",
  "“": '[“"]',
  "”": '[”"]',
  "—": "[—–-]",
  "-": "[—–-]",
  "·": "[·•．]",
};
