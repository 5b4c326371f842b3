import type { MarkerWords } from "../knowledge/markers.ts";
import type { MarkerPosition, MarkerStyle } from "./marker-lexer.ts";
import { HAN_NUMERALS, numeralValue } from "./numerals.ts";

/** A look-alike with its neighbours: twelve characters behind, four before. */
export interface Candidate {
  readonly style: MarkerStyle;
  readonly ordinal: number;
  readonly position: MarkerPosition;
  readonly before: string;
  readonly after: string;
}

/** What the neighbours alone can tell: citations, decimals, dates and lists of numbers are no markers. */
export function isMarker(candidate: Candidate, words: MarkerWords): boolean {
  const { style, ordinal, position, before, after } = candidate;
  if (style.startsWith("heading")) return true;
  if (ordinal < 1 || after.trim() === "") return false;
  if (position !== "line" && words.beforeCitation.some((word) => before.trimEnd().endsWith(word))) return false;
  switch (style) {
    case "part":
    case "chapter":
    case "section":
    case "article":
      return isUnit(candidate);
    case "formal":
    case "han":
      return !isNumberList(candidate);
    case "hanBracket":
    case "digitBracket":
      return !isCitedItem(candidate);
    case "say":
      return !/^[，。；、]|^否|^不是/u.test(after);
    case "decimal2":
    case "decimal3":
    case "decimal4":
      return isOutlineNumber(candidate);
    case "digitHalf":
      return position === "line" || position === "stop" || position === "gap";
    case "digit":
      return isDigitMarker(candidate);
    default:
      return true;
  }
}

/** 第三条 begins a clause; 第三条规定的, 《…》第三条, 第三条、第四条 cite one. */
function isUnit({ position, before, after }: Candidate): boolean {
  if (position === "line") return !/^(?:第|款|项(?!目)|、|至第?|和第|规定的)/u.test(after);
  if (/[》”]\s?$/u.test(before) || /^[，。；、,;）)～\-—]/u.test(after)) return false;
  return !/^\s?(?:规定|的(?!士)|第|[和及或与]第|至第?|所[称列规述]|之|中(?:的|所|规定)|款|项(?!目)|以下简称)/u.test(
    after,
  );
}

/** 一、二级, 三、四线城市, 第一、第二 are lists of numbers. */
function isNumberList({ ordinal, after }: Candidate): boolean {
  const numeral = new RegExp(`^\\s?([${HAN_NUMERALS}]{1,3})`, "u").exec(after)?.[1];
  return (numeral !== undefined && numeralValue(numeral) === ordinal + 1) || /^[、，。)）]/u.test(after);
}

/** 第（一）项, （一）至（三）, （一）、（二） are citations. */
function isCitedItem({ position, before, after }: Candidate): boolean {
  if (/^(?:项(?!目)|款(?!项|物)|目(?!标|录|前|的)|[、至]|[和及与或](?=[（(第]))/u.test(after)) return true;
  return position === "comma" && before.trimEnd().endsWith("、");
}

const UNIT = /^\s?(?:万|亿|千|百|元|倍|米|公里|吨|平方|公顷|个|家|人|分|年|月|日|小时|岁|升|度|GB|MW|kW|%|％)/u;

/** 1.2.1 编制目的, not 1.5万 nor 3.2%. */
const isOutlineNumber = ({ position, before, after }: Candidate): boolean =>
  position !== "run" &&
  position !== "comma" &&
  !/[\d０-９A-Za-z.．\-–/¥$]\s?$/u.test(before) &&
  /^[\s、]?[\p{Script=Han}A-Za-z“《（(]/u.test(after) &&
  !UNIT.test(after);

/** 1.加大…, 3.2020年底前…, at the beginning of a line also 1.80周岁…; not 10.5%, 2.16, 表1. */
function isDigitMarker({ position, before, after }: Candidate): boolean {
  if (/^[%％℃）)]/u.test(after)) return false;
  if (position !== "line" && /[\d０-９A-Za-z.．\-–/¥$]$/u.test(before)) return false;
  if (!/^[\d０-９]/u.test(after)) return true;
  if (/^(?:19|20)\d{2}(?:年|、|-|—|–|至)/u.test(after)) return true;
  return (
    position === "line" &&
    /^\d{1,4}\p{Script=Han}/u.test(after) &&
    !UNIT.test(after.replace(/^\d+/u, "").replace(/^(?:岁|个|家|人)/u, ""))
  );
}
