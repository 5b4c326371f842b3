import { describe, expect, it } from "vitest";
import { tokenize } from "../../../../graph/stores/cypher/lexer.ts";
import { keepApart } from "../../../../graph/stores/neo4j/keep-apart.ts";
import { nodePatterns } from "../../../../graph/stores/neo4j/node-patterns.ts";

const G = "graph: $ceyuanGraph";

const QUERIES: readonly (readonly [query: string, expected: string, why: string])[] = [
  ["MATCH (n) RETURN n", `MATCH (n {${G}} ) RETURN n`, "a node without anything"],
  ["MATCH () RETURN 1", `MATCH ( {${G}} ) RETURN 1`, "no name"],
  ["MATCH (n {}) RETURN n", `MATCH (n {${G}}) RETURN n`, "an empty map"],
  ["MATCH (n:A {id: $id}) RETURN n", `MATCH (n:A {${G}, id: $id}) RETURN n`, "a map"],
  ["MATCH (n:A WHERE n.x = 1) RETURN n", `MATCH (n:A  {${G}} WHERE n.x = 1) RETURN n`, "a condition inside"],
  ["MATCH (n IS A) RETURN n", `MATCH (n IS A {${G}} ) RETURN n`, "IS"],
  ["MATCH (n:A&(B|!C)) RETURN n", `MATCH (n:A&(B|!C) {${G}} ) RETURN n`, "a label expression in brackets"],
  ["MATCH (`a(b`:`x)y`) RETURN 1", `MATCH (\`a(b\`:\`x)y\` {${G}} ) RETURN 1`, "quoted names"],
  ["MATCH (a)-->(b) RETURN a", `MATCH (a {${G}} )-->(b {${G}} ) RETURN a`, "an arrow"],
  ["MATCH p = (a), (b) RETURN p", `MATCH p = (a {${G}} ), (b {${G}} ) RETURN p`, "a path's name, a second path"],
  [
    "MATCH (a)-[r {x: (1)}]->(b) RETURN a",
    `MATCH (a {${G}} )-[r {x: (1)}]->(b {${G}} ) RETURN a`,
    "brackets in an edge",
  ],
  ["MATCH ((a)-->(b)){1,2} RETURN 1", `MATCH ((a {${G}} )-->(b {${G}} )){1,2} RETURN 1`, "a quantified path"],
  [
    "MATCH ((a)-->(b) WHERE (1) < a.x)+(c) RETURN 1",
    `MATCH ((a {${G}} )-->(b {${G}} ) WHERE (1) < a.x)+(c {${G}} ) RETURN 1`,
    "with a condition",
  ],
  ["MATCH SHORTEST 2 (a)-->+(b) RETURN 1", `MATCH SHORTEST 2 (a {${G}} )-->+(b {${G}} ) RETURN 1`, "a selector"],
  [
    "MATCH shortestPath((a)-[*]-(b)) RETURN 1",
    `MATCH shortestPath((a {${G}} )-[*]-(b {${G}} )) RETURN 1`,
    "a shortest path",
  ],
  ["MATCH (a) WHERE (a)<--(:B) RETURN a", `MATCH (a {${G}} ) WHERE (a {${G}} )<--(:B {${G}} ) RETURN a`, "a condition"],
  ["RETURN COUNT { (a:A) } AS n", `RETURN COUNT { (a:A {${G}} ) } AS n`, "a pattern that is counted"],
  ["RETURN EXISTS { p = (a)--(b) } AS n", `RETURN EXISTS { p = (a {${G}} )--(b {${G}} ) } AS n`, "that exists"],
  ["RETURN [(a)-->(b) | b.x] AS l", `RETURN [(a {${G}} )-->(b {${G}} ) | b.x] AS l`, "a comprehension"],
  ["RETURN (1)-(2) AS n", "RETURN (1)-(2) AS n", "a difference"],
  ["RETURN l[0]-(a) AS n", "RETURN l[0]-(a) AS n", "a difference behind a subscript"],
  ["RETURN (a) < -(b) AS n", "RETURN (a) < -(b) AS n", "a comparison"],
  ["RETURN (a)<-1 AS n", "RETURN (a)<-1 AS n", "a comparison without spaces"],
  ["RETURN count(n), f(a, (b)) AS n", "RETURN count(n), f(a, (b)) AS n", "calls"],
  ["RETURN 'MATCH (n)' AS s // MATCH (n)", "RETURN 'MATCH (n)' AS s // MATCH (n)", "strings and comments"],
  ["RETURN {match: (1)} AS m", "RETURN {match: (1)} AS m", "a key"],
  ["UNWIND [1] AS match RETURN (match) AS n", "UNWIND [1] AS match RETURN (match) AS n", "a variable"],
  ["CALL (a) { RETURN 1 AS x } RETURN x", "CALL (a) { RETURN 1 AS x } RETURN x", "what a subquery takes along"],
  ["MATCH (a", "MATCH (a", "never closed"],
  ["}{)(", "}{)(", "nonsense"],
];

describe("keeping graphs apart", () => {
  for (const [query, expected, why] of QUERIES) {
    it(`${why}: ${query}`, () => {
      expect(keepApart(query)).toBe(expected);
    });
  }

  it("takes long queries in its stride", () => {
    const path = Array.from({ length: 5000 }, (_, index) => `(n${index})`).join("-->");
    expect(nodePatterns(tokenize(`MATCH ${path} RETURN ${"(".repeat(5000)}1${")".repeat(5000)} AS x`))).toHaveLength(
      5000,
    );
  });
});
