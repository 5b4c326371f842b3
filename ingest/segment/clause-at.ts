import type { Clause, ClauseTree } from "../../graph/model/reading.ts";

/** The clause, container or preamble to whose own text the offset belongs; binary search on each level. */
export function clauseAt(tree: ClauseTree, offset: number): Clause | undefined {
  let found: Clause | undefined;
  let level: readonly Clause[] = tree.clauses;
  while (level.length > 0) {
    const next = covering(level, offset);
    if (next === undefined) break;
    found = next;
    if (offset < next.own.to) break;
    level = next.children;
  }
  return found;
}

/** Of siblings in text order, the one whose span holds the offset; the end of the last belongs to the last. */
function covering(level: readonly Clause[], offset: number): Clause | undefined {
  let low = 0;
  let high = level.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((level[middle]?.span.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const clause = level[low];
  return clause !== undefined && clause.span.from <= offset && offset <= clause.span.to ? clause : undefined;
}

/** All clauses of the tree in text order, parents before children. */
export function* walkClauses(clauses: readonly Clause[]): Generator<Clause> {
  for (const clause of clauses) {
    yield clause;
    yield* walkClauses(clause.children);
  }
}
