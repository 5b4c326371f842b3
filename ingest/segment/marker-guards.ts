import type { MarkerPosition, MarkerStyle } from "./marker-lexer.ts";
import { HAN_NUMERALS, numeralValue } from "./numerals.ts";
import type { OutlinePatterns } from "./outline-patterns.ts";

/** A look-alike with its neighbours: twelve characters behind, four before. */
export interface Candidate {
  readonly style: MarkerStyle;
  readonly ordinal: number;
  readonly position: MarkerPosition;
  readonly before: string;
  readonly after: string;
}

/** What the neighbours alone can tell: citations, decimals, dates and lists of numbers are no markers. */
export function isMarker(candidate: Candidate, patterns: OutlinePatterns): boolean {
  const { style, ordinal, position, before, after } = candidate;
  if (style.startsWith("heading")) return true;
  if (ordinal < 1 || after.trim() === "") return false;
  if (position !== "line" && patterns.beforeCitation.some((word) => before.trimEnd().endsWith(word))) return false;
  switch (style) {
    case "part":
    case "chapter":
    case "section":
    case "article":
      return isUnit(candidate, patterns);
    case "formal":
    case "han":
      return !isNumberList(candidate);
    case "hanBracket":
    case "digitBracket":
      return !isCitedItem(candidate, patterns);
    case "say":
      return !patterns.notSaid.test(after);
    case "decimal2":
    case "decimal3":
    case "decimal4":
      return isOutlineNumber(candidate, patterns);
    case "digitHalf":
      return position === "line" || position === "stop" || position === "gap";
    case "digit":
      return isDigitMarker(candidate, patterns);
    default:
      return true;
  }
}

/** 第三条 begins a clause; 第三条规定的, 《…》第三条, 第三条、第四条 cite one. */
function isUnit({ position, before, after }: Candidate, { cited, citedAtLine }: OutlinePatterns): boolean {
  if (position === "line") return !citedAtLine.test(after);
  if (/[》”]\s?$/u.test(before) || /^[，。；、,;）)～\-—]/u.test(after)) return false;
  return !cited.test(after);
}

/** 一、二级, 三、四线城市, 第一、第二 are lists of numbers. */
function isNumberList({ ordinal, after }: Candidate): boolean {
  const numeral = new RegExp(`^\\s?([${HAN_NUMERALS}]{1,3})`, "u").exec(after)?.[1];
  return (numeral !== undefined && numeralValue(numeral) === ordinal + 1) || /^[、，。)）]/u.test(after);
}

/** 第（一）项, （一）至（三）, （一）、（二） are citations. */
function isCitedItem({ position, before, after }: Candidate, { citedItem }: OutlinePatterns): boolean {
  if (citedItem.test(after)) return true;
  return position === "comma" && before.trimEnd().endsWith("、");
}

/** 1.2.1 编制目的, not 1.5万 nor 3.2%. */
const isOutlineNumber = ({ position, before, after }: Candidate, { measure }: OutlinePatterns): boolean =>
  position !== "run" &&
  position !== "comma" &&
  !/[\d０-９A-Za-z.．\-–/¥$]\s?$/u.test(before) &&
  /^[\s、]?[\p{Script=Han}A-Za-z“《（(]/u.test(after) &&
  !measure.test(after);

/** 1.加大…, 3.2020年底前…, at the beginning of a line also 1.80周岁…; not 10.5%, 2.16, 表1. */
function isDigitMarker({ position, before, after }: Candidate, { measure, countedItem }: OutlinePatterns): boolean {
  if (/^[%％℃）)]/u.test(after)) return false;
  if (position !== "line" && /[\d０-９A-Za-z.．\-–/¥$]$/u.test(before)) return false;
  if (!/^[\d０-９]/u.test(after)) return true;
  if (/^(?:19|20)\d{2}(?:年|、|-|—|–|至)/u.test(after)) return true;
  return (
    position === "line" &&
    /^\d{1,4}\p{Script=Han}/u.test(after) &&
    !measure.test(after.replace(/^\d+/u, "").replace(countedItem, ""))
  );
}
