import { describe, expect, it } from "vitest";
import type { Fact } from "../../../../graph/model/reading.ts";
import { loadKnowledge } from "../../../../ingest/knowledge/load.io.ts";
import { readDocument } from "../../../../ingest/pipeline/index.ts";

const knowledge = loadKnowledge();
const ROLE: Readonly<Record<string, string>> = {
  LEADS: "lead",
  RESPONSIBLE_FOR: "responsible",
  PARTICIPATES_IN: "participate",
  OVERSEES: "oversees",
};

const assignmentsIn = (text: string): readonly Fact[] =>
  readDocument({ name: "example.txt", sha256: "0".repeat(64), text }, knowledge).facts.filter(
    ({ predicate }) => predicate in ROLE,
  );
const spoken = ({ predicate, properties }: Fact): string => `${ROLE[predicate] ?? ""} ${String(properties["mention"])}`;

describe("assignment patterns of seeds/vocabulary", () => {
  for (const pattern of knowledge.assignmentPatterns) {
    describe(`${pattern.id} ${pattern.zh}`, () => {
      it.each(pattern.examples)("reads $text", ({ text, expect: wanted }) => {
        const found = assignmentsIn(text);
        expect(found.map(spoken)).toEqual(wanted);
        expect(found.map(({ proof }) => proof.rule)).toContain(pattern.id);
      });
      it.each(pattern.nearMisses)("does not read %s", (text) => {
        expect(assignmentsIn(text).filter(({ proof }) => proof.rule === pattern.id)).toEqual([]);
      });
    });
  }
});
