import type { Parameters } from "../../../../graph/stores/store.ts";

export interface HostileQuery {
  readonly kind: string;
  readonly cypher: string;
  readonly parameters?: Parameters;
  /** Codes (or `capped`) that are a good outcome. */
  readonly expected: readonly string[];
}

export const probe = {
  endless:
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b % 7 = 8 RETURN count(*) AS n",
} as const;

const WRITES = [
  "CREATE (x:Hostile {id: 'h'})",
  "CREATE (:Hostile)-[:HURTS]->(:Hostile)",
  "MERGE (x:Hostile {id: 'h'})",
  "MERGE (a:Agency {id: 'agency/临江市总工会'}) ON MATCH SET a.name = 'h'",
  "MATCH (n) SET n.name = 'h'",
  "MATCH (n) SET n += {name: 'h'}",
  "MATCH (n) SET n = {name: 'h'}",
  "MATCH (n) SET n:Hostile",
  "MATCH (n) REMOVE n.name",
  "MATCH (n:Agency) REMOVE n:Agency",
  "MATCH (n) DETACH DELETE n",
  "MATCH ()-[r]->() DELETE r",
  "MATCH ()-[r]->() SET r.quote = 'h'",
  "MATCH (n) FOREACH (i IN [1] | SET n.name = 'h')",
  "FOREACH (i IN range(1, 3) | CREATE (:Hostile))",
  "MATCH (a), (b) CREATE (a)-[:HURTS]->(b)",
  "MATCH (a:Agency) MERGE (a)-[:HURTS]->(a)",
] as const;

/** The same write in other clothes. */
const DISGUISES: readonly (readonly [name: string, wear: (write: string) => string])[] = [
  ["plain", (write) => write],
  ["returning", (write) => `${write} RETURN 1 AS x`],
  [
    "mixed case",
    (write) =>
      write.replace(/CREATE|MERGE|SET|DELETE|REMOVE|DETACH|FOREACH/gu, (word) => word[0] + word.slice(1).toLowerCase()),
  ],
  ["with comments", (write) => `/* RETURN 1 */ ${write.replace(" ", " // MATCH (n) RETURN n\n")}`],
  ["in a subquery", (write) => `CALL { ${write} RETURN 1 AS x } RETURN x AS x`],
  ["after a read", (write) => `MATCH (q:Task) WITH count(q) AS q ${write}`],
  ["behind UNION", (write) => `RETURN 1 AS x UNION ${write} RETURN 1 AS x`],
  ["profiled", (write) => `PROFILE ${write}`],
  ["second statement", (write) => `RETURN 1 AS x; ${write}`],
  ["lower case", (write) => write.replace(/\b[A-Z]{3,}\b/gu, (word) => word.toLowerCase())],
  ["in odd white space", (write) => `\u00A0\t${write.replaceAll(" ", "\u2003\n\r\t")}\u3000`],
  ["after a byte-order mark", (write) => `\uFEFF${write}`],
  ["a comment between words", (write) => write.replaceAll(" ", "/*RETURN*/")],
  ["behind a comment that seems open", (write) => `/* // */ ${write} // */`],
  ["behind a string that seems open", (write) => `WITH '\\'/*' AS q ${write} RETURN '*/' AS y`],
  ["in unicode escapes", (write) => write.replace(/^./u, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)],
  ["explained", (write) => `EXPLAIN ${write}`],
  ["explained and profiled", (write) => `EXPLAIN PROFILE ${write}`],
  ["with a version", (write) => `CYPHER 5 ${write}`],
  ["with a database", (write) => `USE neo4j ${write}`],
  ["in a transaction", (write) => `BEGIN ${write} COMMIT`],
  ["in batches", (write) => `CALL { ${write} } IN TRANSACTIONS OF 1 ROWS`],
  ["in a subquery with a scope", (write) => `WITH 1 AS q CALL (q) { ${write} RETURN 1 AS x } RETURN x AS x`],
  ["two subqueries deep", (write) => `CALL { CALL { ${write} RETURN 1 AS x } RETURN x AS y } RETURN y AS y`],
  ["in EXISTS", (write) => `MATCH (q) WHERE EXISTS { ${write} RETURN 1 AS x } RETURN q AS q`],
  ["in COUNT", (write) => `RETURN COUNT { ${write} RETURN 1 AS x } AS n`],
  ["in FOREACH", (write) => `FOREACH (q IN [1] | ${write})`],
  ["after UNWIND", (write) => `UNWIND range(1, 2) AS q ${write}`],
  ["after a procedure", (write) => `CALL db.labels() YIELD label ${write}`],
  ["after OPTIONAL MATCH", (write) => `OPTIONAL MATCH (q:Nothing) WITH q ${write}`],
];

const REFUSED = ["query-refused", "query-syntax"];
const STOPPED = ["query-timeout", "query-memory", "query-syntax", "query-failed", "query-refused"];

