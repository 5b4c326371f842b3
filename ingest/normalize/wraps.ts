import type { CleanSpan } from "../../graph/model/span.ts";
import type { Lexicon } from "../recognize/lexicon.ts";
import type { LinePatterns } from "./line-patterns.ts";
import type { Repair } from "./tracked-text.ts";

const SENTENCE_END = /(?:[。！？!?；;：:…][”’"）)】〕\]》]*|[。；;]\s*)$/u;
const DATE = /^[（(]?[\d〇○零一二三四五六七八九十]{2,4}\s?年[\d一二三四五六七八九十]{1,3}\s?月/u;

/**
 * Hard wraps 硬换行 (FIELD.md §4): a line is joined to the one before unless that one ends a sentence, is a heading,
 * title or table cell, or the line itself begins with a marker, a label or a header. `partsCells` tells the breaks that
 * part the cells of a row; neither cell is joined to anything.
 */
export function repairWraps(
  text: string,
  lexicon: Lexicon,
  patterns: LinePatterns,
  partsCells: (gap: CleanSpan) => boolean = () => false,
): Repair[] {
  const lines = linesOf(text);
  const words = lines.map((line) => line.words);
  const layout: Layout = { width: wrapWidth(words), runIn: runInMarkers(words, patterns), lexicon, patterns };
  const repairs: Repair[] = [];
  let paragraph = "";
  let previousLength = 0;
  const parts = lines.map(partsCells);
  for (const [i, { from, to, words: line }] of lines.entries()) {
    const isCellBeside = parts[i - 1] === true || parts[i] === true || parts[i + 1] === true;
    if (paragraph === "") paragraph = line;
    else if (!isCellBeside && joins(paragraph, previousLength, line, layout)) {
      repairs.push({ from, to, replacement: needsSpace(paragraph, line) ? " " : "", rule: "wrap" });
      paragraph += line;
    } else {
      if (text.slice(from, to) !== "\n") repairs.push({ from, to, replacement: "\n", rule: "blank-line" });
      paragraph = line;
    }
    previousLength = cells(line);
  }
  return repairs;
}

interface Line {
  /** The white space before the line, back to the end of the line before; the first line's is dropped by `trimEnds`. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let end = 0;
  for (const match of text.matchAll(/\S(?:[^\n]*\S)?/gu)) {
    lines.push({ from: end, to: match.index, words: match[0] });
    end = match.index + match[0].length;
  }
  return lines;
}

/** Width in hanzi: Latin letters and digits are half as wide. */
const cells = (words: string): number => {
  let width = 0;
  for (const char of words) width += char.charCodeAt(0) < 0x2e80 && !/[“”‘’—…·]/u.test(char) ? 0.5 : 1;
  return width;
};

/** The width at which lines that end no sentence were wrapped, where the text has one; else infinite. */
function wrapWidth(lines: readonly string[]): number {
  const open = lines
    .filter((line) => !SENTENCE_END.test(line) && line.length > 8)
    .map(cells)
    .sort((a, b) => a - b);
  if (open.length < 8) return Number.POSITIVE_INFINITY;
  const width = open[Math.floor(open.length * 0.75)] ?? 0;
  const near = open.filter((length) => length > width * 0.86 && length <= width * 1.14).length;
  const longer = lines.filter((line) => cells(line) > width * 1.3).length;
  return width >= 14 && near >= open.length * 0.5 && longer <= lines.length * 0.05 ? width : Number.POSITIVE_INFINITY;
}

/** How this text is laid out: what tells a wrapped line from a heading or a cell. */
interface Layout {
  readonly width: number;
  /** Marker styles whose headings run into their text (（一）加强领导。各级…). */
  readonly runIn: ReadonlySet<string>;
  readonly lexicon: Lexicon;
  readonly patterns: LinePatterns;
}

const markerStyle = (line: string, { marker }: LinePatterns): string =>
  (marker.exec(line)?.[0] ?? "")
    .replace(/[一二三四五六七八九十百]+/gu, "一")
    .replace(/\d+/gu, "1")
    .replace(/[(]/gu, "（")
    .replace(/[)]/gu, "）");

function runInMarkers(lines: readonly string[], patterns: LinePatterns): ReadonlySet<string> {
  const counts = new Map<string, { runIn: number; all: number }>();
  for (const line of lines) {
    const style = markerStyle(line, patterns);
    if (style === "") continue;
    const count = counts.get(style) ?? { runIn: 0, all: 0 };
    count.all++;
    if (/[。；].|。$/u.test(line)) count.runIn++;
    counts.set(style, count);
  }
  return new Set([...counts].filter(([, { runIn, all }]) => runIn >= all * 0.6).map(([style]) => style));
}

const LONGEST_PREDICATE = 12;

/** 市教育局、市财政局等按职责分工负责: a line that is a list of bodies up to its predicate stands by itself. */
function isDutyLine(line: string, { agencies, predicates }: Lexicon): boolean {
  if (!/^[^，,。；;：:]*、[^，,。；;：:]*$/u.test(line) || agencies.match(line, 0)?.kind !== "known") return false;
  for (let from = Math.max(0, line.length - LONGEST_PREDICATE); from < line.length - 1; from++) {
    if (predicates.at(line, from)?.span.to === line.length) return true;
  }
  return false;
}

function joins(paragraph: string, length: number, next: string, layout: Layout): boolean {
  const { patterns } = layout;
  const { marker, continues, titleEnd, about } = patterns;
  const hangs = openBracket(paragraph);
  if (marker.test(next)) return hangs && /^\d/u.test(next) && !/^\d{1,3}[.．、]\s?\p{Script=Han}/u.test(next);
  if (continues.test(next) || hangs) return true;
  if (layout.lexicon.header.test(next) || isHeaderLine(paragraph, layout.lexicon)) return false;
  if (layout.lexicon.labels.at(next, 0) !== undefined || DATE.test(next)) return false;
  if (SENTENCE_END.test(paragraph)) return false;
  if (/[，、]$/u.test(paragraph)) return true;
  if (layout.width === Number.POSITIVE_INFINITY && isDutyLine(next, layout.lexicon)) return false;
  if (layout.lexicon.labels.at(paragraph, 0) !== undefined) return false;
  if (/[）)】〕\]]$/u.test(paragraph) || layout.lexicon.labels.heading(paragraph) !== undefined) return false;
  if (titleEnd.test(paragraph) && (about.test(paragraph) || !/[，、；。]/u.test(paragraph))) return false;
  if (Number.isFinite(layout.width)) return length >= layout.width * 0.82;
  if (length < 18 || isCell(next, layout.lexicon)) return false;
  if (marker.test(paragraph) && !/[。；]/u.test(paragraph)) return layout.runIn.has(markerStyle(paragraph, patterns));
  return /[，；。、：]/u.test(paragraph) || length >= 36;
}

/** 来源：市水务局 浏览次数：12: a page's line of labels goes on in no other line. */
const isHeaderLine = (line: string, { header }: Lexicon): boolean =>
  line.length <= 120 && header.test(line) && !/[，。；、]/u.test(line);

/** A short line or the name of a body may be a cell of a flattened table. */
const isCell = (line: string, { agencies }: Lexicon): boolean =>
  (cells(line) < 12 && !SENTENCE_END.test(line)) || agencies.match(line, 0)?.to === line.length;

const PAIRS: readonly (readonly [string, string])[] = [
  ["（(", "）)"],
  ["《", "》"],
  ["“", "”"],
  ["〔[【", "〕]】"],
];

/** True where the paragraph's last bracket, title or quotation is still open and was opened not long ago. */
function openBracket(paragraph: string): boolean {
  const tail = paragraph.slice(-400);
  return PAIRS.some(([open, close]) => {
    let depth = 0;
    for (const char of tail) {
      if (open.includes(char)) depth++;
      else if (close.includes(char) && depth > 0) depth--;
    }
    return depth > 0;
  });
}

const needsSpace = (before: string, after: string): boolean => /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(after);
