import type { Clause, ClauseTree } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { clauseAt } from "../../segment/index.ts";
import type { DutyStatement } from "./statement.ts";

/** A task with the statements that assign it; `span` is the task's words, `extent` with the statements. */
export interface AssignedTask {
  readonly clause: Clause;
  readonly title: string;
  readonly span: CleanSpan;
  readonly statements: readonly DutyStatement[];
}

const TRIVIAL = /^[\s。；;，,、.．:：·*＊-]*$/u;
const FIELD_LINES = /^(?:\s*(?:[-*•·]\s*)?[^：:\n]{2,16}[：:][^\n]*(?:\n|$))+$/u;
const LONGEST_TITLE = 60;

/**
 * Tasks 任务: what each statement assigns. Statements that touch are one cluster and share a task: what stands in the
 * clause since the cluster before (ANNOTATION rule 3). A statement that holds its own words keeps them.
 */
export function assignTasks(text: string, tree: ClauseTree, statements: readonly DutyStatement[]): AssignedTask[] {
  const placed = statements.filter(({ span }) => clauseAt(tree, span.from) !== undefined);
  const sorted = placed.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const tasks: AssignedTask[] = [];
  const clusters = clustersOf(
    text,
    tree,
    sorted.filter(({ task }) => task === undefined),
  );
  clusters.forEach((cluster, i) => {
    const span = taskSpan(text, tree, cluster, clusters[i - 1], clusters[i + 1]);
    tasks.push({
      clause: cluster.clause,
      title: titleOf(text, cluster.clause, span),
      span,
      statements: cluster.statements,
    });
  });
  let before: AssignedTask | undefined;
  for (const statement of sorted) {
    const clause = clauseAt(tree, statement.span.from);
    if (statement.task === undefined || clause === undefined) continue;
    const own = ownTask(text, clause, statement, statement.task, before);
    const same = tasks.findIndex(({ span }) => span.from === own.span.from && own.span.to <= span.to);
    const whole = tasks[same];
    if (whole === undefined) tasks.push(own);
    else tasks[same] = { ...whole, statements: [...whole.statements, ...own.statements] };
    before = own;
  }
  return tasks.sort((a, b) => a.span.from - b.span.from);
}

interface Cluster {
  readonly clause: Clause;
  readonly span: CleanSpan;
  readonly statements: readonly DutyStatement[];
}

function clustersOf(text: string, tree: ClauseTree, statements: readonly DutyStatement[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const statement of statements) {
    const clause = clauseAt(tree, statement.span.from);
    if (clause === undefined) continue;
    const last = clusters.at(-1);
    if (last !== undefined && last.clause === clause && TRIVIAL.test(text.slice(last.span.to, statement.span.from))) {
      const span = { from: last.span.from, to: Math.max(last.span.to, statement.span.to) };
      clusters[clusters.length - 1] = { clause, span, statements: [...last.statements, statement] };
    } else clusters.push({ clause, span: statement.span, statements: [statement] });
  }
  return clusters;
}

/** Where a clause's words begin, behind its marker. */
function contentStart(text: string, clause: Clause): number {
  const { from, to } = clause.own;
  const start = text.slice(from, to).trimStart().startsWith(clause.marker)
    ? text.indexOf(clause.marker, from) + clause.marker.length
    : from;
  return skipTrivial(text, start, to);
}

