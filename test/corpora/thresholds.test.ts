import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildSet } from "../../bench/corpus/build-set.ts";
import { scoreSet } from "../../bench/corpus/facts.ts";
import { knownSets, scorer } from "../../bench/corpus/sets.ts";
import { loadKnowledge } from "../../ingest/knowledge/load.io.ts";

/** Least F1 a kind of fact, and precision of assignments, that a set of annotated documents must reach. */
const LEAST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  seeds: { assignments: 0.995, precision: 0.995, boundaries: 1, leaders: 1, articles: 1, references: 0.97, basis: 0.95, metadata: 1, clauses: 0.97, canonical: 0.99, targets: 0.9, deadlines: 1, evidence: 1, addressees: 1, copies: 1, signer: 1 },
  dev: { assignments: 0.96, precision: 0.97, boundaries: 0.95, leaders: 0.95, references: 0.93, basis: 0.9, metadata: 0.95, targets: 0.85, deadlines: 0.9, evidence: 1 },
  wild: { assignments: 0.96, precision: 0.97, boundaries: 0.95, references: 0.93, basis: 0.9, metadata: 0.95, evidence: 1 },
};

const folder = mkdtempSync(join(tmpdir(), "ceyuan-thresholds-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!existsSync(scorer))("annotated documents (skipped where the corpora are not beside the checkout)", () => {
  const knowledge = loadKnowledge();
  it.each(knownSets().map((set) => [set.name, set] as const))("%s scores what it must", async (name, set) => {
    const { graph, json } = await buildSet(set.docs, knowledge);
    const file = join(folder, `${name}.json`);
    writeFileSync(file, json);
    const { counts } = scoreSet(set, file, graph);
    const short: string[] = [];
    for (const [kind, least] of Object.entries(LEAST[name] ?? {})) {
      const { gold, found, right } = counts[kind === "precision" ? "assignments" : kind] ?? { gold: 0, found: 0, right: 0 };
      const rate = kind === "precision" ? right / Math.max(1, found) : (2 * right) / Math.max(1, gold + found);
      if (rate < least) short.push(`${kind} ${rate.toFixed(4)} < ${least}`);
    }
    expect(short).toEqual([]);
  }, 120_000);
});