const FILES = [
  "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
  "LOAD CSV WITH HEADERS FROM 'file:///etc/passwd' AS line RETURN line AS line",
  "load csv from '/etc/passwd' as line return line",
  "LOAD CSV FROM '/etc/hostname' AS line FIELDTERMINATOR ':' RETURN line[0] AS x",
  "CALL { LOAD CSV FROM '/etc/passwd' AS line RETURN line } RETURN line AS line",
  "RETURN 1 AS x UNION LOAD CSV FROM '/etc/passwd' AS x RETURN x",
  "MATCH (n) WITH n LIMIT 1 LOAD CSV FROM '/etc/passwd' AS line RETURN line AS line",
  "/* */LOAD/**/CSV FROM '/etc/passwd' AS line RETURN line AS line",
  "PROFILE LOAD CSV FROM '/etc/passwd' AS line RETURN line AS line",
  "LOAD CSV FROM 'http://127.0.0.1:9/x.csv' AS line RETURN line AS line",
  "LOAD JSONL FROM '/etc/passwd' AS line RETURN line",
  "LOAD PARQUET FROM '/etc/passwd' AS line RETURN line",
];

const PROCEDURES = [
  "CALL dbms.listConfig()",
  "CALL dbms.components()",
  "CALL dbms.killQueries(['1'])",
  "CALL apoc.load.json('file:///etc/passwd')",
  "CALL apoc.cypher.run('CREATE (n)', {})",
  "CALL grafeo.pagerank()",
  "CALL grafeo.procedures()",
  "CALL grafeo.floyd_warshall() YIELD distance RETURN distance AS d",
  "CALL `grafeo`.`pagerank`()",
  "MATCH (n) CALL grafeo.louvain() YIELD node_id RETURN node_id AS x",
  "CALL { CALL grafeo.pagerank() YIELD node_id RETURN node_id } RETURN node_id AS x",
  "CALL db.index.fulltext.queryNodes('x', 'y')",
  "SHOW USERS",
  "SHOW PROCEDURES",
  "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
  "CREATE INDEX hostile FOR (n:Agency) ON (n.kind)",
  "CREATE CONSTRAINT hostile FOR (n:Agency) REQUIRE n.kind IS UNIQUE",
  "DROP CONSTRAINT agency_id",
  "DROP INDEX agency_id_index",
  "CREATE DATABASE hostile",
  "USE system MATCH (n) RETURN n",
  "START TRANSACTION",
  "TERMINATE TRANSACTIONS 'x'",
  "SESSION SET SCHEMA hostile",
];

const ENDLESS = [
  probe.endless,
  "MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*) AS n",
  "UNWIND range(1, 1000000000) AS x WITH sum(x % 3) AS s RETURN s AS s",
  "UNWIND range(1, 10000000) AS x UNWIND range(1, 10000000) AS y RETURN x % 10 AS k, count(y) AS n",
  "RETURN reduce(s = 0, x IN range(1, 2000000000) | s + x % 7) AS s",
  "MATCH (a), (b), (c), (d), (e), (f), (g) WITH a, b, c ORDER BY a.id, b.id RETURN collect(c.id) AS ids",
  "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN DISTINCT x * y AS z ORDER BY z",
];

const HUGE = [
  "UNWIND range(1, 5000000) AS x RETURN x AS x",
  "MATCH (a), (b), (c), (d) RETURN a AS a, b AS b, c AS c, d AS d",
  "MATCH (n) RETURN n AS n UNION ALL UNWIND range(1, 100000) AS n RETURN n AS n",
  "UNWIND range(1, 2000) AS x RETURN x AS x",
];

const NONSENSE = [
  "",
  " ",
  ";",
  "// nothing",
  "/* never closed",
  "RETURN 'never closed",
  "RETURN `never closed",
  "RETURN ((((((((((1",
  "}{",
  `RETURN ${"(".repeat(5000)}1${")".repeat(5000)} AS x`,
  `RETURN ${"-".repeat(20_000)}1 AS x`,
  `MATCH ${Array.from({ length: 3000 }, (_, i) => `(n${i})`).join("-->")} RETURN 1 AS x`,
  "\u0000RETURN 1 AS x",
  "RETURN \ud800 AS x",
];

/** Writes in every disguise, files, procedures and administration, endless work, huge results, nonsense. */
export function hostileQueries(): HostileQuery[] {
  return [
    ...DISGUISES.flatMap(([name, wear]) =>
      WRITES.map((write) => ({
        kind: `write ${name}`,
        cypher: wear(write),
        expected: name === "plain" ? ["query-refused"] : REFUSED,
      })),
    ),
    ...FILES.map((cypher) => ({ kind: "file", cypher, expected: REFUSED })),
    ...PROCEDURES.map((cypher) => ({ kind: "procedure", cypher, expected: REFUSED })),
    ...ENDLESS.map((cypher) => ({ kind: "endless", cypher, expected: STOPPED })),
    ...HUGE.map((cypher) => ({ kind: "huge", cypher, expected: [...STOPPED, "capped"] })),
    ...NONSENSE.map((cypher) => ({ kind: "nonsense", cypher, expected: ["query-syntax", "query-failed"] })),
  ];
}
