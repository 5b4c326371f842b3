import type { Repair } from "./tracked-text.ts";

/**
 * Stray characters 杂字符: carriage returns, NUL, zero-width marks and soft hyphens go; form feeds and Unicode line
 * separators are line feeds (FIELD.md §4). Inline conversion leftovers such as `[bookmark: _GoBack]` go too, and a web page's `&nbsp;` is a space.
 */
const STRAY =
  /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288);|\r\n?|[\0\u200B-\u200D\u2060\uFEFF\u00AD]|[\f\v\u0085\u2028\u2029]|\[bookmark:[^\]\n]{0,80}\]/giu;

export function repairCharacters(text: string): Repair[] {
  const repairs: Repair[] = [];
  for (const match of text.matchAll(STRAY)) {
    const [found] = match;
    const isBreak = /^[\r\f\v\u0085\u2028\u2029]/u.test(found);
    if (found.startsWith("&")) {
      repairs.push({ from: match.index, to: match.index + found.length, replacement: " ", rule: "entity" });
      continue;
    }
    const rule = found.startsWith("[") ? "bookmark" : isBreak ? "line-end" : "stray-character";
    repairs.push({ from: match.index, to: match.index + found.length, replacement: isBreak ? "\n" : "", rule });
  }
  return repairs;
}
