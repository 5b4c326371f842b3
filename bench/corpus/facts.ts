import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphData } from "../../graph/model/graph-data.ts";
import { fold } from "../../graph/model/text.ts";
import { type CorpusSet, scorer } from "./sets.ts";

/** Of one kind of fact: how many the gold has, how many were found, how many of those are right. */
export interface Count {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
}

/** What one set scored: counts a kind, and each miss (-) and false find (+) as a line of its own. */
export interface SetReport {
  readonly counts: Readonly<Record<string, Count>>;
  readonly faults: readonly string[];
}

interface Scored {
  readonly total: Readonly<Record<string, { tp: number; fp: number; fn: number }>>;
}

/** Scores a graph against a set's gold with the shared scorer, and what it leaves out against the gold ourselves. */
export function scoreSet(set: CorpusSet, graphFile: string, graph: GraphData): SetReport {
  const args = [scorer, "--graph", graphFile, "--gold", set.gold, "--docs", set.docs];
  const run = (...more: string[]): string =>
    execFileSync("node", [...args, ...more], { encoding: "utf8", maxBuffer: 1 << 28 });
  const scored = JSON.parse(run("--json")) as Scored;
  const counts: Record<string, Count> = {};
  for (const [kind, { tp, fp, fn }] of Object.entries(scored.total))
    counts[kind] = { gold: tp + fn, found: tp + fp, right: tp };
  const faults = run("--misses")
    .split("\n")
    .filter((line) => /^[-+] /u.test(line));
  const masthead = scoreMasthead(set, graph);
  return { counts: { ...counts, ...masthead.counts }, faults: [...faults, ...masthead.faults].map(shorten).sort() };
}

/** Long enough to tell one fact from another, short enough to copy no sentence. */
const shorten = (line: string): string =>
  line.replace(/[\p{Script=Han}，0-9]{26,}/gu, (words) => `${words.slice(0, 24)}…`).slice(0, 140);

interface GoldDocument {
  readonly file?: string;
  readonly document?: {
    readonly recipients?: readonly string[];
    readonly cc?: readonly string[];
    readonly signer?: string | null;
  };
}

/** Addressees, copies and signer against `recipients`, `cc` and `signer`, where the gold states them. */
function scoreMasthead(set: CorpusSet, graph: GraphData): SetReport {
  const totals = new Map<string, { gold: number; found: number; right: number }>();
  const faults: string[] = [];
  const sources = new Map(graph.nodes.map(({ id, properties }) => [id, String(properties["source"] ?? "")]));
  for (const name of readdirSync(set.gold).filter((entry) => entry.endsWith(".json"))) {
    const gold = JSON.parse(readFileSync(join(set.gold, name), "utf8")) as GoldDocument;
    const file = gold.file ?? name.replace(/\.json$/u, ".txt");
    const { recipients, cc, signer } = gold.document ?? {};
    const said = (type: string, end: "source" | "target", copy: boolean): string[] =>
      graph.edges
        .filter(
          (edge) =>
            edge.type === type && sources.get(edge[end]) === file && (edge.properties["copy"] === true) === copy,
        )
        .map((edge) => String(edge.properties["mention"]));
    const compare = (kind: string, wanted: readonly string[] | undefined, found: readonly string[]): void => {
      if (wanted === undefined) return;
      const total = totals.get(kind) ?? { gold: 0, found: 0, right: 0 };
      const folded = new Set(found.map(fold));
      const right = wanted.filter((want) => folded.has(fold(want)));
      totals.set(kind, {
        gold: total.gold + wanted.length,
        found: total.found + folded.size,
        right: total.right + right.length,
      });
      for (const want of wanted) if (!folded.has(fold(want))) faults.push(`- ${file} [${kind}] ${want}`);
      for (const one of found)
        if (!wanted.some((want) => fold(want) === fold(one))) faults.push(`+ ${file} [${kind}] ${one}`);
    };
    compare("addressees", recipients, said("ADDRESSED_TO", "source", false));
    compare("copies", cc, said("ADDRESSED_TO", "source", true));
    compare(
      "signer",
      signer === undefined ? undefined : signer === null ? [] : [signer],
      said("SIGNED", "target", false),
    );
  }
  return { counts: Object.fromEntries(totals), faults };
}
