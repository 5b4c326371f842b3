import { expect, it } from "vitest";
import { byId } from "../../../../graph/exports/json.ts";
import type { Parameter, Store } from "../../../../graph/stores/store.ts";
import { isEdgeValue, isNodeValue, isPathValue } from "../../../../graph/stores/value.ts";
import { agencies, sampleGraph, tasks } from "../sample-graph.ts";
import { countOf } from "./harness.ts";
import { probe } from "./hostile-queries.ts";

const READS: readonly (readonly [cypher: string, parameters: Record<string, Parameter>, rows: unknown, why: string])[] =
  [
    [
      "RETURN 1 AS one, 2.5 AS half, 'x' AS text, true AS yes, null AS none",
      {},
      [[1, 2.5, "x", true, null]],
      "scalars",
    ],
    ["RETURN $i / 2 AS half", { i: 7 }, [[3]], "an integer parameter stays an integer"],
    ["RETURN $f / 2 AS half", { f: 7.5 }, [[3.75]], "a float parameter stays a float"],
    ["UNWIND $list AS x RETURN x AS x", { list: ["a", "b"] }, [["a"], ["b"]], "list parameters"],
    ["RETURN $map.a AS a", { map: { a: [1, 2] } }, [[[1, 2]]], "map parameters"],
    ["MATCH (a:Agency {id: $id}) RETURN a.name AS name", { id: agencies.union }, [["临江市总工会"]], "nodes by our id"],
    [
      "MATCH (a:Agency) WHERE $alias IN a.aliases RETURN a.id AS id",
      { alias: "市总" },
      [[agencies.union]],
      "lists of strings can be searched",
    ],
    [
      "MATCH (a:Agency {id: $id}) RETURN a.aliases AS aliases",
      { id: agencies.education },
      [[[]]],
      "an empty list stays an empty list",
    ],
    [
      "MATCH (:Agency)-[r:LEADS|RESPONSIBLE_FOR]->(t:Task) RETURN type(r) AS type, count(*) AS n ORDER BY type",
      {},
      [
        ["LEADS", 3],
        ["RESPONSIBLE_FOR", 2],
      ],
      "parallel edges are kept",
    ],
    ["MATCH (t:Task) WHERE t.deadline < '2031' RETURN t.title AS title", {}, [["开办夜校"]], "dates as ISO strings"],
    ["MATCH (a:Article) RETURN a.number AS n ORDER BY n", {}, [[3], [10]], "integers sort as numbers"],
    ["MATCH (n:Nothing) RETURN n AS n", {}, [], "no rows"],
    ["RETURN size('产业工人') AS n", {}, [[4]], "hanzi count as characters"],
    ["RETURN '引\"号\\n' AS s", {}, [['引"号\n']], "escapes in strings"],
  ];

/** What engines are known to get wrong: the answer is Cypher's, or there is none. */
const RIGHT_OR_REFUSED: readonly (readonly [cypher: string, rows: unknown])[] = [
  ["RETURN '1' = 1 AS x", [[false]]],
  ["RETURN 1 IN ['1'] AS x", [[false]]],
  ["RETURN false < true AS x", [[true]]],
  ["RETURN [1, 2, 3][-2..] AS x", [[[2, 3]]]],
  ["RETURN [1, 2] + 3 AS x", [[[1, 2, 3]]]],
  ["RETURN [null] = [1] AS x", [[null]]],
  ["RETURN 2 ^ 3 ^ 2 AS x", [[64]]],
  ["RETURN round(-1.5) AS x", [[-1]]],
  ["RETURN none(x IN [null] WHERE x = 2) AS x", [[null]]],
  ["MATCH (n:Nothing) RETURN sum(n.x) AS x", [[0]]],
  ["MATCH (a:Agency)-[*2..1]->(b) RETURN count(b) AS x", [[0]]],
  ["MATCH (l:Leader {name: '周奇'}) WITH coalesce(l, null) AS m RETURN m.name AS x", [["周奇"]]],
];

