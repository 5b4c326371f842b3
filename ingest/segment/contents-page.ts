import type { Marker } from "./marker-lexer.ts";
import type { OutlinePatterns } from "./outline-patterns.ts";

const FEWEST = 5;
const LONGEST_ENTRY = 45;

/**
 * Contents page 目录: markers at the beginning of a zone with nothing but headings between them, whose first comes again
 * with the same heading where the text proper begins. They are no clauses.
 */
export function withoutContents(
  markers: readonly Marker[],
  text: string,
  { contents }: OutlinePatterns,
): readonly Marker[] {
  const first = markers[0];
  if (first === undefined) return markers;
  let end = 1;
  for (; end < markers.length; end++) {
    const [before, here] = [markers[end - 1], markers[end]];
    if (before === undefined || here === undefined || !isEntry(text, before, here.from)) break;
  }
  const fewest = contents.test(text.slice(Math.max(0, first.from - 8), first.from)) ? 2 : FEWEST;
  if (end < fewest) return markers;
  const heading = headingAt(text, first);
  const again = markers.findIndex(
    (marker, i) =>
      i >= fewest &&
      i <= end &&
      marker.style === first.style &&
      marker.ordinal === first.ordinal &&
      headingAt(text, marker) === heading,
  );
  return again < 0 ? markers : markers.slice(again);
}

const isEntry = (text: string, marker: Marker, end: number): boolean =>
  end - marker.to <= LONGEST_ENTRY && !/[。；]/u.test(text.slice(marker.to, end));

const headingAt = (text: string, marker: Marker): string =>
  /^[\p{Script=Han}]{2,4}/u.exec(text.slice(marker.to, marker.to + 12).trimStart())?.[0] ?? "";
