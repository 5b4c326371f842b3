import type { Clause, ClauseTree, Fact, NormalizedText, TaskReading } from "../../../graph/model/reading.ts";
import { type CleanSpan, covers } from "../../../graph/model/span.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { deadlineWordsOf } from "../deadlines/compiled-words.ts";
import { isNews } from "../deadlines/news.ts";
import { findBracketStatements } from "./bracket-statements.ts";
import { findBrackets } from "./brackets.ts";
import { findClosingLines } from "./closing-lines.ts";
import { applyDocumentRules, readDocumentRules } from "./document-rules.ts";
import { findDutyLines } from "./duty-statements.ts";
import { findLabelStatements } from "./label-statements.ts";
import { type AssignmentLexicon, assignmentLexiconOf } from "./lexicon.ts";
import { findOpeningDuties } from "./opening-duties.ts";
import { findOverseers } from "./overseers.ts";
import { findLeadersGroups, findPortfolios, type LeadersGroup } from "./portfolios.ts";
import { findProseStatements } from "./prose-statements.ts";
import type { DutyStatement, Holder } from "./statement.ts";
import { findTableStatements } from "./table-statements.ts";
import { type AssignedTask, assignTasks } from "./tasks.ts";

export interface Assignments {
  readonly tasks: readonly TaskReading[];
  readonly facts: readonly Fact[];
  /** For each task the stretches that are its own: its words and the statements that assign it. */
  readonly extents: readonly (readonly CleanSpan[])[];
}

const EDGE = { lead: "LEADS", responsible: "RESPONSIBLE_FOR", participate: "PARTICIPATES_IN" } as const;

/** Assignments 任务分工: who must do what in one document, by all conventions of FIELD.md §2. */
export function extractAssignments(normalized: NormalizedText, tree: ClauseTree, knowledge: Knowledge): Assignments {
  const { text } = normalized;
  const lexicon = assignmentLexiconOf(knowledge);
  const brackets = findBrackets(text);
  const tabled = findTableStatements(text, lexicon);
  const labelled = withoutOverlap(findLabelStatements(text, brackets, lexicon), tabled);
  const bracketed = withoutOverlap(findBracketStatements(text, brackets, lexicon), [...tabled, ...labelled]);
  const marked = [...tabled, ...labelled, ...bracketed];
  const unclaimed = freeStretches(text, marked.map(extentOf));
  const closing = findClosingLines(text, unclaimed, lexicon);
  const opening = withoutOverlap(findOpeningDuties(text, tree, unclaimed, lexicon), closing);
  const stated = [...marked, ...closing, ...opening];
  const listed = findDutyLines(text, tree, freeStretches(text, stated.map(extentOf)), lexicon);
  const taken = [...stated, ...listed.statements];
  const prose = isReport(text, tree, knowledge, lexicon)
    ? []
    : proseIn(
        text,
        freeStretches(text, [...taken.map(extentOf), ...listed.claimed, ...tableBodies(text, tabled)]),
        taken,
        lexicon,
      );
  const rules = readDocumentRules(text, lexicon);
  const groups = findLeadersGroups(text, lexicon);
  const foot = tree.clauses.find(({ path }) => path === "版记")?.own;
  const inText = [...taken, ...prose].filter(({ span }) => foot === undefined || !covers(foot, span));
  const assigned = assignTasks(text, tree, applyDocumentRules(inText, rules)).map((task) => ledBy(task, groups));
  return {
    tasks: assigned.map(({ clause, title, span }) => ({ clause: clause.path, title, span })),
    facts: assigned.flatMap((task, index) => factsOf(task, index)),
    extents: assigned.map(({ span, statements }) => [span, ...statements.map((statement) => statement.span)]),
  };
}

/** The task with the leader under whose heading it stands. */
function ledBy(task: AssignedTask, groups: readonly LeadersGroup[]): AssignedTask {
  const group = groups.find(({ heading, to }) => heading.to <= task.span.from && task.span.from < to);
  if (group === undefined) return task;
  const { heading, holder } = group;
  return {
    ...task,
    statements: [...task.statements, { span: heading, quote: heading, rule: "leaders-group", holders: [holder] }],
  };
}

