import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import type { TableHeader } from "../../recognize/tables/index.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import type { DutyStatement } from "./statement.ts";

const SENTENCE_END = /[。；）]/gu;
const MARKER = /(?<!\d)(\d{1,2})(?:[、.．](?!\d)|(?=\p{Script=Han}))/gu;

interface RowStart {
  readonly from: number;
  readonly number: number;
}

/**
 * Rows of a table with nothing left between the cells 无分隔表: bodies right behind a time (…工作小组3月区经发局区环土局) or
 * between the words and a time (…方式。市民政局、市财政局2027年6月底前…) are the cell of the role column, as the heading
 * row has it. The task begins at the next number of the rows' own sequence.
 */
export function gluedRows(
  text: string,
  region: CleanSpan,
  lexicon: AssignmentLexicon,
  header: TableHeader,
): DutyStatement[] {
  const column = header.columns.find(({ kind, role }) => kind === "body" && role !== undefined);
  const time = header.columns.find(({ kind }) => kind === "deadline");
  if (column?.role === undefined || time === undefined) return [];
  const timeFirst = time.span.from < column.span.from;
  const statements: DutyStatement[] = [];
  let row: RowStart = { from: region.from, number: 0 };
  for (const cell of bodyCells(text, region, lexicon, timeFirst)) {
    if (cell.from < row.from) continue;
    const start = rowStart(text, row.from, cell.from, row.number);
    statements.push(rowStatement(text, start.from, cell, column.role, column.span));
    row = { from: cell.to, number: start.number };
  }
  return statements;
}

interface BodyCell extends CleanSpan {
  /** Where the row's words end: at its time or at the bodies. */
  readonly wordsTo: number;
  readonly members: readonly Member[];
}

function* bodyCells(
  text: string,
  region: CleanSpan,
  lexicon: AssignmentLexicon,
  timeFirst: boolean,
): Generator<BodyCell> {
  const { timeHere, wordsHere } = lexicon.tableCells;
  const words = text.slice(region.from, region.to);
  for (const match of words.matchAll(timeFirst ? lexicon.tableCells.time : SENTENCE_END)) {
    const from = region.from + match.index + match[0].length;
    const members = bodiesAt(text, from, region.to, lexicon);
    const last = members.at(-1);
    if (last === undefined) continue;
    timeHere.lastIndex = last.span.to;
    wordsHere.lastIndex = last.span.to;
    if (!timeFirst && !timeHere.test(text) && !wordsHere.test(text)) continue;
    const wordsTo = timeFirst ? region.from + match.index : from;
    yield { from: wordsTo, to: last.span.to, wordsTo, members };
  }
}

function rowStatement(text: string, from: number, cell: BodyCell, role: Role, cue: CleanSpan): DutyStatement {
  return {
    span: { from: cell.wordsTo, to: cell.to },
    quote: { from, to: cell.to },
    rule: "table-row",
    task: { from, to: cell.wordsTo },
    holders: cell.members.map((member, i) => ({
      kind: "body",
      role,
      span: member.span,
      surface: text.slice(member.span.from, member.span.to),
      cue,
      roleText: text.slice(cue.from, cue.to),
      rank: i + 1,
      list: 0,
      explicit: role !== "responsible",
      confidence: 0.85,
    })),
  };
}

function bodiesAt(text: string, from: number, to: number, lexicon: AssignmentLexicon): readonly Member[] {
  if (lexicon.agencies.match(text, from) === undefined) return [];
  const list = parseHolders(text, { from, to: Math.min(to, from + 200) }, lexicon, {
    stopAtDebris: true,
    acceptUnknown: false,
  });
  if (list.groups.length !== 1 || list.groups[0]?.predicate !== undefined) return [];
  return (list.groups[0]?.members ?? []).flatMap((member) => unglued(text, member, lexicon));
}

/** 区经发局区环土局: two names where a place word begins the second and both are names. */
function unglued(text: string, member: Member, lexicon: AssignmentLexicon): Member[] {
  const { from, to } = member.span;
  const { nameStart, rankEnd } = lexicon.tableCells;
  if (text.startsWith("各", from)) return [member];
  for (let cut = from + 3; cut <= to - 3; cut++) {
    if (!nameStart.test(text.slice(cut, to)) && !rankEnd.test(text.slice(from, cut))) continue;
    const first = lexicon.agencies.accepts(text.slice(from, cut));
    const second = lexicon.agencies.accepts(text.slice(cut, to));
    if (first === undefined || second === undefined) continue;
    return [
      { span: { from, to: cut }, certainty: first, part: 0 },
      ...unglued(text, { span: { from: cut, to }, certainty: second, part: 0 }, lexicon),
    ];
  }
  return [member];
}

/** Behind the last marker that continues the rows' numbering, or where the row before ended. */
function rowStart(text: string, from: number, to: number, number: number): RowStart {
  let start: RowStart = { from, number };
  for (const match of text.slice(from, to).matchAll(MARKER)) {
    if (Number(match[1]) === number + 1) start = { from: from + match.index + match[0].length, number: number + 1 };
  }
  return start;
}
