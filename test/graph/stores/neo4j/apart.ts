import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphData } from "../../../../graph/model/graph-data.ts";
import type { Neo4jAddress } from "../../../../graph/stores/neo4j/connection.ts";
import { Neo4jStore } from "../../../../graph/stores/neo4j/neo4j-store.ts";
import { agencies, sampleGraph, tasks } from "../sample-graph.ts";

const union = `{id: '${agencies.union}'}`;

/** What would count double, or find a stranger, were another graph seen; asked of a graph that has a twin. */
const QUERIES: readonly (readonly [cypher: string, answer: unknown])[] = [
  ["MATCH (n) RETURN count(*) AS x", 15],
  ["MATCH (n:Agency) RETURN count(n) AS x", 4],
  ["MATCH ()-[r:LEADS]->() RETURN count(r) AS x", 3],
  ["MATCH ()-->() RETURN count(*) AS x", 23],
  ["MATCH (a:Agency), (t:Task) RETURN count(*) AS x", 12],
  [`MATCH (a ${union}) RETURN count(a) AS x`, 1],
  ["MATCH (n:Agency|Leader) RETURN count(n) AS x", 6],
  ["MATCH (n:!Agency) RETURN count(n) AS x", 11],
  ["MATCH (n IS Agency WHERE n.kind = 'union') RETURN count(n) AS x", 1],
  ["MATCH (where:Agency) RETURN count(where) AS x", 4],
  ["MATCH (a:Agency) USING SCAN a:Agency RETURN count(a) AS x", 4],
  ["OPTIONAL MATCH (n:Nothing) RETURN count(n) AS x", 0],
  ["MATCH (a:Agency) WITH count(a) AS n MATCH (a:Agency) RETURN count(a) AS x", 4],
  ["MATCH (a:Agency)-[:LEADS*1..2]->(t) RETURN count(*) AS x", 3],
  ["MATCH ((a:Agency)-[:LEADS]->(t:Task)){1,2} RETURN count(*) AS x", 3],
  ["MATCH (d:Document)((a)-->(b) WHERE b.id <> '')+(t:Task) RETURN count(*) AS x", 3],
  ["MATCH p = SHORTEST 1 (a:Agency)-[:LEADS]->+(t:Task) RETURN count(p) AS x", 3],
  [`MATCH p = shortestPath((a:Agency ${union})-[*..6]-(b:Article)) RETURN count(p) AS x`, 2],
  [`MATCH (a:Agency ${union}), (b:Article) RETURN count(shortestPath((a)-[*..6]-(b))) AS x`, 2],
  ["RETURN COUNT { (a:Agency) } AS x", 4],
  ["RETURN COUNT { MATCH (a:Agency) WHERE a.kind = 'union' RETURN a } AS x", 1],
  ["RETURN EXISTS { (:Agency)-->(:Task) } AS x", true],
  ["MATCH (l:Leader) WHERE (l)-->(:Task) RETURN count(l) AS x", 2],
  ["MATCH (l:Leader) WHERE NOT (:Task)<--(l) RETURN count(l) AS x", 0],
  ["RETURN size([(a:Agency)-->(t) | t.id]) AS x", 9],
  ["RETURN size([p = (:Agency)-[r]->(t:Task WHERE t.title CONTAINS '夜') | p]) AS x", 4],
  ["CALL { MATCH (a:Agency) RETURN count(a) AS n } RETURN n AS x", 4],
  ["UNWIND [1, 2] AS i CALL (i) { MATCH (t:Task) RETURN count(t) AS n } RETURN sum(n) AS x", 6],
  ["CALL { MATCH (a:Agency) RETURN a.id AS i UNION ALL MATCH (t:Task) RETURN t.id AS i } RETURN count(i) AS x", 7],
  ["CYPHER runtime=slotted MATCH (a:Agency) RETURN count(a) AS x", 4],
  ["WITH [1, 2] AS l, 3 AS a RETURN l[0]-(a) AS x", -2],
  ["MATCH (a:Agency) RETURN sum((1)-(2)) AS x", -4],
];

