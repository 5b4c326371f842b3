import type { CleanSpan } from "../../../graph/model/span.ts";
import type { DocumentNumbers } from "../../knowledge/document-numbers.ts";
import { DIGIT, HAN_NUMERAL, readInteger } from "../quantities/numerals.ts";
import { oneOf } from "../word-pattern.ts";

/** DocumentNumberMention 发文字号: 沪工总发［2018］ 22号, normalised to 沪工总发〔2018〕22号. */
export interface DocumentNumberMention {
  readonly span: CleanSpan;
  readonly number: string;
  readonly rule: "number-bracketed" | "number-damaged" | "number-decree" | "number-announcement";
}

export interface DocumentNumberRecognizer {
  /** All numbers, in text order, not overlapping. */
  all(text: string): DocumentNumberMention[];
}

const OPEN = "〔［\\[【﹝〈（(｛{";
const CLOSE = "〕］\\]】﹞〉）)｝}";
/** What a code may consist of; walked over leftwards. */
const CODE_CHAR = /[\p{Script=Han}A-Za-z\s]/u;
const MAX_CODE = 18;
const MAX_ISSUER = 32;

/**
 * Compiles the number grammar: `code [year] serial 号` in any bracket style, brackets damaged or lost, and 令 and 公告,
 * which have no code. The expressions anchor at the year or at 第, then the code is read leftwards over at most 18
 * characters, so matching is linear in the text.
 */
export function createDocumentNumberRecognizer(knowledge: DocumentNumbers): DocumentNumberRecognizer {
  const digits = `[${DIGIT}]`;
  const after = `号(?!${oneOf(knowledge.notDocuments)})`;
  const serial = `\\s?第?\\s?(?<serial>${digits}{1,5})\\s?${after}`;
  const bracketed = new RegExp(
    `(?<open>[${OPEN}])?\\s?(?<![${DIGIT}])(?<year>(?:19|20|１９|２０)${digits}{2})\\s?年?\\s?(?<close>[${CLOSE}])?${serial}`,
    "gu",
  );
  const decree = new RegExp(
    `(?<form>${oneOf(knowledge.decrees)})\\s?(?:[（(〔]\\s?)?(?:(?<year>(?:19|20)\\d{2})\\s?年?\\s?[〕）)]?\\s?)?` +
      `第\\s?(?<serial>[${DIGIT}]{1,5}|[${HAN_NUMERAL}]{1,7})\\s?${after}[）)]?`,
    "gu",
  );
  const stops: Stops = {
    strong: new RegExp(oneOf(knowledge.strongStops), "gu"),
    weak: new RegExp(`${oneOf(knowledge.weakStops)}(?=${oneOf(knowledge.heads)})`, "gu"),
    form: new RegExp(`${oneOf(knowledge.forms)}$`, "u"),
  };

  const fromYear = (text: string, match: RegExpExecArray): DocumentNumberMention | undefined => {
    const { open, close, year = "", serial: words = "" } = match.groups ?? {};
    const code = codeBefore(text, match.index, stops);
    if (code === undefined) return undefined;
    const whole = open !== undefined && close !== undefined;
    if (
      !whole &&
      open === undefined &&
      close === undefined &&
      !(stops.form.test(code.words) && match[0].includes("年"))
    )
      return undefined;
    return {
      span: { from: code.from, to: match.index + match[0].length },
      number: `${code.words}〔${readInteger(year) ?? 0}〕${readInteger(words) ?? 0}号`,
      rule: whole ? "number-bracketed" : "number-damaged",
    };
  };
  const fromDecree = (text: string, match: RegExpExecArray): DocumentNumberMention | undefined => {
    const { form = "", year, serial: words = "" } = match.groups ?? {};
    const issuer = issuerBefore(text, match.index, stops);
    const value = readInteger(words);
    if (value === undefined || (form === "令" && issuer.words === "")) return undefined;
    const of = year === undefined ? "" : `${year}年`;
    const closed = match[0].replace(/[^（(〔）)〕]/gu, "");
    const unmatched = /[）)]$/u.test(match[0]) && !/^[（(]/u.test(closed);
    return {
      span: { from: issuer.from, to: match.index + match[0].length - (unmatched ? 1 : 0) },
      number: `${issuer.words}${form}${of}第${/[一二三四五六七八九十百]/u.test(words) ? words : value}号`,
      rule: form === "令" ? "number-decree" : "number-announcement",
    };
  };
  return {
    all(text) {
      const found = [
        ...[...text.matchAll(bracketed)].map((match) => fromYear(text, match)),
        ...[...text.matchAll(decree)].map((match) => fromDecree(text, match)),
      ].filter((mention) => mention !== undefined);
      found.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
      let end = 0;
      return found.filter((mention) => {
        if (mention.span.from < end) return false;
        end = mention.span.to;
        return true;
      });
    },
  };
}

interface Stops {
  readonly strong: RegExp;
  readonly weak: RegExp;
  readonly form: RegExp;
}

/** The issuer code that ends at `to`: hanzi up to a boundary, less what the stops show to stand before it. */
function codeBefore(text: string, to: number, stops: Stops): { from: number; words: string } | undefined {
  let from = runBefore(text, to, MAX_CODE);
  const cut = (end: number): void => {
    if (end > from && text.slice(end, to).trim().length >= 2) from = end;
  };
  if (endsDate(text, from)) from++;
  for (const pattern of [/\s+/gu, stops.strong, stops.weak]) {
    const start = from;
    for (const match of text.slice(start, to).matchAll(pattern)) cut(start + match.index + match[0].length);
  }
  const words = text.slice(from, to);
  const lead = words.length - words.trimStart().length;
  const code = words.replace(/\s/gu, "");
  return /\p{Script=Han}/u.test(code) && !/[了的还并我该]/u.test(code) ? { from: from + lead, words: code } : undefined;
}

/** 2003年5月6日江州市人民政府令: the day belongs to the date before. */
const endsDate = (text: string, at: number): boolean =>
  /[年月日]/u.test(text.charAt(at)) && /[\d０-９]/u.test(text.charAt(at - 1));

function issuerBefore(text: string, to: number, stops: Stops): { from: number; words: string } {
  let from = runBefore(text, to, MAX_ISSUER);
  if (endsDate(text, from)) from++;
  for (const pattern of [stops.strong, /[的了]/gu]) {
    const start = from;
    for (const match of text.slice(start, to).matchAll(pattern)) from = start + match.index + match[0].length;
  }
  const words = text.slice(from, to);
  const lead = /^[\s和及与以据按见经由在是对将如照原]*/u.exec(words)?.[0].length ?? 0;
  return { from: from + lead, words: words.slice(lead).replace(/\s/gu, "") };
}

function runBefore(text: string, to: number, limit: number): number {
  let from = to;
  while (from > 0 && to - from < limit && CODE_CHAR.test(text.charAt(from - 1)) && text.charAt(from - 1) !== "\n")
    from--;
  return from;
}
