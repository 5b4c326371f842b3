import { describe, expect, it } from "vitest";
import { extractAssignments } from "../../../../ingest/extract/assignments/index.ts";
import type { Knowledge } from "../../../../ingest/knowledge/knowledge.ts";
import { type RoleWordList, type WordList, wordListSchema } from "../../../../ingest/knowledge/word-list.ts";
import { knowledge, readText } from "../../read-text.ts";

/** The files of word lists that assignments are read with. */
const sections = ["prose", "holders", "dutyLines", "listRules", "taskTables", "setUps"] as const;
type Section = (typeof sections)[number];

const listsOf = (section: Section): [name: string, list: WordList | RoleWordList][] =>
  Object.entries(knowledge[section]);
const wordsOf = ({ words }: WordList | RoleWordList): string[] =>
  Array.isArray(words) ? words : Object.values(words).flat();

/** The knowledge as if a list were empty. */
function without(section: Section, name: string, list: WordList | RoleWordList): Knowledge {
  const words = Array.isArray(list.words) ? [] : { lead: [], responsible: [], participate: [] };
  return { ...knowledge, [section]: { ...knowledge[section], [name]: { ...list, words } } };
}

/** Who is given what, by which rule and words. */
function reading(text: string, known: Knowledge): string[] {
  const { normalized, tree } = readText(text);
  const { tasks, facts } = extractAssignments(normalized, tree, known);
  return facts.map(
    ({ predicate, properties, object, proof }) =>
      `${predicate} ${String(properties["mention"])} ${String(properties["roleText"])} ${proof.rule} ` +
      (object.kind === "task" ? (tasks[object.index]?.title ?? "") : ""),
  );
}

describe.each(sections)("word lists: %s", (section) => {
  describe.each(listsOf(section))("%s", (name, list) => {
    const other = without(section, name, list);
    it("is needed for its example", () => {
      expect(
        wordsOf(list).some((word) => list.example.includes(word)),
        "the example holds a word",
      ).toBe(true);
      expect(reading(list.example, other)).not.toEqual(reading(list.example, knowledge));
    });
    it("says nothing about its near-miss", () => {
      expect(
        wordsOf(list).some((word) => list.nearMiss.includes(word)),
        "the near-miss holds a word",
      ).toBe(true);
      expect(reading(list.nearMiss, other)).toEqual(reading(list.nearMiss, knowledge));
    });
  });
});

describe("a word list", () => {
  const list = { zh: "例", en: "example", section: "FIELD §2", example: "甲", nearMiss: "乙" };
  it.each([
    ["会同", true, "a word"],
    ["（单位）", true, "wide brackets are text"],
    ["会同|联合", false, "alternatives"],
    ["等(?:有关)?部门", false, "optional parts"],
    ["[会會]同", false, "classes"],
    ["联合 印发", false, "a gap"],
  ])("%s: %s, %s", (word, accepted) => {
    expect(wordListSchema.safeParse({ ...list, words: [word] }).success).toBe(accepted);
  });
  it("names its source", () => {
    expect(wordListSchema.safeParse({ ...list, words: ["会同"], section: "somewhere" }).success).toBe(false);
  });
});
