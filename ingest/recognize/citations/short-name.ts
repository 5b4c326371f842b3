import type { CleanSpan } from "../../../graph/model/span.ts";
import { escapePattern } from "../word-pattern.ts";

/** ShortName 简称: what 以下简称 defines: 《意见》, 中发“14号文”, 规划纲要. Valid behind the definition only. */
export interface ShortName {
  /** The name without the quotes or 《》 around all of it. */
  readonly name: string;
  /** In 《》, in quotes, or bare: later mentions have the same form. */
  readonly style: "title" | "quoted" | "bare";
  /** Words before 《》 that belong to the name: 省 in 以下简称省《办法》. */
  readonly prefix?: string;
}

const DEFINITION =
  /(?:以下(?:统一|统|均|都|合并)?(?:简称|称为|称|简写)|下(?:文)?(?:简)?称|统称|简称)(?:为|作|是)?\s*[:：]?\s*(?<names>[^，,；;。、]{1,60})/u;

/** The short names that the words of a bracket define; the bracket's own marks are not part of `words`. */
export function definedNames(words: string): ShortName[] {
  const match = DEFINITION.exec(words);
  const names = match?.groups?.["names"];
  if (names === undefined) return [];
  return names.split(/或者?(?=[《“"「])/u).flatMap((part) => {
    const name = unwrap(part.trim());
    return name === undefined ? [] : [name];
  });
}

function unwrap(words: string): ShortName | undefined {
  const quoted = /^[“"「『‘'](?<inner>.+)[”"」』’']$/u.exec(words)?.groups?.["inner"] ?? words;
  const title = /^(?<prefix>[^《》]{0,6})《(?<inner>[^《》]+)》$/u.exec(quoted)?.groups;
  if (title !== undefined) {
    const { prefix = "", inner = "" } = title;
    return { name: inner, style: "title", ...(prefix === "" ? {} : { prefix }) };
  }
  if (quoted !== words && !/[“”"]/u.test(quoted)) return { name: quoted, style: "quoted" };
  return words === "" || /[《》]/u.test(words) ? undefined : { name: words, style: "bare" };
}

const QUOTES = "[“”\"「」『』‘’']";

/**
 * Where short names that are not titles stand, each behind its definition; blanks and the style of quotes do not matter.
 * `index` is the place of the name in the list; of names that begin at one place the longest wins. One pass over the text.
 */
export function findShortNames(
  text: string,
  names: readonly { readonly name: ShortName; readonly from: number }[],
): { readonly span: CleanSpan; readonly index: number }[] {
  const usable = names
    .map(({ name, from }, index) => ({ pattern: patternOf(name), from, index, length: name.name.length }))
    .filter(({ pattern }) => pattern !== "")
    .sort((a, b) => b.length - a.length || b.index - a.index);
  if (usable.length === 0) return [];
  const any = new RegExp(usable.map(({ pattern }, place) => `(?<n${place}>${pattern})`).join("|"), "gu");
  return [...text.matchAll(any)].flatMap((match) => {
    const place = usable.findIndex((_, i) => match.groups?.[`n${i}`] !== undefined);
    const hit = usable[place];
    if (hit === undefined || match.index < hit.from) return [];
    return [{ span: { from: match.index, to: match.index + match[0].length }, index: hit.index }];
  });
}

function patternOf({ name, style }: ShortName): string {
  if (style === "bare" && !/[“”"号]/u.test(name) && name.length < 4) return "";
  const chars = [...name.replace(/\s/gu, "")]
    .map((char) => (/[“”"「」『』‘’']/u.test(char) ? `${QUOTES}?` : escapePattern(char)))
    .join("\\s?");
  return style === "quoted" ? `${QUOTES}${chars}${QUOTES}` : chars;
}
