import type { Clause, ClauseTree } from "../../../graph/model/reading.ts";
import { loadKnowledge } from "../../../ingest/knowledge/load.io.ts";
import { normalize } from "../../../ingest/normalize/index.ts";
import { segment, walkClauses } from "../../../ingest/segment/index.ts";

const knowledge = loadKnowledge();

export interface Read {
  readonly text: string;
  readonly tree: ClauseTree;
  readonly all: readonly Clause[];
}

export function read(source: string): Read {
  const normalized = normalize(source, knowledge);
  const tree = segment(normalized, knowledge);
  return { text: normalized.text, tree, all: [...walkClauses(tree.clauses)] };
}

/** Paths of what counts as a clause, in text order. */
export const paths = (source: string): string[] =>
  read(source)
    .all.filter(({ kind }) => kind === "item" || kind === "heading")
    .map(({ path }) => path);

/** Paths of all nodes. */
export const allPaths = (source: string): string[] => read(source).all.map(({ path }) => path);
