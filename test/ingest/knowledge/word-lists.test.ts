import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Knowledge } from "../../../ingest/knowledge/knowledge.ts";
import type { WordList, WordMap } from "../../../ingest/knowledge/word-list.ts";
import { buildGraph, readDocument } from "../../../ingest/pipeline/index.ts";
import { simplifiedForm } from "../../../ingest/recognize/simplified-form.ts";
import { knowledge } from "../read-text.ts";

/** The files of word lists that normaliser, segmenter and resolution read with; their examples are documents. */
const sections = ["bodies", "sameDocuments", "layout", "outline", "parts"] as const;
type Section = (typeof sections)[number];

const listsOf = (section: Section): [name: string, list: WordList | WordMap][] => Object.entries(knowledge[section]);
const wordsOf = ({ words }: WordList | WordMap): string[] => (Array.isArray(words) ? words : Object.keys(words));

/** Words are simplified; a document may be printed in traditional characters. */
const plain = (text: string): string => simplifiedForm(text) ?? text;

/** The knowledge as if a list were empty. */
function without(section: Section, name: string, list: WordList | WordMap): Knowledge {
  const words = Array.isArray(list.words) ? [] : {};
  return { ...knowledge, [section]: { ...knowledge[section], [name]: { ...list, words } } };
}

/** All that one document gives: text, clauses, nodes and edges. */
function reading(text: string, known: Knowledge): unknown {
  const source = { name: "a.txt", sha256: createHash("sha256").update(text).digest("hex"), text };
  const read = readDocument(source, known);
  return { text: read.normalized.text, tree: read.tree, ...buildGraph([read], known) };
}

describe.each(sections)("word lists: %s", (section) => {
  describe.each(listsOf(section))("%s", (name, list) => {
    const other = without(section, name, list);
    it("is needed for its example", () => {
      expect(
        wordsOf(list).some((word) => plain(list.example).includes(word)),
        "the example holds a word",
      ).toBe(true);
      expect(reading(list.example, other)).not.toEqual(reading(list.example, knowledge));
    });
    it("says nothing about its near-miss", () => {
      expect(
        wordsOf(list).some((word) => plain(list.nearMiss).includes(word)),
        "the near-miss holds a word",
      ).toBe(true);
      expect(reading(list.nearMiss, other)).toEqual(reading(list.nearMiss, knowledge));
    });
  });
});