/** Refused: what could see more than one graph, or do what the gate does not know. */
const REFUSED: readonly string[] = [
  "MATCH \\u0028n\\u0029 RETURN count(*) AS x",
  "RETURN '\\u0027 + genai.vector.encode(1, 2, {}) + \\u0027' AS x",
  "RETURN genai.vector.encode('x', 'y', {}) AS x",
  "RETURN apoc.`load`.json('file:///etc/passwd') AS x",
  "USE neo4j MATCH (n) RETURN count(n) AS x",
  "CALL { USE neo4j MATCH (n) RETURN n } RETURN count(n) AS x",
  "MATCH (n) CALL (n) { RETURN 1 AS y } IN TRANSACTIONS RETURN y AS x",
  "PROFILE MATCH (n) RETURN n AS x",
  "EXPLAIN MATCH (n) RETURN n AS x",
  "SHOW TRANSACTIONS YIELD transactionId AS x RETURN x",
  "SHOW SETTINGS YIELD name AS x RETURN x",
  "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
  "CALL dbms.listConfig() YIELD name AS x RETURN x",
  "CALL db.index.fulltext.queryNodes('ceyuan_text', '总工会') YIELD node AS x RETURN x",
  "CALL db.clearQueryCaches()",
  "MATCH (a) CALL { WITH a SET a.name = 'x' } RETURN a AS x",
];

export function describeApart(address: () => Neo4jAddress): void {
  describe("several graphs in one database", { timeout: 120_000 }, () => {
    let store: Neo4jStore;
    let twin: Neo4jStore;
    beforeAll(async () => {
      store = await Neo4jStore.at(address(), `图 ${randomUUID()}`);
      twin = await Neo4jStore.at(address(), `图 ${randomUUID()}`);
      await store.load(sampleGraph);
      const more: GraphData = {
        nodes: [...sampleGraph.nodes, { id: "agency/甲", label: "Agency", properties: { name: "甲" } }],
        edges: sampleGraph.edges,
      };
      await twin.load(more);
    }, 180_000);
    afterAll(async () => {
      await store.close();
      await twin.close();
    });

    for (const [cypher, answer] of QUERIES) {
      it(`one is seen by ${cypher}`, async () => {
        const { rows } = await store.query(cypher);
        expect(rows).toEqual([[answer]]);
      });
    }

    for (const cypher of REFUSED) {
      it(`refused: ${cypher}`, async () => {
        const code = await store.query(cypher).then(
          () => "answered",
          (error: { code?: string }) => error.code,
        );
        expect(code).toBe("query-refused");
      });
    }

    it("edges know our ids of their ends where the result does not hold them", async () => {
      const { rows } = await store.query("MATCH ()-[r:DERIVES_FROM]->() RETURN r AS r ORDER BY r.id LIMIT 1");
      expect(rows[0]?.[0]).toMatchObject({ source: tasks.school, target: "article/临委发〔2029〕3号#3" });
    });

    it("integers stay integers past what a double holds, dates are ISO strings", async () => {
      const { rows } = await store.query(
        "RETURN 9223372036854775807 AS big, 7 / 2 AS half, date('2030-05-01') AS day, duration('P1Y2M') AS span",
      );
      expect(rows).toEqual([["9223372036854775807", 3, "2030-05-01", "P1Y2M"]]);
    });

    it("what the ontology calls a float is one where it is whole", async () => {
      const graph: GraphData = {
        nodes: sampleGraph.nodes,
        edges: sampleGraph.edges.map((edge) => ({ ...edge, properties: { ...edge.properties, confidence: 1 } })),
      };
      const floats = await Neo4jStore.at(address(), randomUUID());
      await floats.load(graph);
      const { rows } = await floats.query(
        "MATCH ()-[r:LEADS]->() WHERE r.rank = 1 RETURN r.confidence / 2 AS half, r.rank / 2 AS zero",
      );
      await floats.close();
      expect(rows).toEqual([[0.5, 0]]);
    });

    it("one is searched", async () => {
      const found = async (words: string): Promise<unknown> => (await store.search(words)).map(({ id }) => id);
      expect([await found("甲"), await found("夜校")]).toEqual([[], [tasks.school]]);
      expect((await twin.search("甲")).map(({ id }) => id)).toEqual(["agency/甲"]);
    });

    it("a graph that is not there is named with those that are", async () => {
      await expect(Neo4jStore.open(address(), "没有的图")).rejects.toMatchObject({
        code: "store-missing",
        message: expect.stringContaining(store.graph) as string,
      });
    });

    it("a name that cannot be a graph's is refused", async () => {
      for (const name of ["", " x", "a\nb", "长".repeat(101)]) {
        await expect(Neo4jStore.at(address(), name)).rejects.toMatchObject({ code: "graph-name-invalid" });
      }
    });
  });
}
