import { describe, expect, it } from "vitest";
import { checkQuery } from "../../../../graph/stores/cypher/check.ts";
import { RULES, type RuleName } from "../../../../graph/stores/cypher/findings.ts";
import { reportFindings } from "../../../../graph/stores/cypher/report-findings.ts";
import { loadCatalog } from "../../../../queries/catalog.io.ts";

/** Each rule with queries that must be caught, the words at which, and near misses that must pass. */
const CASES: Readonly<
  Record<
    RuleName,
    { readonly caught: readonly (readonly [query: string, at: string])[]; readonly passed: readonly string[] }
  >
> = {
  "entity-as-id": {
    caught: [
      ["MATCH (n)-->(m) RETURN coalesce(n, m) AS x", "coalesce(n, m)"],
      ["MATCH (n) RETURN CASE WHEN n.a = 1 THEN n END AS x", "CASE"],
      ["MATCH (n) WITH CASE WHEN n.a = 1 THEN n END AS m RETURN m.a AS a, m AS m", "m AS m"],
      ["MATCH (n) WITH collect(n) AS ns RETURN [x IN ns WHERE x.a = 1] AS x", "[x IN ns"],
      ["MATCH p = (a)-[*]-(b) RETURN [n IN nodes(p) | n] AS x", "[n IN nodes"],
      ["MATCH (a)-->(b) RETURN collect(a) + collect(b) AS x", "collect(a) + collect(b)"],
      ["MATCH (a)-->(b) WITH collect(a) AS l1, collect(b) AS l2 WITH l1 + l2 AS l UNWIND l AS x RETURN x", "x"],
      ["MATCH (n) UNWIND [n, 1] AS x RETURN x AS x", "x AS x"],
      ["MATCH (n) RETURN min(n) AS x", "min(n)"],
      ["MATCH ()-[r]->() RETURN {edge: coalesce(r, null)} AS x", "{edge"],
      ["MATCH (n) CALL (n) { RETURN coalesce(n, null) AS m } RETURN m AS m", "coalesce"],
    ],
    passed: [
      "MATCH (n)-->(m) WITH coalesce(n, m) AS x RETURN x.name AS name",
      "MATCH (n) RETURN CASE WHEN n.a = 1 THEN n.name END AS x",
      "MATCH (n) WITH collect(n) AS ns RETURN ns, ns[0], head(ns), tail(ns), ns[1..]",
      "MATCH (n) WITH collect(n) AS ns RETURN [x IN ns WHERE x.a = 1 | x.name] AS x",
      "MATCH (n)-->(m) RETURN [n, m] AS pair, {n: n, list: [m]} AS map, n {.*, m: m} AS projection",
      "MATCH (n) RETURN count(n) AS n, [(n)-->(m) | m] AS ms",
      "MATCH p = (a)-[*]-(b) UNWIND nodes(p) AS n RETURN n, startNode(relationships(p)[0]) AS s",
      "MATCH (n) RETURN min(n.x) AS x, coalesce(n.name, n.title) AS name",
    ],
  },
  "mixed-comparison": {
    caught: [
      ["RETURN '1' = 1 AS x", "'1' = 1"],
      ["RETURN 1 <> '1' AS x", "1 <> '1'"],
      ["RETURN 1 IN ['1'] AS x", "1 IN"],
      ["RETURN 1 IN ['a', 2] AS x", "1 IN"],
      ["RETURN '10' < 9.5 AS x", "'10' <"],
      ["MATCH (n) WHERE size(n.name) = '3' RETURN n", "size(n.name)"],
      ["WITH '1' AS a, 2 AS b RETURN a = b AS x", "a = b"],
      ["RETURN CASE '0' WHEN 0 THEN 1 END AS x", "0 THEN"],
      ["RETURN ['a'] = [1] AS x", "['a'] ="],
    ],
    passed: [
      "RETURN 1 = 1.0 AS x",
      "MATCH (n) WHERE n.age = $age AND n.name IN ['a', 'b'] RETURN n",
      "MATCH (n) WHERE size(n.name) IN [1, 2.5] RETURN n",
      "RETURN CASE 'a' WHEN 'b' THEN 1 ELSE 'c' END AS x",
    ],
  },
  "mixed-list": { caught: [["RETURN ['a', 1] AS x", "['a', 1]"]], passed: ["RETURN [1, 2.5] AS x, ['a', true] AS y"] },
  "mixed-order": {
    caught: [
      ["UNWIND [1, 'a', true] AS x RETURN x AS y ORDER BY x", "x"],
      ["UNWIND [1, 'a'] AS x RETURN max(x) AS y", "max"],
    ],
    passed: ["UNWIND [1, 2.5, null] AS x RETURN x AS y ORDER BY x", "UNWIND [1, 'a'] AS x RETURN x AS x"],
  },
  "order-by-old-name": {
    caught: [
      ["UNWIND [3, 1, 2] AS x RETURN x AS y ORDER BY -x", "x"],
      ["MATCH (n) RETURN n AS m, n.v AS v ORDER BY v, toString(n.v)", "n.v)"],
      ["MATCH (n) WITH n.k AS k, count(*) AS c RETURN k AS k, c AS d ORDER BY c + 1 DESC", "c + 1"],
      ["CALL { UNWIND [3, 1, 2] AS x RETURN (x) AS y ORDER BY abs(x) LIMIT 1 } RETURN y AS y", "x) LIMIT"],
    ],
    passed: [
      "UNWIND [3, 1, 2] AS x RETURN x AS y ORDER BY -y",
      "UNWIND [3, 1, 2] AS x RETURN x AS y ORDER BY x DESC, (x)",
      "UNWIND [3, 1, 2] AS x RETURN x ORDER BY -x",
      "UNWIND [3, 1, 2] AS x RETURN -x AS z ORDER BY x + 1",
      "UNWIND [3, 1, 2] AS x RETURN x AS x, x AS y ORDER BY -x",
      "UNWIND [3, 1, 2] AS x RETURN DISTINCT x AS y ORDER BY -x",
      "UNWIND [3, 1, 2] AS x WITH x AS y ORDER BY -x RETURN y AS y",
      "UNWIND [3, 1, 2] AS x RETURN x AS y, count(*) AS c ORDER BY -x, -c",
      "MATCH (n) RETURN n AS m ORDER BY n.v DESC",
      "MATCH (n) RETURN n.k AS k, count(*) AS c ORDER BY -c, c + 1, abs(c - 8)",
    ],
  },
  "swapped-names": {
    caught: [
      ["MATCH (n) WITH n.k AS x, n.v AS v RETURN x AS v, sum(v) AS x", "sum(v) AS x"],
      ["MATCH (n) WITH n.k AS x, n.v AS v WITH x AS g, 1 + count(*) AS x RETURN g AS g, x AS x", "1 + count"],
      ["MATCH (a)-->(b) RETURN a AS b, count(b) AS a", "count(b)"],
      ["UNWIND [3, 1, 2] AS x RETURN DISTINCT -x AS x, x AS y ORDER BY x", "x"],
    ],
    passed: [
      "MATCH (n) RETURN count(n) AS n",
      "MATCH (n) WITH n.k AS x, n.v AS v RETURN x AS x, sum(v) AS v",
      "MATCH (n) WITH n.k AS x, n.v AS v RETURN toUpper(x) AS v, sum(v) AS x",
      "UNWIND [3, 1, 2] AS x RETURN DISTINCT -x AS x ORDER BY x",
      "UNWIND [3, 1, 2] AS x RETURN DISTINCT -x AS x, x AS y ORDER BY y",
      "UNWIND [3, 1, 2] AS x RETURN -x AS x, x AS y ORDER BY x",
    ],
  },
  "boolean-order": {
    caught: [
      ["RETURN false < true AS x", "false < true"],
      ["UNWIND [true, false] AS a RETURN a >= false AS x", "a >="],
      ["MATCH (n) WHERE (n.a = 1) <= (n.b = 1) RETURN n", "(n.a"],
    ],
    passed: ["RETURN false = true AS x", "MATCH (n) WHERE n.a < n.b RETURN n", "RETURN 1 < 2 < 3 AS x"],
  },
  "list-order": {
    caught: [["RETURN [1, 0] >= [1] AS x", "[1, 0]"]],
    passed: ["RETURN size([1, 0]) >= size([1]) AS x"],
  },
  "null-inside": {
    caught: [
      ["RETURN [1, null] = [1, null] AS x", "[1, null] ="],
      ["RETURN {k: null} = {k: 1} AS x", "{k: null"],
      ["RETURN [1, 2] IN [[null, 2]] AS x", "[1, 2] IN"],
    ],
    passed: ["RETURN [1, 2] = [1, 2] AS x", "RETURN 1 IN [1, null] AS x", "RETURN [1, null] AS x"],
  },
  "list-equality": {
    caught: [
      ["MATCH (n) RETURN collect(n.a) = collect(n.b) AS x", "collect(n.a) ="],
      ["RETURN [1] IN [[1], [2]] AS x", "[1] IN"],
    ],
    passed: ["RETURN [1, 2] = [2, 1] AS x", "MATCH (n) WHERE 'a' IN n.aliases RETURN n"],
  },
  "null-in-empty": { caught: [["RETURN $x IN $xs AS y", "$x IN"]], passed: ["MATCH (n) WHERE n.id IN $ids RETURN n"] },
  "list-plus-value": {
    caught: [
      ["RETURN [1, 2] + 3 AS x", "[1, 2] + 3"],
      ["RETURN 3 + [1, 2] AS x", "3 + [1, 2]"],
    ],
    passed: ["RETURN [1, 2] + [3] AS x", "RETURN 1 + 2 AS x, 'a' + 1 AS y"],
  },
  "list-plus-unknown": {
    caught: [["MATCH (n) RETURN collect(n.a) + n.b AS x", "collect(n.a) +"]],
    passed: ["MATCH (n) RETURN collect(n.a) + [n.b] AS x", "MATCH (n) RETURN n.a + n.b AS x"],
  },
  "negative-slice": {
    caught: [
      ["RETURN [1, 2, 3][-2..] AS x", "-2"],
      ["RETURN [1, 2, 3][..-1] AS x", "-1"],
      ["RETURN [1, 2, 3][null..] AS x", "null"],
    ],
    passed: ["RETURN [1, 2, 3][-1] AS x", "RETURN [1, 2, 3][1..2] AS x, [1, 2, 3][..2] AS y, [1][0..] AS z"],
  },
  "unknown-slice": { caught: [["RETURN [1, 2, 3][..$n] AS x", "$n"]], passed: ["RETURN [1, 2, 3][$n] AS x"] },
  "null-quantifier": {
    caught: [["RETURN any(x IN [1, null] WHERE x = 2) AS x", "any"]],
    passed: ["RETURN any(x IN [1, null] WHERE x IS NULL) AS x", "RETURN all(x IN [1, 2] WHERE x > 0) AS x"],
  },
  "unsure-quantifier": {
    caught: [
      ["MATCH p = (a)-[*1..3]-(b) WHERE none(n IN nodes(p) WHERE n.a = 1) RETURN p", "none"],
      ["MATCH p = (a)-[*1..3]-(b) WHERE NOT any(n IN nodes(p) WHERE n.a = 1) RETURN p", "any"],
    ],
    passed: [
      "MATCH p = (a)-[*1..3]-(b) WHERE any(n IN nodes(p) WHERE n.a = 1) RETURN p",
      "RETURN none(x IN [1, 2] WHERE x = 2) AS x",
      "MATCH p = (a)-[*1..3]-(b) WHERE none(n IN nodes(p) WHERE n.a IS NULL) RETURN p",
    ],
  },
  "percentile-parameter": {
    caught: [["MATCH (n) RETURN percentileCont(n.x, $p) AS x", "$p"]],
    passed: ["MATCH (n) RETURN percentileDisc(n.x, 0.9) AS x"],
  },
  "empty-range": {
    caught: [
      ["MATCH (a)-[:LIKES*2..1]->(c) RETURN c", "-[:LIKES*2..1]->"],
      ["MATCH (a)-[*..0]->(c) RETURN c", "-[*..0]->"],
    ],
    passed: ["MATCH (a)-[*0..0]->(b)-[*]-(c)-[*2..]-(d)-[*..3]-(e)-[:A|B*1..2]-(f)-[*2]-(g) RETURN a"],
  },
  "power-chain": {
    caught: [
      ["RETURN 2 ^ 3 ^ 2 AS x", "2 ^ 3 ^ 2"],
      ["RETURN 4 ^ (3 * 2) ^ 3 AS x", "4 ^ ("],
    ],
    passed: ["RETURN (2 ^ 3) ^ 2 AS x, 2 ^ (3 ^ 2) AS y, 2 ^ 3 * 2 ^ 3 AS z"],
  },
  "edge-label": {
    caught: [["MATCH ()-[r]->() RETURN r:LEADS AS x", "r:LEADS"]],
    passed: ["MATCH (n)-[r:LEADS]->() WHERE n:Agency OR n:Leader RETURN type(r) = 'LEADS' AS x"],
  },
  temporal: {
    caught: [
      ["RETURN date('2030-01-01') AS x", "date("],
      ["RETURN datetime.truncate('day', 1) AS x", "datetime."],
    ],
    passed: ["MATCH (n) WHERE n.date < '2030-01-01' RETURN n.date AS date, n.datetime AS time"],
  },
  "round-negative": { caught: [["RETURN round(-1.5) AS x", "round"]], passed: ["RETURN round(1.5) AS x"] },
  "round-unknown": { caught: [["MATCH (n) RETURN round(n.x) AS x", "round"]], passed: ["RETURN floor(1.5) AS x"] },
  "float-text": { caught: [["RETURN toString(1.0) AS x", "toString"]], passed: ["RETURN toString(1) AS x"] },
  "decimal-text": { caught: [["RETURN toInteger('4.7') AS x", "toInteger"]], passed: ["RETURN toInteger('4') AS x"] },
  "unknown-text": {
    caught: [["MATCH (n) RETURN toInteger(n.year) AS x", "toInteger"]],
    passed: ["MATCH (n) RETURN toInteger(toFloat(n.year)) AS x"],
  },
  "pattern-null": {
    caught: [["MATCH (n) RETURN [(n)-->(m) | m.name] AS x", "m.name"]],
    passed: ["MATCH (n) RETURN [(n)-->(m) | coalesce(m.name, '')] AS x"],
  },
  "shortest-filter": {
    caught: [
      ["MATCH p = shortestPath((a)-[*]-(b)) WHERE all(n IN nodes(p) WHERE n:Agency) RETURN p", "p) WHERE"],
      ["MATCH shortestPath((a)-[rs*]-(b)) WHERE size(rs) > 1 RETURN a", "rs) >"],
    ],
    passed: ["MATCH p = shortestPath((a:Agency)-[*]-(b:Task)) WHERE a.id = $a AND b.id = $b RETURN p"],
  },
  unreadable: {
    caught: [
      ["MATCH (n) SET n.x = 1", "SET"],
      ["MATCH (n) RETURN n NEXT RETURN 1", "NEXT"],
      ["RETURN 1 +", ""],
    ],
    passed: [
      "EXPLAIN MATCH (n:A&!B {x: $x} WHERE n.y > 1)-[r:A|B {z: 1}]->(:C), (q) WHERE (n)-->(q) RETURN DISTINCT n AS n, q.x ORDER BY q.x DESC SKIP 1 LIMIT $n;",
      "CALL db.labels() YIELD label AS l WHERE l <> 'x' RETURN l",
      "CALL db.labels()",
      "MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN count(m) AS c } RETURN n, c UNION ALL MATCH (n) RETURN n, 1 AS c",
      "MATCH (n) WHERE EXISTS { (n)-->(:A) WHERE n.x = 1 } AND COUNT { MATCH (n)--(m) RETURN m } > 1 RETURN exists((n)-->()) AS x",
      "WITH 1 AS a UNWIND [x IN range(1, 3) WHERE x > a | {k: x, `l`: -x}] AS m RETURN reduce(s = 0, y IN [m.k] | s + y) AS r, m['k'] AS k",
      "MATCH (n) WHERE n.name =~ 'a.*' AND NOT n.x IS NOT NULL XOR n.y STARTS WITH 'b' RETURN CASE n.z WHEN 1 THEN 'a' ELSE 'b' END AS c, count(*) AS k",
      "MATCH (n)-[r]-(m) RETURN n.a - m.a AS d, (n.a)-(m.a) AS e, -n.a AS f, apoc.text.join(['a'], ',') AS g",
    ],
  },
};

