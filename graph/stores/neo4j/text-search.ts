import type { Transaction } from "neo4j-driver";
import neo4j from "neo4j-driver";
import { loadOntology } from "../../schema/ontology.io.ts";
import { quoted, searched, TEXT_INDEX } from "./database-schema.ts";
import { GRAPH } from "./driver-values.ts";

/** What Lucene would take for its own inside a phrase. */
const asPhrase = (words: string): string => `"${words.replace(/[\\"]/gu, "\\$&")}"`;

/** The index holds pairs of hanzi that stand together; one alone it cannot find. */
const isSingle = (words: string): boolean => Array.from(words).length < 2;

/** Finds nodes of one version of a graph by their words, by the index where that can, else by looking at all. */
export async function findText(tx: Transaction, version: string, words: string, limit: number): Promise<unknown[]> {
  const sought = words.trim();
  if (sought === "") return [];
  const parameters = { index: TEXT_INDEX, words: asPhrase(sought), sought, version, limit: neo4j.int(limit) };
  const { records } = await tx.run(isSingle(sought) ? byLooking() : BY_INDEX, parameters);
  return records.map((record) => record.get("n") as unknown);
}

const BY_INDEX = `CALL db.index.fulltext.queryNodes($index, $words) YIELD node AS n, score
WHERE n.${GRAPH} = $version RETURN n AS n ORDER BY score DESC, n.id LIMIT $limit`;

function byLooking(): string {
  const { labels, properties } = searched(loadOntology());
  const holds = (name: string): string =>
    `any(x IN [] + coalesce(n.${quoted(name)}, []) WHERE toStringOrNull(x) CONTAINS $sought)`;
  return `MATCH (n:${labels.map(quoted).join("|")} {${GRAPH}: $version})
WHERE ${properties.map(holds).join(" OR ")} RETURN n AS n ORDER BY n.id LIMIT $limit`;
}
