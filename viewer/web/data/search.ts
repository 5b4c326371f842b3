import type { NodeLabel } from "../../../graph/model/graph-data.ts";
import { fold } from "./fold.ts";
import type { Network, Thing } from "./network.ts";

export interface Hit {
  readonly thing: Thing;
  /** The words that matched: the name, or an alias, number or heading. */
  readonly words: string;
  /** Where in `words` the query stands. */
  readonly from: number;
  readonly to: number;
}

/** Which kinds come first among equally good hits. */
const RANK: Readonly<Record<NodeLabel, number>> = {
  Leader: 0,
  Agency: 1,
  Document: 2,
  Task: 3,
  Article: 4,
  Target: 5,
  Clause: 6,
};

const SEARCHED = ["shortName", "aliases", "number", "title", "enclosedTitle", "label", "heading", "source"] as const;

interface Entry {
  readonly thing: Thing;
  readonly words: string;
  readonly folded: string;
}

/** Search 检索 over names, short forms, numbers and titles; made once a network. */
export function searchIndex(network: Network): (query: string, limit: number) => { hits: Hit[]; total: number } {
  const entries: Entry[] = network.things.flatMap((thing) =>
    [...new Set(wordsOf(thing))].map((words) => ({ thing, words, folded: fold(words) })),
  );
  return (query, limit) => {
    const wanted = fold(query.trim());
    if (wanted === "") return { hits: [], total: 0 };
    const best = new Map<Thing, { hit: Hit; score: number }>();
    for (const { thing, words, folded } of entries) {
      const from = folded.indexOf(wanted);
      if (from < 0) continue;
      const score = scoreOf(thing, words, folded, wanted, from);
      const known = best.get(thing);
      if (known !== undefined && known.score <= score) continue;
      best.set(thing, { score, hit: { thing, words, from, to: from + wanted.length } });
    }
    const ranked = [...best.values()].toSorted((a, b) => a.score - b.score || b.hit.thing.degree - a.hit.thing.degree);
    return { hits: ranked.slice(0, limit).map(({ hit }) => hit), total: ranked.length };
  };
}

function wordsOf(thing: Thing): string[] {
  const more = SEARCHED.flatMap((property) => thing.properties[property] ?? []);
  return [thing.name, ...more.filter((value): value is string => typeof value === "string" && value !== "")];
}

/** Lower is better: the kinds in the order people look for them; whole, beginning, inside; short before long. */
function scoreOf(thing: Thing, words: string, folded: string, wanted: string, from: number): number {
  const fit = folded === wanted ? 0 : from === 0 ? 1 : 2;
  const other = words === thing.name ? 0 : 0.5;
  return fit * 10 + other * 6 + RANK[thing.kind] * 15 + Math.min(folded.length, 60) / 10;
}
