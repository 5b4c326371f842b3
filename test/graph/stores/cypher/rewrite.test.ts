import { describe, expect, it } from "vitest";
import { positionOf, tokenize } from "../../../../graph/stores/cypher/lexer.ts";
import { returnedColumns, usedParameters } from "../../../../graph/stores/cypher/return-items.ts";
import { limitRows, nameReturnItems } from "../../../../graph/stores/cypher/rewrite.ts";

const NAMES: readonly (readonly [query: string, expected: string, why: string])[] = [
  ["RETURN n, count(*)", "RETURN n AS n, count(*) AS `count(*)`", "beside an aggregate"],
  ["RETURN n AS x", "RETURN n AS x", "named already"],
  ["RETURN DISTINCT n.a, n.b ORDER BY n.a", "RETURN DISTINCT n.a AS `n.a`, n.b AS `n.b` ORDER BY n.a", "order follows"],
  ["RETURN *", "RETURN *", "everything"],
  ["RETURN *, 1", "RETURN *, 1 AS `1`", "everything and more"],
  ["return n skip 1 limit 2", "return n AS n skip 1 limit 2", "any case"],
  [
    "RETURN [x IN xs | x], {a: 1, b: 2}",
    "RETURN [x IN xs | x] AS `[x IN xs | x]`, {a: 1, b: 2} AS `{a: 1, b: 2}`",
    "commas inside",
  ],
  ["RETURN f(a, b) AS c, `odd name`", "RETURN f(a, b) AS c, `odd name` AS `odd name`", "quoted names"],
  ["RETURN 'a, b RETURN c'", "RETURN 'a, b RETURN c' AS `'a, b RETURN c'`", "strings are one piece"],
  ["RETURN n // , m\n, m", "RETURN n AS n // , m\n, m AS m", "comments are skipped"],
  ["RETURN `a``b`.x", "RETURN `a``b`.x AS ```a````b``.x`", "backticks are doubled"],
  [
    "CALL { MATCH (n) RETURN n, count(*) } RETURN 1",
    "CALL { MATCH (n) RETURN n AS n, count(*) AS `count(*)` } RETURN 1 AS `1`",
    "in a subquery",
  ],
  ["RETURN a UNION RETURN b AS a", "RETURN a AS a UNION RETURN b AS a", "each side of a UNION"],
  [
    "MATCH (n:Return {return: 1}) WHERE n.return = 1 RETURN n.return",
    "MATCH (n:Return {return: 1}) WHERE n.return = 1 RETURN n.return AS `n.return`",
    "return as label, key and property",
  ],
  [
    "RETURN n.order, n.limit LIMIT 1",
    "RETURN n.order AS `n.order`, n.limit AS `n.limit` LIMIT 1",
    "order and limit as properties",
  ],
  [
    "RETURN CASE WHEN a THEN 'x' ELSE 'y' END;",
    "RETURN CASE WHEN a THEN 'x' ELSE 'y' END AS `CASE WHEN a THEN 'x' ELSE 'y' END`;",
    "statement end",
  ],
  ["RETURN 单位.名称", "RETURN 单位.名称 AS `单位.名称`", "hanzi in names"],
  ["RETURN", "RETURN", "nothing to name"],
  ["RETURN 1 AS", "RETURN 1 AS", "a name that is missing is the parser's to report"],
];

const LIMITS: readonly (readonly [query: string, expected: string, why: string])[] = [
  ["MATCH (n) RETURN n", "MATCH (n) RETURN n\nLIMIT 9", "no limit of its own"],
  ["MATCH (n) RETURN n LIMIT 5", "MATCH (n) RETURN n LIMIT 5", "a limit of its own"],
  ["MATCH (n) RETURN n ORDER BY n.x;", "MATCH (n) RETURN n ORDER BY n.x\nLIMIT 9;", "before the semicolon"],
  ["MATCH (n) RETURN n // end", "MATCH (n) RETURN n\nLIMIT 9 // end", "before a last comment"],
  ["RETURN 1 AS x UNION RETURN 2 AS x", "RETURN 1 AS x UNION RETURN 2 AS x", "UNION"],
  ["MATCH (n) WITH n LIMIT 5 RETURN n", "MATCH (n) WITH n LIMIT 5 RETURN n\nLIMIT 9", "an earlier limit"],
  [
    "CALL { MATCH (n) RETURN n LIMIT 5 } RETURN n",
    "CALL { MATCH (n) RETURN n LIMIT 5 } RETURN n\nLIMIT 9",
    "an inner limit",
  ],
  ["CALL db.labels()", "CALL db.labels()", "no RETURN"],
  ["EXPLAIN RETURN 1", "EXPLAIN RETURN 1", "a plan"],
  ["RETURN n.limit", "RETURN n.limit\nLIMIT 9", "limit as a property"],
];

describe("naming what a query returns", () => {
  for (const [query, expected, why] of NAMES) {
    it(`${why}: ${query}`, () => expect(nameReturnItems(query)).toBe(expected));
  }

  it("is done once: a named query stays as it is", () => {
    for (const [, expected] of NAMES) expect(nameReturnItems(expected)).toBe(expected);
  });
});

describe("limiting the rows of a query", () => {
  for (const [query, expected, why] of LIMITS) {
    it(`${why}: ${query}`, () => expect(limitRows(query, 9)).toBe(expected));
  }
});

describe("reading a query", () => {
  it("keeps every character in a token, a gap or a comment", () => {
    const query = "MATCH (n:`甲 乙` {a: 'x\\'y', b: 1.5e3})-[*1..3]->() /* c */ WHERE n.a <> $p1 RETURN n";
    const tokens = tokenize(query);
    for (const { text, from, to } of tokens) expect(query.slice(from, to)).toBe(text);
    expect(tokens.map(({ text }) => text).join(" ")).toBe(
      "MATCH ( n : `甲 乙` { a : 'x\\'y' , b : 1.5e3 } ) - [ * 1 .. 3 ] - > ( ) WHERE n . a <> $p1 RETURN n",
    );
  });

  it("ends whatever is not closed", () => {
    for (const text of ["'abc", '"abc', "`abc", "/* abc", "a /", "\\"]) {
      expect(tokenize(text).reduce((end, { to }) => Math.max(end, to), 0)).toBeLessThanOrEqual(text.length);
    }
  });

  it("knows its columns and parameters", () => {
    const query =
      "MATCH (a) WHERE a.x = $x OR a.y = $`the y` OR a.z = $x RETURN a.x AS x, count(*), a.y AS `the y` LIMIT $n";
    expect(returnedColumns(query)).toEqual(["x", "count(*)", "the y"]);
    expect(usedParameters(query)).toEqual(["x", "the y", "n"]);
    expect(returnedColumns("CALL db.labels()")).toEqual([]);
  });

  it("counts lines and columns from 1, columns in characters", () => {
    const query = "一二\r\n𠮷x\nz";
    expect([0, 1, 4, 6, 8].map((offset) => positionOf(query, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
    ]);
  });
});
