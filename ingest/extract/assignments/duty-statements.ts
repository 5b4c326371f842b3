import type { ClauseTree } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { findDutyCharters } from "./duty-charters.ts";
import { entryStatements } from "./duty-entries.ts";
import { findDutyHeadings } from "./duty-headings.ts";
import { findDutyLists } from "./duty-lists.ts";
import { findDutySections } from "./duty-sections.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import type { DutyStatement } from "./statement.ts";

export interface DutyLines {
  readonly statements: readonly DutyStatement[];
  /** The words that announce duties, which prose does not read again. */
  readonly claimed: readonly CleanSpan[];
}

/**
 * Duty lines 职责条目: duties beneath or beside the body that has them, by all layouts: with a colon, as a heading, as a
 * charter, as an item of a section on duties. What brackets, labels or tables assign is theirs.
 */
export function findDutyLines(
  text: string,
  tree: ClauseTree,
  free: readonly CleanSpan[],
  lexicon: AssignmentLexicon,
): DutyLines {
  const statements: DutyStatement[] = [];
  const claimed: CleanSpan[] = [];
  const taken: CleanSpan[] = [];
  const isFree = (span: CleanSpan): boolean =>
    free.some(({ from, to }) => from <= span.from && span.to <= to) &&
    !taken.some(({ from, to }) => from < span.to && span.from < to);
  const layouts = [
    findDutyCharters(text, tree, lexicon),
    findDutyHeadings(text, tree, lexicon),
    findDutyLists(text, tree, free, lexicon),
    findDutySections(text, tree, lexicon),
  ];
  for (const entries of layouts) {
    for (const entry of entries) {
      const duties = entry.duties.filter(isFree);
      if (duties.length === 0 || !isFree(entry.bodies)) continue;
      statements.push(...entryStatements(text, { ...entry, duties }, lexicon));
      claimed.push(entry.bodies);
      taken.push(entry.bodies, ...duties);
    }
  }
  return { statements, claimed };
}
