import type { CleanSpan } from "../../../graph/model/span.ts";
import { escapePattern } from "../word-pattern.ts";

/** ShortName 简称: what 以下简称 defines: 《意见》, 中发“14号文”, 规划纲要. Valid behind the definition only. */
export interface ShortName {
  /** The name without the quotes or 《》 around all of it. */
  readonly name: string;
  /** In 《》, in quotes, or bare: later mentions have the same form. */
  readonly style: "title" | "quoted" | "bare";
}

const DEFINITION =
  /(?:以下(?:统一|统|均|都|合并)?(?:简称|称为|称|简写)|下(?:文)?(?:简)?称|统称|简称)(?:为|作|是)?\s*[:：]?\s*(?<names>[^，,；;。、]{1,60})/u;

/** The short names that the words of a bracket define; the bracket's own marks are not part of `words`. */
export function definedNames(words: string): ShortName[] {
  const match = DEFINITION.exec(words);
  const names = match?.groups?.["names"];
  if (names === undefined) return [];
  return names.split(/或者?(?=[《“"「])/u).flatMap((words) => {
    const name = unwrap(words.trim());
    return name === undefined ? [] : [name];
  });
}

function unwrap(words: string): ShortName | undefined {
  const quoted = /^[“"「『‘'](?<inner>.+)[”"」』’']$/u.exec(words)?.groups?.["inner"] ?? words;
  const title = /^《(?<inner>[^《》]+)》$/u.exec(quoted)?.groups?.["inner"];
  if (title !== undefined) return { name: title, style: "title" };
  if (quoted !== words && !/[“”"]/u.test(quoted)) return { name: quoted, style: "quoted" };
  return words === "" || /[《》]/u.test(words) ? undefined : { name: words, style: "bare" };
}

const QUOTES = "[“”\"「」『』‘’']";

/** Where the short name stands in the text behind `from`; blanks and the style of quotes do not matter. */
export function findShortName(text: string, { name, style }: ShortName, from: number): CleanSpan[] {
  const chars = [...name.replace(/\s/gu, "")]
    .map((char) => (/[“”"「」『』‘’']/u.test(char) ? `${QUOTES}?` : escapePattern(char)))
    .join("\\s?");
  if (style === "bare" && !/[“”"号]/u.test(name) && name.length < 4) return [];
  const pattern = new RegExp(style === "quoted" ? `${QUOTES}${chars}${QUOTES}` : chars, "gu");
  pattern.lastIndex = from;
  return [...text.matchAll(pattern)]
    .filter((match) => match.index >= from)
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
