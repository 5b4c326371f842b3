import type { Clause, ClauseTree, LocalRef } from "../../graph/model/reading.ts";

/** The deepest clause that holds the offset; `undefined` in front of the first one. */
export function clauseHolding(tree: ClauseTree, offset: number): Clause | undefined {
  let found: Clause | undefined;
  for (let level = tree.clauses; ; ) {
    const inside = level.find(({ span }) => span.from <= offset && offset < span.to);
    if (inside === undefined) return found;
    found = inside;
    level = inside.children;
  }
}

/** Who says the words at the offset: the clause, or the document itself in its title and preambles. */
export function subjectAt(tree: ClauseTree, offset: number): LocalRef {
  const clause = clauseHolding(tree, offset);
  if (clause === undefined) return { kind: "self" };
  const isWhole = (clause.kind === "preamble" || clause.kind === "container") && !clause.path.startsWith("附件");
  return isWhole ? { kind: "self" } : { kind: "clause", path: clause.path };
}
