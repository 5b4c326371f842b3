import type { ClauseTree, DocumentReading, NormalizedText } from "../../graph/model/reading.ts";
import { readCitations } from "../../ingest/extract/citations/index.ts";
import { loadKnowledge } from "../../ingest/knowledge/load.io.ts";
import { normalize } from "../../ingest/normalize/index.ts";
import { segment } from "../../ingest/segment/index.ts";

export const knowledge = loadKnowledge();

export interface ReadText {
  readonly normalized: NormalizedText;
  readonly tree: ClauseTree;
}

/** Normalises and segments a text given in a test. */
export function readText(source: string): ReadText {
  const normalized = normalize(source, knowledge);
  return { normalized, tree: segment(normalized, knowledge) };
}

/** A reading with the citations of a text only. */
export function readingOf(name: string, source: string): DocumentReading {
  const { normalized, tree } = readText(source);
  const { facts, diagnostics } = readCitations(normalized, tree, knowledge);
  const sha256 = [...name]
    .map((char) => char.charCodeAt(0).toString(16))
    .join("")
    .padEnd(64, "0")
    .slice(0, 64);
  return { source: { name, sha256, text: source }, normalized, tree, tasks: [], targets: [], facts, diagnostics };
}
