import type { Clause, ClauseTree } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { walkClauses } from "../../segment/index.ts";
import { type DutyEntry, dutyHolders } from "./duty-entries.ts";
import { contentStart, stretchesAfter } from "./duty-stretches.ts";
import { parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { leadingList } from "./prose-bodies.ts";

/** A line that is nothing but bodies, and where the lines that may belong together stand. */
interface Heading {
  readonly entry: DutyEntry;
  readonly parent: string;
  readonly inSection: boolean;
}

/**
 * Duty headings 以单位为标题的职责: a line that names bodies only, their duties numbered beneath. Such lines also head what a
 * body reports or offers, so the items of one group must speak as duties do, or their section must say that they are.
 */
export function findDutyHeadings(text: string, tree: ClauseTree, lexicon: AssignmentLexicon): DutyEntry[] {
  const groups = new Map<string, Heading[]>();
  for (const heading of headingsOf(text, tree, lexicon))
    groups.set(heading.parent, [...(groups.get(heading.parent) ?? []), heading]);
  return [...groups.values()]
    .filter((group) => tellsDuties(text, group, lexicon))
    .flat()
    .map(({ entry }) => entry);
}

function tellsDuties(text: string, group: readonly Heading[], { dutyLines }: AssignmentLexicon): boolean {
  const stretches = group.flatMap(({ entry }) => entry.duties).map(({ from, to }) => text.slice(from, to));
  const told = stretches.filter((words) => dutyLines.tells.test(words)).length;
  return told >= 2 || (told >= 1 && group.some(({ inSection }) => inSection));
}

function headingsOf(text: string, tree: ClauseTree, lexicon: AssignmentLexicon): Heading[] {
  const lines = [...headingLines(text, tree, lexicon)];
  return lines.flatMap(({ line, bodies, parent, inSection }, i) => {
    const stop = lines.slice(i + 1).find((next) => next.line.from >= line.to)?.line.from ?? text.length;
    const duties = stretchesAfter(text, tree, line.to, stop, lexicon).filter(
      (stretch) => leadingList(text, stretch, lexicon) === undefined,
    );
    return duties.length === 0 ? [] : [{ entry: { ...bodies, duties }, parent, inSection }];
  });
}

interface HeadingLine {
  readonly line: CleanSpan;
  readonly bodies: Pick<DutyEntry, "bodies" | "holders">;
  readonly parent: string;
  readonly inSection: boolean;
}

/** The first line of an item, and lines without a number. */
function* headingLines(text: string, tree: ClauseTree, lexicon: AssignmentLexicon): Generator<HeadingLine> {
  const sections = sectionsOf(tree, lexicon);
  const named = tree.masthead.addressees.concat(tree.masthead.issuers).map(({ span }) => span);
  for (const clause of walkClauses(tree.clauses)) {
    const parent = clause.path.slice(0, Math.max(0, clause.path.lastIndexOf("/")));
    let at = contentStart(text, clause);
    while (at < clause.own.to) {
      const end = text.indexOf("\n", at);
      const line = { from: at, to: end < 0 || end > clause.own.to ? clause.own.to : end };
      const isFirst = at === contentStart(text, clause);
      at = line.to + 1;
      if (line.to - line.from > LONGEST || named.some(({ from, to }) => from < line.to && line.from < to)) continue;
      const bodies = bodiesAlone(text, line, lexicon);
      if (bodies === undefined) continue;
      yield {
        line,
        bodies,
        parent: isFirst || clause.children.length === 0 ? parent : clause.path,
        inSection: sections.has(clause),
      };
    }
  }
}

const LONGEST = 60;

/** Clauses whose own heading or that of a larger one announces duties; all, where the title does. */
export function sectionsOf(tree: ClauseTree, { dutyLines }: AssignmentLexicon, byTitle = true): ReadonlySet<Clause> {
  const found = new Set<Clause>();
  const { title, enclosedTitle } = tree.masthead;
  const titled = byTitle && [title, enclosedTitle].some((one) => one !== undefined && dutyLines.section.test(one.text));
  const visit = (clause: Clause, inside: boolean): void => {
    const here = inside || (clause.heading.length <= LONGEST && dutyLines.section.test(clause.heading));
    if (here) found.add(clause);
    for (const child of clause.children) visit(child, here);
  };
  for (const clause of tree.clauses) visit(clause, titled);
  return found;
}

/** 市档案局 · 市烟草办（设在市经信局）： · 市水务局主要职责: bodies, what explains them, and no more. */
function bodiesAlone(
  text: string,
  line: CleanSpan,
  lexicon: AssignmentLexicon,
): Pick<DutyEntry, "bodies" | "holders"> | undefined {
  const words = text.slice(line.from, line.to);
  const from = line.from + (words.length - words.trimStart().length);
  const head = words.trim().replace(lexicon.dutyLines.headingEnd, "");
  if (head.length < 2) return undefined;
  const region = { from, to: from + head.length };
  const list = parseHolders(text, region, lexicon, { stopAtDebris: true, acceptUnknown: false });
  const members = list.groups[0]?.members ?? [];
  const isList = list.groups.length === 1 && list.groups[0]?.predicate === undefined && list.debris.length === 0;
  const isAny = members.some(({ span }) => lexicon.dutyLines.anyBody.test(text.slice(span.from, span.to)));
  if (!isList || isAny || text.slice(list.to, region.to).trim() !== "") return undefined;
  return { bodies: region, holders: dutyHolders(text, members) };
}
