import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../graph/package-root.io.ts";
import { loadKnowledge } from "../../ingest/knowledge/load.io.ts";
import { buildSet } from "./build-set.ts";
import { type Count, type SetReport, scoreSet } from "./facts.ts";
import { type CorpusSet, knownSets, scorer } from "./sets.ts";

/**
 * Corpus report 语料报告: builds each set of documents with gold, scores it and compares with the committed snapshot fact
 * by fact, so that every change is judged on all documents at once.
 *
 *   npm run corpus                                  the sets beside the checkout
 *   npm run corpus -- --docs DIR --gold DIR         any folder of documents with gold of the same form
 *   npm run corpus -- --update                      takes the result as the new snapshot
 */
const { values } = parseArgs({
  options: { docs: { type: "string" }, gold: { type: "string" }, update: { type: "boolean", default: false } },
});
const snapshotFile = join(packageRoot(), "bench", "corpus", "snapshot.json");

if (!existsSync(scorer)) {
  console.log("skipped: the scorer and its corpora are not beside this checkout (../shared)");
  process.exit(0);
}
const sets: readonly CorpusSet[] =
  values.docs !== undefined && values.gold !== undefined
    ? [{ name: "given", docs: resolve(values.docs), gold: resolve(values.gold) }]
    : knownSets();
const before: Record<string, SetReport> = existsSync(snapshotFile)
  ? (JSON.parse(readFileSync(snapshotFile, "utf8")) as Record<string, SetReport>)
  : {};
const knowledge = loadKnowledge();
const folder = mkdtempSync(join(tmpdir(), "ceyuan-corpus-"));
const after: Record<string, SetReport> = {};
try {
  for (const set of sets) {
    const { graph, json } = await buildSet(set.docs, knowledge);
    const file = join(folder, `${set.name}.json`);
    writeFileSync(file, json);
    after[set.name] = scoreSet(set, file, graph);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [name, report] of Object.entries(after)) printSet(name, report, before[name]);
if (values.update) {
  writeFileSync(snapshotFile, `${JSON.stringify({ ...before, ...after }, null, 1)}\n`);
  console.log(`\nsnapshot written: ${snapshotFile}`);
}

function printSet(name: string, report: SetReport, old: SetReport | undefined): void {
  console.log(`\n${name.padEnd(15)}   gold  found      P      R     F1   before`);
  for (const [kind, count] of Object.entries(report.counts)) {
    if (count.gold + count.found === 0) continue;
    const { precision, recall, f1 } = rates(count);
    const earlier = old?.counts[kind];
    const was = earlier === undefined ? "–" : percent(rates(earlier).f1);
    console.log(
      `${kind.padEnd(15)} ${String(count.gold).padStart(6)} ${String(count.found).padStart(6)}  ${percent(precision)}  ${percent(recall)}  ${percent(f1)}    ${was}`,
    );
  }
  if (old === undefined) return;
  const [gains, losses] = [without(old.faults, report.faults), without(report.faults, old.faults)];
  console.log(`${gains.length} faults gone, ${losses.length} new`);
  for (const fault of gains) console.log(`  gone  ${fault}`);
  for (const fault of losses) console.log(`  NEW   ${fault}`);
}

function rates({ gold, found, right }: Count): { precision: number; recall: number; f1: number } {
  const ratio = (of: number, all: number): number => (all === 0 ? 1 : of / all);
  return { precision: ratio(right, found), recall: ratio(right, gold), f1: ratio(2 * right, gold + found) };
}

function percent(rate: number): string {
  return (100 * rate).toFixed(1).padStart(5);
}

/** The lines of `all` less those of `some`, each as often as it stands. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of some) left.set(line, (left.get(line) ?? 0) + 1);
  return all.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}
