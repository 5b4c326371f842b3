import type { Clause, ClauseTree } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { clauseAt, walkClauses } from "../../segment/index.ts";
import type { AssignmentLexicon } from "./lexicon.ts";

/**
 * Stretches 职责所在: what stands beneath or beside a heading that ends at `at`: the rest of its line, then the items below
 * it, or the paragraph below where there are none. Nothing behind `stop`, where the next heading begins.
 */
export function stretchesAfter(
  text: string,
  tree: ClauseTree,
  at: number,
  stop: number,
  lexicon: AssignmentLexicon,
): CleanSpan[] {
  const clause = clauseAt(tree, at - 1);
  if (clause === undefined) return [];
  const own = { from: at, to: Math.min(stop, clause.own.to) };
  const beside = trimmed(text, { from: at, to: lineEnd(text, own) });
  const below = trimmed(text, { from: lineEnd(text, own), to: own.to });
  const paragraph = beside ?? (below === undefined ? undefined : { from: below.from, to: lineEnd(text, below) });
  if (
    paragraph !== undefined &&
    lexicon.dutyLines.roster.test(text.slice(paragraph.from, paragraph.to).replace(/\s/gu, ""))
  )
    return [];
  const isWhole = trimmed(text, { from: paragraph?.to ?? at, to: own.to }) === undefined;
  const beneath =
    clause.children.length > 0 || paragraph !== undefined ? clause.children : restarting(tree.clauses, own.to);
  const items = isWhole && own.to < stop ? itemsOf(text, beneath, stop) : [];
  return [...(paragraph === undefined ? [] : [paragraph]), ...items].filter(
    ({ from, to }) => to - from >= SHORTEST && !lexicon.dutyLines.anyOther.test(text.slice(from, to)),
  );
}

const SHORTEST = 4;

/** The items, up to where their numbers begin anew, and what stands beneath each. */
function itemsOf(text: string, siblings: readonly Clause[], stop: number): CleanSpan[] {
  const found: CleanSpan[] = [];
  const [first] = siblings;
  for (const [i, sibling] of siblings.entries()) {
    if (sibling.span.from >= stop || (i > 0 && sibling.marker === first?.marker)) break;
    for (const clause of walkClauses([sibling])) {
      const stretch = trimmed(text, { from: contentStart(text, clause), to: Math.min(stop, clause.own.to) });
      if (stretch === undefined || clause.kind !== "item") continue;
      const line = { from: stretch.from, to: lineEnd(text, stretch) };
      const announces = clause.children.length > 0 && /[：:]\s*$/u.test(text.slice(line.from, line.to));
      if (!announces) found.push(line);
    }
  }
  return found;
}

const FIRST = /^[（(]?[一1１][）).．、]|^①/u;

/** Behind a line without a number that ends an item: the items that follow on its level, where they begin anew. */
function restarting(clauses: readonly Clause[], at: number): readonly Clause[] {
  for (const [i, clause] of clauses.entries()) {
    if (clause.span.from === at) return FIRST.test(clause.marker) ? clauses.slice(i) : [];
    if (clause.span.from < at && at < clause.span.to) return restarting(clause.children, at);
  }
  return [];
}

/** Where a clause's words begin, behind its marker. */
export function contentStart(text: string, { own, marker }: Clause): number {
  const at = marker === "" ? own.from : text.indexOf(marker, own.from);
  return at < 0 || at >= own.to ? own.from : at + marker.length;
}

const lineEnd = (text: string, { from, to }: CleanSpan): number => {
  const end = text.indexOf("\n", from);
  return end < 0 || end > to ? to : end;
};

function trimmed(text: string, { from, to }: CleanSpan): CleanSpan | undefined {
  if (from >= to) return undefined;
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = from + words.trimEnd().length;
  return start < end ? { from: start, to: end } : undefined;
}
