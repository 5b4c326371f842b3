import { describe, expect, it } from "vitest";
import { extractDeadlines } from "../../../ingest/extract/deadlines/index.ts";
import { extractTargets } from "../../../ingest/extract/targets/index.ts";
import type { Pattern } from "../../../ingest/knowledge/pattern.ts";
import { citationRecognizerOf } from "../../../ingest/recognize/citations/index.ts";
import { knowledge, readingOf, readText } from "../read-text.ts";

/** Rules of the citations in a text: form/cue. */
const citationRules = (text: string): string[] => readingOf("例.txt", text).facts.map(({ proof }) => proof.rule);
const forms = (text: string): string[] => [
  ...citationRules(text).map((rule) => rule.split("/")[0] ?? ""),
  ...citationRecognizerOf(knowledge)
    .numbers.all(text)
    .map(({ rule }) => rule),
];
/** A cue counts where it makes an authority of the citation; the verbs of `mention` where they do not. */
const cues = (text: string): string[] =>
  readingOf("例.txt", text).facts.flatMap(({ predicate, proof }) => {
    const cue = proof.rule.split("/")[1] ?? "";
    return predicate === "DERIVES_FROM" || cue === "made-or-changed" ? [cue] : [];
  });

type RulesOf = (text: string) => readonly string[];

const deadlineRules: RulesOf = (text) => {
  const { normalized, tree } = readText(text);
  return extractDeadlines(normalized, tree, knowledge, 2021).map(({ rule }) => rule);
};
const authorities = knowledge.citationCues.cues.filter(({ use }) => use !== "suffix" && use !== "guiding");

/** Every pattern with the function that tells which patterns a text shows. */
const all: readonly (readonly [id: string, pattern: Pattern, rulesOf: RulesOf])[] = [
  ...knowledge.documentNumbers.patterns.map((pattern) => [pattern.id, pattern, forms] as const),
  ...knowledge.citedTitles.patterns.map((pattern) => [pattern.id, pattern, forms] as const),
  ...knowledge.knownLaws.patterns.map((pattern) => [pattern.id, pattern, forms] as const),
  ...knowledge.knownLaws.documentPatterns.map((pattern) => [pattern.id, pattern, forms] as const),
  ...authorities.map((pattern) => [pattern.id, pattern, cues] as const),
  ...knowledge.deadlines.patterns.map((pattern) => [pattern.id, pattern, deadlineRules] as const),
];

describe("every pattern finds its example and not its near-miss", () => {
  it.each(all)("%s", (id, { example, nearMiss }, rulesOf) => {
    expect(rulesOf(example), example).toContain(id);
    expect(rulesOf(nearMiss), nearMiss).not.toContain(id);
  });
});

describe("cues that help others", () => {
  it.each(
    knowledge.citationCues.cues
      .filter(({ use }) => use === "suffix" || use === "guiding")
      .map((cue) => [cue.id, cue] as const),
  )("%s", (_, { example, nearMiss }) => {
    expect(cues(example), example).toContain("implementing");
    expect(cues(nearMiss), nearMiss).not.toContain("implementing");
  });
});

describe("cues of what is no policy", () => {
  it.each(knowledge.notPolicies.cues.map((cue) => [cue.id, cue] as const))("%s", (_, { example, nearMiss }) => {
    expect(citationRules(example), example).toEqual([]);
    expect(citationRules(nearMiss), nearMiss).toHaveLength(1);
  });
});

describe("patterns of targets", () => {
  const targets = (text: string): number => {
    const { normalized, tree } = readText(text);
    return extractTargets(normalized, tree, knowledge, 2024).length;
  };
  it.each(knowledge.targets.patterns.map((pattern) => [pattern.id, pattern] as const))(
    "%s",
    (_, { example, nearMiss }) => {
      expect(targets(example), example).toBe(1);
      expect(targets(nearMiss), nearMiss).toBe(0);
    },
  );
});
