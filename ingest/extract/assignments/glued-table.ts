import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Lexicon } from "../../recognize/lexicon.ts";
import type { TableHeader } from "../../recognize/tables/index.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { DutyStatement } from "./statement.ts";

const TIME =
  /(?:(?:20\d{2}年)?\d{1,2}月(?:份|底|中旬|上旬|下旬)?(?:\d{1,2}日)?(?:之?前|底前)?|全年|年底前?|长期|持续推进|上半年|下半年|每季度|每月)\s?/gu;
const MARKER = /(?<!\d)(\d{1,2})[、.．](?!\d)/gu;

/**
 * Rows of a table with nothing left between the cells 无分隔表: bodies right behind a time (…工作小组3月区经发局区环土局) are
 * the cell of the role column. The task begins at the next number of the rows' own sequence.
 */
export function gluedRows(text: string, region: CleanSpan, lexicon: Lexicon, header: TableHeader): DutyStatement[] {
  const column = header.columns.find(({ kind, role }) => kind === "body" && role !== undefined);
  if (column?.role === undefined || !header.columns.some(({ kind }) => kind === "deadline")) return [];
  const { role, span: cue } = column;
  const statements: DutyStatement[] = [];
  let rowFrom = region.from;
  let number = 0;
  for (const time of text.slice(region.from, region.to).matchAll(TIME)) {
    const timeFrom = region.from + time.index;
    const from = timeFrom + time[0].length;
    if (timeFrom < rowFrom) continue;
    const members = bodiesAt(text, from, region.to, lexicon);
    const last = members.at(-1);
    if (last === undefined) continue;
    const start = rowStart(text, rowFrom, timeFrom, number);
    number = start.number;
    statements.push({
      span: { from: timeFrom, to: last.span.to },
      quote: { from: start.from, to: last.span.to },
      rule: "table-row",
      task: { from: start.from, to: timeFrom },
      holders: members.map((member, i) => ({
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
    });
    rowFrom = last.span.to;
  }
  return statements;
}

function bodiesAt(text: string, from: number, to: number, lexicon: Lexicon): readonly Member[] {
  if (lexicon.agencies.match(text, from) === undefined) return [];
  const list = parseHolders(text, { from, to: Math.min(to, from + 200) }, lexicon, {
    stopAtDebris: true,
    acceptUnknown: false,
  });
  if (list.groups.length !== 1 || list.groups[0]?.predicate !== undefined) return [];
  return (list.groups[0]?.members ?? []).flatMap((member) => unglued(text, member, lexicon));
}

/** 区经发局区环土局: two names where a place word begins the second and both are names. */
function unglued(text: string, member: Member, lexicon: Lexicon): Member[] {
  const { from, to } = member.span;
  for (let cut = from + 3; cut <= to - 3; cut++) {
    if (!/[省市区县州各有相]/u.test(text.charAt(cut)) && !/[局委厅办部府]/u.test(text.charAt(cut - 1))) continue;
    const first = lexicon.agencies.accepts(text.slice(from, cut));
    const second = lexicon.agencies.accepts(text.slice(cut, to));
    if (first === undefined || second === undefined) continue;
    return [
      { span: { from, to: cut }, certainty: first },
      ...unglued(text, { span: { from: cut, to }, certainty: second }, lexicon),
    ];
  }
  return [member];
}

/** Behind the last marker that continues the rows' numbering, or where the row before ended. */
function rowStart(text: string, from: number, to: number, number: number): { from: number; number: number } {
  let start = { from, number };
  for (const match of text.slice(from, to).matchAll(MARKER)) {
    if (Number(match[1]) === number + 1) start = { from: from + match.index + match[0].length, number: number + 1 };
  }
  return start;
}
