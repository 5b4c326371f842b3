import { headingMarkers } from "./heading-lines.ts";
import { cleanHeading } from "./headings.ts";
import { isMarker } from "./marker-guards.ts";
import { FORMAL_NUMERALS, HAN_NUMERALS, numeralValue } from "./numerals.ts";
import type { OutlinePatterns } from "./outline-patterns.ts";

/** MarkerStyle 序号体例: the shape of a marker; one list keeps to one shape. */
export type MarkerStyle =
  | `heading${1 | 2 | 3 | 4 | 5 | 6}`
  | "turn"
  | "words"
  | "part"
  | "chapter"
  | "section"
  | "article"
  | "formal"
  | "han"
  | "hanBracket"
  | "digit"
  | "decimal2"
  | "decimal3"
  | "decimal4"
  | "digitBracket"
  | "digitHalf"
  | "circle"
  | "say";

/**
 * Where a marker stands: at the beginning of a line, behind a sentence (`stop`), behind a closing bracket, a space or a
 * heading whose break is lost (`gap`), behind a comma, or in the middle of words (`run`).
 */
export type MarkerPosition = "line" | "stop" | "gap" | "comma" | "run";

/** Marker 序号: a candidate; whether it counts is decided by the sequence it stands in (`sequence.ts`). */
export interface Marker {
  readonly from: number;
  /** Behind the marker and its stop. */
  readonly to: number;
  readonly style: MarkerStyle;
  readonly ordinal: number;
  /** Its part of the path: 二 · （一） · 1 · 第三条. */
  readonly label: string;
  readonly position: MarkerPosition;
}

const HAN = `[${HAN_NUMERALS}]{1,5}`;
const DIGITS = "[\\d０-９]{1,3}";
const SHAPES = new RegExp(
  [
    `(?<hash>(?<=^|\\n)(?<level>#{1,6})\\s?)`,
    `(?<unit>第\\s?(?:${HAN}|${DIGITS})\\s?(?<word>编|編|篇|章|节|節|条|條|部分)(?:之${HAN})?)`,
    `(?<formal>[${FORMAL_NUMERALS}]{1,3}[、.．])`,
    `(?<hanBracket>[（(〔]\\s?${HAN}\\s?[）)〕]|[㈠-㈩])`,
    `(?<say>${HAN}(?:是要|要是|是|要))`,
    `(?<han>${HAN}\\s?[、．.])`,
    `(?<decimal>(?<![\\d０-９.．])[\\d０-９]{1,2}(?:[.．][\\d０-９]{1,2}){1,3}(?![\\d０-９]))`,
    `(?<bare>(?<=^|[\\n。\\s])(?<lead>\\d{1,2})(?=\\s?[\\p{Script=Han}、（）]{2,24}\\s?\\k<lead>[.．]1(?!\\d)))`,
    `(?<digitBracket>[（(]\\s?[\\d０-９]{1,2}\\s?[）)]|[⑴-⒇])`,
    `(?<digitHalf>[\\d０-９]{1,2}\\s?[）)])`,
    `(?<digit>${DIGITS}\\s?[.．、]|[⒈-⒛])`,
    `(?<circle>[①-⑳㉑-㉟❶-❿])`,
  ].join("|"),
  "gu",
);

/** Finds all that looks like a marker between `from` and `to`, in text order. Linear in the text. */
export function lexMarkers(text: string, from: number, to: number, patterns: OutlinePatterns): Marker[] {
  const markers: Marker[] = [];
  const zone = text.slice(from, to);
  const atLine = from === 0 || /\n/u.test(text.slice(from - 1, from + 1));
  for (const match of zone.matchAll(SHAPES)) {
    const marker = read(match, zone, from, atLine, patterns);
    if (marker !== undefined) markers.push(marker);
  }
  const headings = headingMarkers(zone, from, markers, patterns);
  return headings.length === 0 ? markers : [...markers, ...headings].sort((a, b) => a.from - b.from || a.to - b.to);
}

