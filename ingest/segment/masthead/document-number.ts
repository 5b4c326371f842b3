import type { Located } from "../../../graph/model/reading.ts";
import type { MastheadGrammar } from "./grammar.ts";

const OPEN = "〔\\[［(（【﹝";
const CLOSE = "〕\\]］)）】﹞";
const YEAR = "(?<year>(?:19|20|１９|２０)\\s?[\\d０-９]\\s?[\\d０-９])";
/** What follows the issuer code: 〔2018〕22号, (2020)的43号, 〔201419号. */
const TAIL = `\\s?[${OPEN}]\\s?${YEAR}\\s?(?:年\\s?)?(?:[${CLOSE}]\\s?)?(?:[的字]\\s?)?(?:第\\s?)?(?<serial>[\\d０-９]{1,5})\\s?号`;
/** Words that no code holds: the number is cited in a sentence. */
const CITING = /关于|根据|按照|依据|贯彻|落实|转发|印发|的|和|及|以下/u;
const LONGEST_CODE = 12;

/**
 * Document number 发文字号: issuer code, year in brackets of any shape (or damaged), serial. The result is normalised
 * (〔〕, half-width digits, no spaces, no 第, no leading zero); the span begins at the code.
 */
export function findDocumentNumbers(text: string, from: number, to: number, grammar: MastheadGrammar): Located[] {
  const found: Located[] = [];
  const zone = text.slice(from, to);
  const tail = new RegExp(TAIL, "gu");
  for (const match of zone.matchAll(tail)) {
    const before = zone.slice(Math.max(0, match.index - 40), match.index);
    const code = codeBefore(before, grammar);
    if (code === undefined || CITING.test(code) || zone.startsWith("文", match.index + match[0].length)) continue;
    const year = (match.groups?.["year"] ?? "").normalize("NFKC").replace(/\s/gu, "");
    const serial = Number((match.groups?.["serial"] ?? "").normalize("NFKC"));
    const start = from + match.index - code.length;
    const name = code.replace(/\s/gu, "");
    found.push({
      text: `${name}〔${year}〕${serial}号`,
      span: { from: start, to: from + match.index + match[0].length },
    });
  }
  return found;
}

/**
 * The issuer code at the end of `before`. It begins at a line break, a stop or bracket, behind a word that a number can
 * follow (文件), or at a character with which codes begin (工会文件沪工总发 begins at 沪).
 */
function codeBefore(before: string, grammar: MastheadGrammar): string | undefined {
  const run = /[\p{Script=Han}A-Z ]*$/u.exec(before)?.[0].trimStart() ?? "";
  if (run === "") return undefined;
  const bounded = run.length < before.trimStart().length || before.length < 40;
  let heads: number[] = [];
  let hard: number | undefined = bounded ? 0 : undefined;
  for (let at = 1; at < run.length; at++) {
    const left = run.slice(0, at).trimEnd();
    const hardHere = run.charAt(at) !== " " && (grammar.beforeNumber.test(left) || run.charAt(at - 1) === " ");
    if (hardHere && run.length - at >= 2) [hard, heads] = [at, []];
    if (grammar.codeHeads.has(run.charAt(at))) heads.push(at);
  }
  const length = (at: number): number => run.slice(at).replace(/\s/gu, "").length;
  if (
    hard !== undefined &&
    length(hard) >= 1 &&
    length(hard) <= (grammar.codeHeads.has(run.charAt(hard)) ? LONGEST_CODE : 8)
  )
    return run.slice(hard);
  const head = heads.find((at) => length(at) <= LONGEST_CODE && length(at) >= 2);
  if (head !== undefined) return run.slice(head);
  for (let at = run.length - 2; at >= 2 && length(at) <= 8; at--) {
    const inWord = /^(?:公厅|公室|厅|室)/u.test(run.slice(at));
    if (!inWord && grammar.bodyEnd.test(run.slice(0, at)) && length(at) >= 3) return run.slice(at);
  }
  return hard !== undefined && length(hard) <= LONGEST_CODE ? run.slice(hard) : undefined;
}

/** 国务院令第707号, 2020年第2号: the number of an order or announcement, which has no code. */
export const ORDER_NUMBER =
  /^[（(〔【]?\s?(?:(?<year>(?:19|20)\d{2})年)?\s?第\s?(?<serial>[\d〇零一二三四五六七八九十百]{1,5})\s?号\s?[）)〕】]?/u;
