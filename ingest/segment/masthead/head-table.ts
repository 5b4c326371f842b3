import { isBodyName } from "./bodies.ts";
import { findDocumentNumbers } from "./document-number.ts";
import type { MastheadGrammar } from "./grammar.ts";
import { type HeadConstruct, type HeadDraft, lineAt, lineEnd } from "./head-draft.ts";
import { findDates, stampAt } from "./issue-date.ts";
import { readTitle } from "./title.ts";

const LONGEST_VALUE = 80;

interface Cell {
  /** The label with its colon, or without where the table has lost it. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** 索引号：… 发文机关：…: the header table of an information page; what it says of number, title, date and issuer is kept. */
export const headerTable: HeadConstruct = (text, draft, grammar) => {
  const cells = cellsAt(text, draft.at, grammar);
  let end: number | undefined;
  for (const cell of cells) {
    // What stands between two cells is for the other constructs.
    if (end !== undefined && text.slice(end, cell.from - cell.label.length).trim() !== "") break;
    const read = readCell(text, cell, draft, grammar);
    if (read === undefined) break;
    end = read;
  }
  return end;
};

/** The cells of the line; one whose value stands on the next line takes that. */
function cellsAt(text: string, at: number, grammar: MastheadGrammar): Cell[] {
  const line = lineAt(text, at);
  const labels = [...line.matchAll(grammar.table.any)].map(({ index, 0: words }) => ({ at: at + index, words }));
  if (labels[0]?.at !== at) {
    const bare = grammar.table.bare.exec(line)?.[0];
    if (bare === undefined) return [];
    const cell = { label: bare, from: at + bare.length, to: typedEnd(text, at + bare.length, bare, grammar) };
    return cell.to > cell.from ? [cell] : [];
  }
  const isOneLine = line.length > LONGEST_TABLE_LINE;
  return labels.map(({ at: start, words }, i) => {
    const from = start + words.length;
    const value = text.slice(from, labels[i + 1]?.at ?? at + line.length);
    const isPath = grammar.table.path.test(words) && i + 1 < labels.length;
    if (value.trim() === "" && i + 1 === labels.length)
      return { label: words, ...(valueBelow(text, lineEnd(text, from), grammar) ?? { from, to: from }) };
    const whole = value.length <= LONGEST_VALUE && !isPath && !isOneLine;
    return { label: words, from, to: from + (whole ? value : firstPiece(value)).length };
  });
}

/** A longer line is a text that has lost its breaks. */
const LONGEST_TABLE_LINE = 240;

/** Up to the first blank, the time of day behind a date included. */
const firstPiece = (rest: string): string =>
  /^\S*(?:(?<=\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/u.exec(rest)?.[0] ?? "";

/** The value on the line below a label: short, no sentence, no label, nothing that a head knows by itself. */
function valueBelow(text: string, at: number, grammar: MastheadGrammar): { from: number; to: number } | undefined {
  const from = at + (/^\s*/u.exec(text.slice(at, at + 8))?.[0].length ?? 0);
  const line = lineAt(text, from);
  if (line === "" || line.length > LONGEST_VALUE || /[。；：:]/u.test(line)) return undefined;
  if (grammar.page.menuLine.test(line)) return undefined;
  const below = text.slice(from + line.length).trimStart();
  const followed = startsWithLabel(below, grammar) || grammar.table.value.test(line);
  return followed ? { from, to: from + line.length } : undefined;
}

const startsWithLabel = (words: string, { table }: MastheadGrammar): boolean =>
  [...words.slice(0, 24).matchAll(table.any)][0]?.index === 0;

/** A label without its colon counts where its value is what it says: the value's end, or its beginning where it is not. */
function typedEnd(text: string, from: number, label: string, grammar: MastheadGrammar): number {
  const { table } = grammar;
  const named = `${label.trim()}：`;
  const piece = from + (/^\S*/u.exec(lineAt(text, from))?.[0].length ?? 0);
  if (table.number.test(named)) {
    const [number] = findDocumentNumbers(text, from, piece, grammar);
    return number?.span.from === from ? number.span.to : from;
  }
  if (table.date.test(named) || table.posted.test(named)) return stampAt(text, from)?.span.to ?? from;
  if (table.issuer.test(named)) return isBodyName(text.slice(from, piece), grammar) ? piece : from;
  const title = readTitle(text, from, grammar);
  return title?.strong === true ? title.to : from;
}

/** 院臺綜字第1100166666號, 江州市人民政府令第12号: numbers that have no code with a year. */
const OTHER_NUMBER =
  /^(?:\p{Script=Han}{1,6}字第\d{4,12}[號号]|\p{Script=Han}{2,30}(?:令|公告)\s?第?\s?[\d一二三四五六七八九十百〇]{1,5}\s?号$)/u;

/** Reads a cell into the draft; its end, or undefined where it holds no value of a table. */
function readCell(text: string, cell: Cell, draft: HeadDraft, grammar: MastheadGrammar): number | undefined {
  const { from, to } = cell;
  const { table } = grammar;
  const label = /[：:】］\]]\s?$/u.test(cell.label) ? cell.label : `${cell.label.trim()}：`;
  const value = text.slice(from, to).trim();
  if (table.title.test(label)) {
    const title = readTitle(text, from, grammar);
    if (title !== undefined && title.to <= Math.max(to, from + LONGEST_VALUE)) {
      draft.titles.push(title);
      draft.tabled = true;
      return Math.max(title.to, to);
    }
  }
  if (value.length > LONGEST_VALUE) return undefined;
  const date = findDates(text, from, to)[0] ?? stampAt(text, from);
  if (table.number.test(label)) {
    const number = findDocumentNumbers(text, from, to, grammar)[0];
    const word = OTHER_NUMBER.exec(value)?.[0];
    if (number !== undefined) draft.numbers.push(number);
    else if (word !== undefined) draft.numbers.push({ text: word, span: { from, to: from + word.length } });
    draft.tabled = true;
  } else if (date !== undefined && table.date.test(label)) draft.dates.push(date);
  else if (date !== undefined && table.posted.test(label)) draft.posted.push(date);
  else if (table.issuer.test(label) && isBodyName(value, grammar)) {
    draft.named.push({ text: value, span: { from, to: from + value.length } });
    draft.tabled = true;
  }
  return to;
}
