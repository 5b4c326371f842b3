import type { LinePatterns } from "./line-patterns.ts";

const TOP_MARKER = /(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/gu;
const BEFORE_MARKER = /[。；：:;）)\s”]$/u;

/**
 * Lost line breaks 换行全失: true where a text's numbering stands inside its lines and not at their beginnings, or where
 * a text without numbering is a few very long lines (FIELD.md §4: common in data sets and copied web pages).
 */
export function hasLostBreaks(text: string, { spacedTable }: LinePatterns): boolean {
  if (spacedTable.test(text)) return true;
  let atStart = 0;
  let inside = 0;
  for (const match of text.matchAll(TOP_MARKER)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (/(?:^|\n)\s*$/u.test(before)) atStart++;
    else if (BEFORE_MARKER.test(before)) inside++;
  }
  if (atStart + inside >= 3) return inside > atStart;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 0 && text.length / lines.length > 220;
}
