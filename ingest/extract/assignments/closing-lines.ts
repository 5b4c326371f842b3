import type { CleanSpan } from "../../../graph/model/span.ts";
import { parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { holdersFrom } from "./prose-bodies.ts";
import type { DutyStatement } from "./statement.ts";
import { withinStretches } from "./within-stretches.ts";

/** One such line may be a heading or a sentence cut in two; a table without a heading row has several. */
const FEWEST_LINES = 2;
const LONGEST_LINE = 240;
const LONGEST_NAME = 40;
/** Points without a full stop belong to the short line above them. */
const HEADING = /^[^，,。；;：:、（）()]{2,16}$/u;
const CONTENT = /[。；;!！）)”"]$/u;
const MARKED = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]|第[一二三四五六七八九十\d]+条)/u;

/**
 * Closing lines 收尾责任行: rows of a task table without heading row, a cell a line: name, words, and a line that is nothing
 * but bodies and predicates (A牵头，B、C按职责分工负责). The task begins at the name, not at the last line of the words.
 */
export function findClosingLines(
  text: string,
  free: readonly CleanSpan[],
  lexicon: AssignmentLexicon,
): DutyStatement[] {
  const lines = linesOf(text);
  const isFree = withinStretches(free);
  const found: DutyStatement[] = [];
  let done = 0;
  lines.forEach((line, i) => {
    if (!isFree(line)) return;
    const holders = closing(text, line, lexicon);
    if (holders === undefined) return;
    const task = taskBefore(text, lines.slice(done, i));
    done = i + 1;
    if (task === undefined) return;
    found.push({ span: line, quote: line, rule: "closing-line", holders, task });
  });
  return found.length >= FEWEST_LINES ? found : [];
}

/** The bodies of a line where each has its predicate and nothing else stands in it. */
function closing(text: string, line: CleanSpan, lexicon: AssignmentLexicon): DutyStatement["holders"] | undefined {
  if (line.to - line.from > LONGEST_LINE || /[：:]/u.test(text.slice(line.from, line.to))) return undefined;
  const { groups, debris } = parseHolders(text, line, lexicon, { stopAtDebris: false, acceptUnknown: false });
  const isClosed =
    groups.length > 0 &&
    debris.length === 0 &&
    groups.every(({ predicate, object }) => predicate !== undefined && object === undefined);
  if (!isClosed || !groups.some(({ members }) => members.some(({ certainty }) => certainty !== "group")))
    return undefined;
  return groups.flatMap(({ members, predicate }, list) =>
    predicate === undefined ? [] : holdersFrom(text, members, predicate.role, predicate.span, list),
  );
}

/** The words of the row: whole sentences, back to the short line before them that names it. */
function taskBefore(text: string, lines: readonly CleanSpan[]): CleanSpan | undefined {
  let first = lines.length - 1;
  const said = (i: number): string => {
    const line = lines[i];
    return line === undefined ? "" : text.slice(line.from, line.to);
  };
  const heading = lines.findLastIndex((_, i) => HEADING.test(said(i)));
  if (heading >= 0 && !CONTENT.test(said(first))) first = heading;
  while (first > 0 && CONTENT.test(said(first)) && !MARKED.test(said(first))) first--;
  const isName = said(first).length >= 2 && said(first).length <= LONGEST_NAME && !/^\d+$/u.test(said(first));
  const from = lines[isName || MARKED.test(said(first)) ? first : first + 1]?.from;
  const to = lines.at(-1)?.to;
  return from === undefined || to === undefined ? undefined : { from, to };
}

function linesOf(text: string): CleanSpan[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/gu)].map(({ 0: line, index }) => {
    const from = index + line.length - line.trimStart().length;
    return { from, to: from + line.trim().length };
  });
}
