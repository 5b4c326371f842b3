import { cleanHeading } from "./headings.ts";
import type { Marker } from "./marker-lexer.ts";
import type { OutlinePatterns } from "./outline-patterns.ts";

/**
 * Headings without a number 无序号标题, as pseudo-markers: 下一步 where a new run of 一是 may begin, and short lines of
 * their own beneath which the numbering begins with 1 each time. `markers` are those of the zone, in offsets of the text.
 */
export function headingMarkers(
  zone: string,
  offset: number,
  markers: readonly Marker[],
  patterns: OutlinePatterns,
): Marker[] {
  return [...turns(zone, offset, patterns), ...shortLines(zone, offset, markers)];
}

/** 下一步，… 一是 … 二是 …: the paragraph's first words stand for a heading. */
function turns(zone: string, offset: number, patterns: OutlinePatterns): Marker[] {
  const matches = zone.matchAll(patterns.turn);
  return [...matches].map((match) => {
    const from = offset + match.index;
    return { from, to: from, style: "turn", ordinal: 0, label: match[0], position: "line" };
  });
}

const LONGEST = 25;

/** Lines without stop or number right above a first number; counted only where the text has several of them. */
function shortLines(zone: string, offset: number, markers: readonly Marker[]): Marker[] {
  const starts = new Set(markers.map(({ from }) => from));
  const found: { readonly marker: Marker; readonly below: string }[] = [];
  for (const { position, ordinal, from, style } of markers) {
    if (position !== "line" || ordinal !== 1 || from <= offset) continue;
    const end = from - offset - 1;
    const begin = zone.slice(Math.max(0, end - LONGEST - 2), end).lastIndexOf("\n");
    const lineFrom = begin < 0 ? (end <= LONGEST ? 0 : -1) : Math.max(0, end - LONGEST - 2) + begin + 1;
    if (lineFrom < 0 || starts.has(offset + lineFrom)) continue;
    const line = zone.slice(lineFrom, end);
    if (!/^[\p{Script=Han}A-Za-z“”（）()·]{2,25}$/u.test(line) || !/^[\p{Script=Han}“]/u.test(line)) continue;
    if (lineFrom > 0 && !/[。；！？：:;”）)]\n$/u.test(zone.slice(Math.max(0, lineFrom - 2), lineFrom))) continue;
    const label = cleanHeading(line);
    const marker = {
      from: offset + lineFrom,
      to: offset + end,
      style: "words",
      ordinal: 0,
      label,
      position: "line",
    } as const;
    found.push({ marker, below: style });
  }
  const times = new Map<string, number>();
  for (const { below } of found) times.set(below, (times.get(below) ?? 0) + 1);
  return found.filter(({ below }) => (times.get(below) ?? 0) > 1).map(({ marker }) => marker);
}