function read(
  match: RegExpMatchArray,
  zone: string,
  offset: number,
  atLine: boolean,
  patterns: OutlinePatterns,
): Marker | undefined {
  const groups = match.groups ?? {};
  const at = match.index ?? 0;
  const found = match[0];
  const place0 = positionAt(zone, at);
  const position = place0 === "line" && !atLine && zone.slice(0, at).trim() === "" ? "stop" : place0;
  const after = zone.slice(at + found.length, at + found.length + 12);
  const before = zone.slice(Math.max(0, at - 4), at);
  const made = (style: MarkerStyle, ordinal: number | undefined, label: string): Marker | undefined =>
    ordinal === undefined || ordinal > 999 || !isMarker({ style, ordinal, position, before, after }, patterns)
      ? undefined
      : { ...place(offset + at, found.length), style, ordinal, label, position };
  const plain = found.normalize("NFKC").replace(/[\s、.()〔〕]/gu, "");
  if (groups["hash"] !== undefined) {
    const level = (groups["level"] ?? "#").length as 1 | 2 | 3 | 4 | 5 | 6;
    return made(`heading${level}`, 0, headingWords(zone, at + found.length));
  }
  if (groups["unit"] !== undefined) {
    const numeral = found.replace(/^第\s?/u, "").replace(/\s?(?:编|編|篇|章|节|節|条|條|部分).*$/u, "");
    return made(unitStyle(groups["word"] ?? ""), numeralValue(numeral), found.replace(/\s/gu, ""));
  }
  if (groups["formal"] !== undefined) return made("formal", numeralValue(plain), plain);
  if (groups["hanBracket"] !== undefined) return made("hanBracket", numeralValue(plain), `（${plain}）`);
  if (groups["say"] !== undefined) {
    const numeral = plain.replace(/[是要]+$/u, "");
    return made("say", numeralValue(numeral), numeral);
  }
  if (groups["han"] !== undefined) return made("han", numeralValue(plain), plain);
  if (groups["bare"] !== undefined)
    return { ...place(offset + at, found.length), style: "digit", ordinal: Number(found), label: found, position };
  if (groups["decimal"] !== undefined) {
    const parts = found.normalize("NFKC").split(".");
    return made(`decimal${Math.min(4, parts.length)}` as MarkerStyle, Number(parts.at(-1)), parts.join("."));
  }
  const circled =
    groups["circle"] === undefined ? plain : plain.replace(/[❶-❿]/u, (char) => `${char.charCodeAt(0) - 0x2775}`);
  const value = numeralValue(circled);
  if (groups["digitBracket"] !== undefined) return made("digitBracket", value, `（${plain}）`);
  if (groups["digitHalf"] !== undefined) return made("digitHalf", value, `${plain}）`);
  if (groups["circle"] !== undefined) return made("circle", value, found);
  return made("digit", value, `${value ?? ""}`);
}

const place = (from: number, length: number): { from: number; to: number } => ({ from, to: from + length });

const unitStyle = (word: string): MarkerStyle =>
  /[条條]/u.test(word) ? "article" : /[节節]/u.test(word) ? "section" : word === "章" ? "chapter" : "part";

function headingWords(zone: string, from: number): string {
  const end = zone.indexOf("\n", from);
  return cleanHeading(zone.slice(from, end < 0 ? zone.length : end));
}

function positionAt(zone: string, at: number): MarkerPosition {
  let start = at;
  while (start > 0 && at - start < 8 && /[ *_#>•●■◆]/u.test(zone.charAt(start - 1))) start--;
  if (start === 0 || zone.charAt(start - 1) === "\n") return "line";
  let before = at - 1;
  while (before >= 0 && zone.charAt(before) === " ") before--;
  const char = zone.charAt(before);
  if (before < 0 || char === "\n") return "line";
  if (/[。！？!?；;：:…]/u.test(char)) return "stop";
  if (before < at - 1 || /[”"’）)】〕\]》|—*>]/u.test(char)) return "gap";
  return /[，、,]/u.test(char) ? "comma" : "run";
}
