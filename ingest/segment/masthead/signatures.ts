import type { Located } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import type { MastheadGrammar } from "./grammar.ts";
import { findDates, type IssueDate } from "./issue-date.ts";
import { namesBefore } from "./signature-names.ts";

/** Signature 署名与成文日期: the issuers and the date that end a text, with the notes in brackets that may follow. */
export interface Signature {
  readonly issuers: readonly Located[];
  readonly signer: Located | undefined;
  readonly date: IssueDate;
  readonly span: CleanSpan;
  /** 上海市总工会办公室 2020年5月12日印发: who printed it and when. */
  readonly imprint: boolean;
}

/** Finds the dates that stand by themselves behind a sentence, with the names before them; in text order. */
export function findSignatures(text: string, from: number, to: number, grammar: MastheadGrammar): Signature[] {
  const signatures: Signature[] = [];
  let floor = from;
  for (const date of findDates(text, from, to)) {
    const signature = readSignature(text, floor, to, date, grammar);
    if (signature === undefined) continue;
    signatures.push(signature);
    floor = signature.span.to;
  }
  return signatures;
}

function readSignature(
  text: string,
  floor: number,
  end: number,
  date: IssueDate,
  grammar: MastheadGrammar,
): Signature | undefined {
  const behind = text.slice(date.span.to, Math.min(end, date.span.to + 400));
  const printing = /^\s?印发[。]?/u.exec(behind)?.[0].length;
  const notes = notesIn(behind, grammar);
  const atBreak = behind === "" || /^\s/u.test(behind);
  if (printing === undefined && notes === 0) {
    if (/^[，。、；,;.]/u.test(behind) || (!atBreak && date.iso.length < 10)) return undefined;
    if (
      !atBreak &&
      !/^[（(附]/u.test(behind) &&
      (grammar.afterDate.test(behind) || /^(?:电|讯|消息)[\s（(]/u.test(behind))
    )
      return undefined;
  }
  const { issuers, signer, from, clean } = namesBefore(text, floor, date.span.from, grammar);
  if (issuers.length === 0 && signer === undefined) {
    const alone = clean && (notes > 0 || behind.trim() === "" || /^\n|^\s*附/u.test(behind));
    if (!alone || printing !== undefined) return undefined;
  }
  const to = date.span.to + (printing ?? notes);
  return { issuers, signer, date, span: { from, to }, imprint: printing !== undefined };
}

/** Length of the notes in brackets behind a date: （此件公开发布）, （联系单位：…）. */
function notesIn(behind: string, grammar: MastheadGrammar): number {
  let length = 0;
  for (;;) {
    const gap = /^\s*/u.exec(behind.slice(length))?.[0].length ?? 0;
    const note = grammar.publicNote.exec(behind.slice(length + gap));
    if (note === null) return length;
    length += gap + note[0].length;
  }
}
