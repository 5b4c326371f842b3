import type { Marker } from "./marker-lexer.ts";
import type { OutlinePatterns } from "./outline-patterns.ts";

const LONGEST = 200;

/**
 * Heading 条款标题: the words of the clause up to its first stop, without the marker. A short phrase before a colon, a
 * phrase that a space parts from the text in a document of lost breaks, and a heading that everybody uses (总体要求) end
 * before the stop.
 */
export function headingOf(text: string, marker: Marker, end: number, patterns: OutlinePatterns): string {
  if (/^(?:heading\d|turn|words)$/u.test(marker.style)) return marker.label;
  const own = text.slice(marker.to, Math.min(end, marker.to + 1200)).replace(/^[\s、.．：:]+/u, "");
  const line = own.split("\n", 1)[0] ?? "";
  if (marker.style === "article") {
    const named = /^[（(【]([^（）()]{2,30})[）)】]/u.exec(line)?.[1];
    if (named !== undefined) return named;
  }
  const known = patterns.headings.find((heading) => line.startsWith(heading));
  if (
    known !== undefined &&
    /^\p{Script=Han}/u.test(line.slice(known.length)) &&
    !patterns.headingGoesOn.test(line.slice(known.length))
  ) {
    return known;
  }
  return cleanHeading(firstSentence(line).replace(patterns.dutyBracket, "")).slice(0, LONGEST) || marker.label;
}

function firstSentence(line: string): string {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if ("（(《“〔".includes(char)) depth++;
    else if ("）)》”〕".includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (/[。！？!?]/u.test(char)) return line.slice(0, at);
    if ((char === "：" || char === ":") && at >= 2 && at <= 24 && !/[，；]/u.test(line.slice(0, at)))
      return line.slice(0, at);
    if (
      char === " " &&
      /^[\p{Script=Han}“《]/u.test(line.slice(at + 1)) &&
      at >= 4 &&
      at <= 45 &&
      !/；|，.*，/u.test(line.slice(0, at)) &&
      line.length > at + 20
    )
      return line.slice(0, at);
  }
  return line.replace(/[；，、]$/u, "");
}

/** A heading's words without marks of emphasis and closing stops. */
export const cleanHeading = (words: string): string =>
  words
    .replace(/\*\*|__/gu, "")
    .trim()
    .replace(/[。：:；;]+$/u, "")
    .trim();
