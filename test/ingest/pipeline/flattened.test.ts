import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../ingest/knowledge/load.io.ts";
import { readDocument } from "../../../ingest/pipeline/index.ts";
import { samples, sourceOf } from "./samples.ts";

const knowledge = loadKnowledge();
const ROLES = new Set(["LEADS", "RESPONSIBLE_FOR", "PARTICIPATES_IN", "OVERSEES"]);

/** Who is told what in which clause, as a reader would list it. */
function assignmentsIn(text: string): readonly string[] {
  const { facts, tasks } = readDocument(sourceOf("sample.txt", text), knowledge);
  return facts.flatMap(({ predicate, object, properties }) => {
    if (!ROLES.has(predicate) || object.kind !== "task") return [];
    return [`${predicate} ${String(properties["mention"])} ${tasks[object.index]?.clause ?? ""}`];
  });
}

/** Share of the first list that stands in the second. */
function shared(wanted: readonly string[], found: readonly string[]): number {
  const left = [...found];
  const hits = wanted.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return wanted.length === 0 ? 1 : hits.length / wanted.length;
}

describe("a document whose line breaks are lost", () => {
  const cases = samples.flatMap(({ name, text }) => [
    [name, "nothing", text, ""] as const,
    [name, "a space", text, " "] as const,
    [name, "two ideographic spaces", text, "　　"] as const,
  ]);
  it.each(cases)("%s with %s for each break assigns what it assigned before", (_name, _what, text, gap) => {
    const before = assignmentsIn(text);
    const after = assignmentsIn(text.replace(/[ \t]*(?:\r?\n[ \t　]*)+/gu, gap));
    expect(shared(before, after)).toBeGreaterThanOrEqual(0.97);
    expect(shared(after, before)).toBeGreaterThanOrEqual(0.97);
  });
});