function skipTrivial(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[\s。；;，,、.．:：#*]/u.test(text.charAt(at))) at++;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && /[\s；;，,、:：*•·-]/u.test(text.charAt(at - 1))) at--;
  // …达到25%，由（市林业局负责）: the word that names the body is no part of the task.
  return /[，,；;]由$/u.test(text.slice(Math.max(from, at - 2), at)) ? trimEnd(text, from, at - 1) : at;
}

function taskSpan(
  text: string,
  tree: ClauseTree,
  cluster: Cluster,
  before: Cluster | undefined,
  after: Cluster | undefined,
): CleanSpan {
  const { clause } = cluster;
  const sameBefore = before !== undefined && before.clause === clause ? before : undefined;
  let from =
    sameBefore === undefined ? contentStart(text, clause) : skipTrivial(text, sameBefore.span.to, cluster.span.from);
  const to = trimEnd(text, from, cluster.span.from);
  const called = cluster.statements.some(({ holders }) => holders.some(({ roleText }) => KEEPER.test(roleText)));
  if (from >= to) return followingSpan(text, cluster, after) ?? headingSpan(text, tree, clause, called);
  if (FIELD_LINES.test(withoutHeading(text.slice(from, to), clause))) return headingSpan(text, tree, clause, called);
  const isClause = clause.kind === "item" || clause.kind === "heading";
  if (!isClause || (sameBefore !== undefined && to - from > 200)) from = paragraphStart(text, from, to);
  return { from, to };
}

const withoutHeading = (words: string, { heading }: Clause): string =>
  heading !== "" && words.startsWith(heading) ? words.slice(heading.length).replace(/^[\s*#]+/u, "") : words;

/** Back to the line that the words end in; a line of a few words only takes the one before along. */
function paragraphStart(text: string, from: number, to: number): number {
  const line = text.lastIndexOf("\n", to - 1) + 1;
  if (line <= from) return from;
  if (to - line >= 12) return line;
  return Math.max(from, text.lastIndexOf("\n", line - 2) + 1);
}

/** A label that opens its clause speaks of what follows. */
function followingSpan(text: string, cluster: Cluster, after: Cluster | undefined): CleanSpan | undefined {
  const end = after !== undefined && after.clause === cluster.clause ? after.span.from : cluster.clause.own.to;
  const from = skipTrivial(text, cluster.span.to, end);
  const to = trimEnd(text, from, end);
  return to - from >= 6 ? { from, to } : undefined;
}

/** 河长, 湖长, 林长 …: what they keep is what the heading names, however short. */
const KEEPER = /^副?[河湖林田链路街]+长$/u;

/** The heading of the clause or, where it has none, the document's title: what a list of fields describes. */
function headingSpan(text: string, tree: ClauseTree, clause: Clause, called: boolean): CleanSpan {
  const at = clause.heading === "" ? -1 : text.indexOf(clause.heading, clause.own.from);
  const { title } = tree.masthead;
  const isGeneric = (clause.heading.length <= 6 && !called) || !(clause.kind === "item" || clause.kind === "heading");
  if (title !== undefined && (at < 0 || at >= clause.own.to || isGeneric)) return title.span;
  return at < 0
    ? { from: clause.own.from, to: Math.min(clause.own.to, clause.own.from + LONGEST_TITLE) }
    : { from: at, to: at + clause.heading.length };
}

const LONGEST_OPENING = 240;
/** A whole paragraph ends before: the next one is told of something else. */
const PARAGRAPH = /。\s*\n/u;

/**
 * Words of a statement's own. In a short item the sentence is what the item is about: its task begins with the item's
 * heading; in a long one, or behind another such statement, the task is the sentence.
 */
function ownTask(
  text: string,
  clause: Clause,
  statement: DutyStatement,
  own: CleanSpan,
  before: AssignedTask | undefined,
): AssignedTask {
  const start = contentStart(text, clause);
  const to = trimEnd(text, own.from, own.to);
  const opens =
    clause.kind === "item" &&
    statement.rule.startsWith("prose") &&
    start < statement.span.from &&
    to - start <= LONGEST_OPENING &&
    !PARAGRAPH.test(text.slice(start, statement.span.from));
  const span = { from: opens && before?.clause !== clause ? start : own.from, to };
  return { clause, title: titleOf(text, clause, span), span, statements: [statement] };
}

function titleOf(text: string, clause: Clause, span: CleanSpan): string {
  const isClause = clause.kind === "item" || clause.kind === "heading";
  const headed = isClause && clause.heading !== "" && span.from <= contentStart(text, clause);
  if (headed && text.slice(span.from, span.to).includes(clause.heading)) return clause.heading;
  const words = text
    .slice(span.from, span.to)
    .replace(/^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).．、]|[①-⑳])\s*/u, "");
  const sentence = /^[^。；;\n]+/u.exec(words)?.[0] ?? words;
  return sentence.length <= LONGEST_TITLE ? sentence : `${sentence.slice(0, LONGEST_TITLE - 1)}…`;
}