/** Queries, over a store that holds the sample graph. */
export function describeReading(store: () => Store): void {
  it("every node and edge comes back as it was loaded", async () => {
    const nodes = await store().query("MATCH (n) RETURN n AS n ORDER BY n.id");
    const edges = await store().query("MATCH ()-[r]->() RETURN r AS r ORDER BY r.id");
    expect(nodes.rows.map(([n]) => n)).toEqual([...sampleGraph.nodes].sort(byId));
    expect(edges.rows.map(([r]) => r)).toEqual([...sampleGraph.edges].sort(byId));
  });

  for (const [cypher, parameters, rows, why] of READS) {
    it(`reads: ${why}`, async () => {
      const result = await store().query(cypher, parameters);
      expect(result.rows).toEqual(rows);
    });
  }

  it("an item without alias beside an aggregate is a node like any other", async () => {
    const result = await store().query("MATCH (a:Agency)-[r:LEADS]->() RETURN a, count(*) ORDER BY a.name");
    expect(result.columns).toEqual(["a", "count(*)"]);
    expect(result.rows.map(([a, n]) => [isNodeValue(a) && a.id, n])).toEqual([
      [agencies.labour, 1],
      [agencies.union, 2],
    ]);
  });

  for (const [cypher, rows] of RIGHT_OR_REFUSED) {
    it(`right or refused: ${cypher}`, async () => {
      const outcome = await store()
        .query(cypher)
        .then(
          (result) => result.rows,
          (error: { code?: string }) => error.code,
        );
      expect([rows, "query-unreliable"]).toContainEqual(outcome);
    });
  }

  it("a node on a detour is a node or nothing", async () => {
    const outcome = await store()
      .query("MATCH (l:Leader {name: '周奇'}) RETURN coalesce(l, null) AS x")
      .then(
        ({ rows }) => isNodeValue(rows[0]?.[0]),
        (error: { code?: string }) => error.code === "query-unreliable",
      );
    expect(outcome).toBe(true);
  });

  it("nodes, edges and paths are told apart and carry our ids", async () => {
    const { rows } = await store().query(
      "MATCH p = (a:Agency {id: $id})-[r:LEADS]->(t:Task {id: $task}) RETURN a AS a, r AS r, p AS p, collect(t) AS ts",
      { id: agencies.union, task: tasks.award },
    );
    const [a, r, p, ts] = rows[0] ?? [];
    expect([isNodeValue(a), isEdgeValue(a), isEdgeValue(r), isNodeValue(r), isPathValue(p)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(r).toMatchObject({ source: agencies.union, target: tasks.award });
    expect(isPathValue(p) && p.nodes.map(({ id }) => id)).toEqual([agencies.union, tasks.award]);
    expect(ts).toMatchObject([{ id: tasks.award, label: "Task" }]);
  });

  it("columns keep the order in which they were asked for", async () => {
    const { columns } = await store().query("RETURN 1 AS z, 2 AS a, 3 AS `3`, 4 AS `1`");
    expect(columns).toEqual(["z", "a", "3", "1"]);
  });

  it("statistics count labels and types", async () => {
    const statistics = await store().statistics();
    expect(statistics).toMatchObject({ nodes: sampleGraph.nodes.length, edges: sampleGraph.edges.length });
    expect(statistics.nodesByLabel).toEqual({ Agency: 4, Article: 2, Clause: 2, Document: 2, Leader: 2, Task: 3 });
    expect(statistics.edgesByType["RESPONSIBLE_FOR"]).toBe(2);
  });

  it("the schema lists the properties that occur", async () => {
    const { labels, edgeTypes } = await store().schema();
    expect(labels.find(({ name }) => name === "Leader")).toEqual({
      name: "Leader",
      count: 2,
      properties: ["id", "name", "posts"],
    });
    expect(edgeTypes.find(({ name }) => name === "SERVES_IN")?.properties).toEqual(["id", "post"]);
  });

  it("a row cap cuts the result and says so", async () => {
    const cut = await store().query("MATCH (n) RETURN n.id AS id", {}, { rowCap: 3 });
    const whole = await store().query("MATCH (a:Agency) RETURN a.id AS id", {}, { rowCap: 4 });
    const union = await store().query(
      "MATCH (a:Agency) RETURN a.id AS id UNION MATCH (t:Task) RETURN t.id AS id",
      {},
      { rowCap: 5 },
    );
    expect([cut.rows.length, cut.truncated]).toEqual([3, true]);
    expect([whole.rows.length, whole.truncated]).toEqual([4, false]);
    expect([union.rows.length, union.truncated]).toEqual([5, true]);
  });

  it("a mistake is reported with its line and column", async () => {
    await expect(store().query("MATCH (n)\nRETURN [n.id,")).rejects.toMatchObject({
      code: "query-syntax",
      message: expect.stringMatching(/line 2, column \d+/u) as string,
    });
    await expect(store().query("RETURN $nobody AS x")).rejects.toMatchObject({
      code: "query-syntax",
      message: expect.stringContaining("$nobody") as string,
    });
    await expect(store().query("RETURN 1 / 0 AS x")).rejects.toMatchObject({ code: "query-failed" });
  });

  it("a query without end is stopped and the next one works", async () => {
    await expect(store().query(probe.endless, {}, { timeoutMs: 400 })).rejects.toMatchObject({ code: "query-timeout" });
    expect(await countOf(store())).toBe(sampleGraph.nodes.length);
  });

  it("a query can be cancelled and the next one works", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    await expect(store().query(probe.endless, {}, { signal: controller.signal })).rejects.toMatchObject({
      code: "query-cancelled",
    });
    expect(await countOf(store())).toBe(sampleGraph.nodes.length);
    await expect(store().query("RETURN 1 AS x", {}, { signal: controller.signal })).rejects.toMatchObject({
      code: "query-cancelled",
    });
  });

  it("queries asked for at the same time all get their own answer", async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => store().query("RETURN $n AS n, $n * 2 AS twice", { n })),
    );
    expect(answers.map(({ rows }) => rows[0])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, n * 2]));
  });

  it("the plan of a query can be seen", async () => {
    expect(await store().explain("MATCH (a:Agency) RETURN a")).toMatch(/Agency/u);
    await expect(store().explain("CREATE (n)")).rejects.toMatchObject({ code: "query-refused" });
  });
}
