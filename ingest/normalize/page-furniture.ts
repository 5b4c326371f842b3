import type { Repair } from "./tracked-text.ts";

const PAGE_MARK =
  /^\s*(?:[—–\-－―]\s*\d{1,4}\s*[—–\-－―]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})\s*$/u;
const LONE_NUMBER = /^\s*\d{1,3}\s*$/u;

/**
 * Page furniture 页码等: — 14 —, 第 3 页 共 9 页, and a lone number that stands inside a sentence which a page break cut
 * (FIELD.md §4). A lone number between other short lines may be a table cell and stays.
 */
export function repairPageFurniture(text: string): Repair[] {
  const lines = text.split("\n");
  const repairs: Repair[] = [];
  let at = 0;
  lines.forEach((line, i) => {
    const isMark = PAGE_MARK.test(line);
    if (isMark || (LONE_NUMBER.test(line) && cutsSentence(lines, i))) {
      repairs.push({ from: at, to: at + line.length, replacement: "", rule: "page-furniture" });
    }
    at += line.length + 1;
  });
  return repairs.filter(({ from, to }) => to > from);
}

function cutsSentence(lines: readonly string[], at: number): boolean {
  const before = nearest(lines, at, -1);
  const after = nearest(lines, at, 1);
  return (
    before.length >= 18 && /[\p{Script=Han}，、]$/u.test(before) && /^\p{Script=Han}/u.test(after) && after.length >= 8
  );
}

function nearest(lines: readonly string[], at: number, step: 1 | -1): string {
  for (let i = at + step; i >= 0 && i < lines.length && Math.abs(i - at) <= 8; i += step) {
    const line = (lines[i] ?? "").trim();
    if (line !== "") return line;
  }
  return "";
}