describe("the checker of queries", () => {
  for (const [rule, { caught, passed }] of Object.entries(CASES)) {
    const found = (query: string): number[] =>
      checkQuery(query)
        .filter((finding) => finding.rule === rule)
        .map(({ from }) => from);
    for (const [query, at] of caught) {
      it(`${rule}: catches ${query}`, () => {
        expect(found(query)).toContain(at === "" ? query.length : query.lastIndexOf(at));
      });
    }
    for (const query of passed) {
      it(`${rule}: lets pass ${query}`, () => {
        expect(found(query)).toEqual([]);
        expect(checkQuery(query).map((finding) => finding.rule)).not.toContain("unreadable");
      });
    }
  }

  it("has nothing to say about the saved queries", () => {
    for (const { name, cypher } of loadCatalog().queries) {
      expect([name, checkQuery(cypher)]).toEqual([name, []]);
    }
  });

  it("says line, column, what is wrong and what to write instead", () => {
    const query = "MATCH (n:Agency)\nWHERE n.rank > 1\nRETURN 甲.x, '1' = 1, [1] + 2";
    expect(() => reportFindings(query, checkQuery(query))).toThrow(
      expect.objectContaining({
        code: "query-unreliable",
        hint: RULES["mixed-comparison"].instead,
        message: expect.stringMatching(/^第 3 行第 13 列 \(line 3, column 13\): .*\n.*line 3, column 22/u) as string,
      }),
    );
    const warned = "MATCH (n)\nRETURN round(n.x) AS x";
    expect(reportFindings(warned, checkQuery(warned))).toEqual([expect.stringMatching(/line 2, column 8/u)]);
  });

  it("names a message and a way out for each rule, in both languages", () => {
    for (const [rule, { message, instead }] of Object.entries(RULES)) {
      expect([rule, message]).toEqual([rule, expect.stringMatching(/\p{Script=Han}.*\([^)]*[a-z]{3}/u)]);
      expect([rule, instead]).toEqual([rule, expect.stringMatching(/\p{Script=Han}.*\(.*[a-z]{3}/su)]);
    }
  });

  it("ends on any text", () => {
    for (const text of [
      "",
      "(",
      "RETURN",
      "RETURN [",
      "MATCH (a)-[",
      "WITH {",
      "CALL {",
      "CASE WHEN",
      "RETURN (((((((1",
      "\u0000",
      "RETURN $",
    ]) {
      expect(() => checkQuery(text)).not.toThrow();
    }
    expect(() => checkQuery(`RETURN ${"(".repeat(20_000)}1`)).not.toThrow();
    expect(() => checkQuery(`RETURN ${"-".repeat(20_000)}1`)).not.toThrow();
    expect(() => checkQuery(`RETURN ${"NOT ".repeat(20_000)}true`)).not.toThrow();
    for (const link of ["1 + ", "1 < ", "a.", "1 IN ", "a[0]", "a IS NULL "]) {
      expect(() => checkQuery(`RETURN ${link.repeat(20_000)}1`)).not.toThrow();
    }
    expect(() => checkQuery(`RETURN ${"({a: ".repeat(60)}1${"})-->()".repeat(60)} AS x`)).not.toThrow();
  });
});
