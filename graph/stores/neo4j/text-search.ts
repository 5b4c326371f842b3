import type { Transaction } from "neo4j-driver";
import neo4j, { type Integer } from "neo4j-driver";
import { byRank, type Search } from "../search-rank.ts";
import { quoted, TEXT_INDEX } from "./database-schema.ts";
import { GRAPH } from "./driver-values.ts";

/** The index holds pairs of hanzi that stand together: words of such pairs are found by it, others only by looking at all. */
const isOfPairs = (words: string): boolean => /^\p{Script=Han}{2,}$/u.test(words);

/** More than any text is long. */
const TIER = 2 ** 40;

/** Nodes of one version of a graph that answer a search, best first. */
export async function findText(tx: Transaction, version: string, search: Search): Promise<unknown[]> {
  const { words, limit } = search;
  const { records } = await tx.run(statement(search, isOfPairs(words)), {
    index: TEXT_INDEX,
    phrase: `"${words}"`,
    words,
    version,
    tier: neo4j.int(TIER),
    none: neo4j.int(3 * TIER),
    limit: neo4j.int(limit),
  });
  return records
    .map((record) => {
      const best = (record.get("best") as Integer).toNumber();
      const rank = { tier: Math.floor(best / TIER), length: best % TIER, id: String(record.get("id")) };
      return { rank, node: record.get("n") as unknown };
    })
    .sort((a, b) => byRank(a.rank, b.rank))
    .map(({ node }) => node);
}

/** Ranks as `rankOf` does, where the texts are. What the index finds is looked at again: it passes over what is no hanzi. */
function statement({ properties }: Search, byIndex: boolean): string {
  const labels = Object.keys(properties).map(quoted);
  const textsOf = Object.entries(properties).map(([label, names]) => {
    const lists = names.map(({ name }) => `coalesce(n.${quoted(name)}, [])`);
    return `WHEN n:${quoted(label)} THEN [] + ${lists.join(" + ")}`;
  });
  const nodes = byIndex
    ? `CALL db.index.fulltext.queryNodes($index, $phrase) YIELD node AS n WITH n WHERE n.${GRAPH} = $version`
    : `MATCH (n:${labels.join("|")} {${GRAPH}: $version})`;
  return `${nodes}
WITH n, [x IN CASE ${textsOf.join(" ")} ELSE [] END WHERE toStringOrNull(x) CONTAINS $words | toString(x)] AS texts
WHERE size(texts) > 0
WITH n, [x IN texts | size(x) + $tier * CASE WHEN x = $words THEN 0 WHEN x STARTS WITH $words THEN 1 ELSE 2 END] AS ranks
RETURN n AS n, n.id AS id, reduce(best = $none, rank IN ranks | CASE WHEN rank < best THEN rank ELSE best END) AS best
ORDER BY best, id LIMIT $limit`;
}
