import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../graph/package-root.io.ts";

/** A set of documents with hand-made gold beside it. */
export interface CorpusSet {
  readonly name: string;
  readonly docs: string;
  readonly gold: string;
}

const shared = join(packageRoot(), "..", "shared");

/** The scorer that the team shares; the report needs it and says so where it is not there. */
export const scorer = join(shared, "tools", "score.mjs");

/** The sets beside the checkout that are there: seeds, dev, and our own annotations of documents without gold. */
export function knownSets(): readonly CorpusSet[] {
  const corpus = join(shared, "corpus");
  const sets = [
    { name: "seeds", docs: join(corpus, "seeds", "docs"), gold: join(corpus, "seeds", "gold") },
    { name: "dev", docs: join(corpus, "dev", "docs"), gold: join(corpus, "dev", "gold") },
    { name: "wild", docs: join(corpus, "wild", "docs"), gold: join(packageRoot(), "test", "corpora", "wild") },
  ];
  return sets.filter(({ docs, gold }) => existsSync(docs) && existsSync(gold));
}