/** Bodies and persons told in running text; the task of a person is the sentence, so it may hold a body's statement. */
function proseIn(
  text: string,
  free: readonly CleanSpan[],
  taken: readonly DutyStatement[],
  lexicon: AssignmentLexicon,
): DutyStatement[] {
  const bodies = withoutOverlap(findProseStatements(text, free, lexicon), taken);
  return [...bodies, ...findOverseers(text, free, lexicon), ...findPortfolios(text, free, lexicon)];
}

/**
 * Reports tell who does what; they assign nothing in prose: news, which has no number with an addressee, and what has
 * neither of them nor numbered items and speaks as reports do.
 */
function isReport(text: string, tree: ClauseTree, knowledge: Knowledge, lexicon: AssignmentLexicon): boolean {
  const { number, addressees } = tree.masthead;
  if (number !== undefined && addressees.length > 0) return false;
  if (isNews(text, deadlineWordsOf(knowledge))) return true;
  const official = number !== undefined || addressees.length > 0 || tree.clauses.some(hasItem);
  return !official && lexicon.prose.report.test(text);
}

const hasItem = ({ kind, children }: Clause): boolean => kind === "item" || children.some(hasItem);

const extentOf = ({ span, task }: DutyStatement): CleanSpan => ({
  from: Math.min(span.from, task?.from ?? span.from),
  to: Math.max(span.to, task?.to ?? span.to),
});

function withoutOverlap(candidates: readonly DutyStatement[], taken: readonly DutyStatement[]): DutyStatement[] {
  const sorted = taken.map(extentOf).sort((a, b) => a.from - b.from);
  return candidates.filter(({ span }) => !sorted.some(({ from, to }) => from < span.to && span.from < to));
}

/** A table says in its columns who does what; the words of its cells are not read as prose. */
function tableBodies(text: string, rows: readonly DutyStatement[]): CleanSpan[] {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return [];
  const lineEnd = text.indexOf("\n", last.span.to);
  return [{ from: extentOf(first).from, to: lineEnd < 0 ? text.length : lineEnd }];
}

/** The text less what statements have claimed. */
function freeStretches(text: string, taken: readonly CleanSpan[]): CleanSpan[] {
  const free: CleanSpan[] = [];
  let at = 0;
  for (const { from, to } of [...taken].sort((a, b) => a.from - b.from)) {
    if (from > at) free.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < text.length) free.push({ from: at, to: text.length });
  return free;
}

function factsOf({ statements }: AssignedTask, index: number): Fact[] {
  const seen = new Set<string>();
  return statements.flatMap((statement) =>
    statement.holders.flatMap((holder) => {
      const key = [holder.kind, holder.role, holder.layer, holder.surface.replace(/\s/gu, "")].join("|");
      if (seen.has(key)) return [];
      seen.add(key);
      return [factOf(holder, statement, index)];
    }),
  );
}

function factOf(holder: Holder, statement: DutyStatement, index: number): Fact {
  const { kind, role, span, surface, cue, roleText, layer, previous, rank, confidence } = holder;
  const mention = surface.replace(/\s/gu, "");
  const isPerson = kind === "person";
  return {
    predicate: isPerson ? "OVERSEES" : EDGE[role],
    subject: isPerson
      ? { kind: "person", name: mention, ...(layer === undefined ? {} : { body: layer }) }
      : {
          kind: "agency",
          surface: mention,
          ...(layer === undefined ? {} : { layer }),
          ...(previous === undefined ? {} : { previous }),
        },
    object: { kind: "task", index },
    properties: {
      mention,
      ...(roleText === "" ? {} : { roleText: roleText.replace(/\s/gu, "") }),
      ...(isPerson ? {} : { rank }),
    },
    proof: {
      span,
      ...(cue === undefined ? {} : { cue }),
      quote: statement.quote,
      rule: statement.rule,
      confidence,
      inferred: false,
    },
  };
}
