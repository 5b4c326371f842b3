import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../graph/exports/columns.ts";
import { toGexf } from "../../../graph/exports/gexf.ts";
import { toGraphml } from "../../../graph/exports/graphml.ts";
import { toJson } from "../../../graph/exports/json.ts";
import { fromJsonl, toJsonl } from "../../../graph/exports/jsonl.ts";
import { toNeo4jCsv } from "../../../graph/exports/neo4j-csv.ts";
import type { GraphData } from "../../../graph/model/graph-data.ts";
import { loadOntology } from "../../../graph/schema/ontology.io.ts";
import { sampleGraph } from "../stores/sample-graph.ts";
import { anyGraph } from "./any-graph.ts";
import { awkwardGraph } from "./awkward-graph.ts";
import { readCsv } from "./read-csv.ts";

const text = (lines: Iterable<string>): string => [...lines].join("");
const linesOf = (graph: GraphData): string[] => text(toJsonl(graph)).split("\n");
const graphs: readonly (readonly [string, GraphData])[] = [
  ["the sample", sampleGraph],
  ["an awkward graph", awkwardGraph],
  ["nothing", { nodes: [], edges: [] }],
];
const positions = Object.fromEntries(
  awkwardGraph.nodes.map(({ id }, index) => [id, [index * 1.5, 7 - index] as const]),
);

describe("JSON Lines", () => {
  for (const [what, graph] of graphs) {
    it(`loses nothing of ${what}`, () => {
      expect(toJson(fromJsonl(linesOf(graph)))).toBe(toJson(graph));
    });
  }

  it("says beside a node where it is drawn, beside an edge what it weighs", () => {
    const beside = text(toJsonl(awkwardGraph, positions))
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => JSON.parse(line) as { position?: unknown; weight?: unknown });
    expect(beside.filter(({ position }) => position !== undefined)).toHaveLength(awkwardGraph.nodes.length);
    expect(beside.map(({ weight }) => weight).filter((weight) => weight !== undefined)).toEqual([1, 0.75, 1]);
  });

  it("loses nothing of any graph", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expect(toJson(fromJsonl(linesOf(graph)))).toBe(toJson(graph));
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });

  const good = linesOf(sampleGraph);
  const bad: readonly (readonly [readonly string[], RegExp, string])[] = [
    [[], /line 1.*empty/u, "nothing"],
    [good.slice(1), /line 1.*first line/u, "no first line"],
    [good.slice(0, 9), /line 9.*incomplete/u, "cut between lines"],
    [good.with(4, (good[4] ?? "").slice(0, 20)), /line 5.*JSON/u, "cut within a line"],
    [good.with(4, "[]"), /line 5/u, "no object"],
    [good.with(4, '{"node":{"id":"a"}}'), /line 5.*neither/u, "no node"],
    [good.with(0, '{"format":"ceyuan-graph","version":2}'), /line 1.*newer/u, "a newer version"],
  ];
  for (const [lines, message, why] of bad) {
    it(`refuses, with the line: ${why}`, () => {
      expect(() => fromJsonl(lines)).toThrow(
        expect.objectContaining({ code: "graph-jsonl-invalid", message: expect.stringMatching(message) as string }),
      );
    });
  }
});

/** What the text of a value becomes where the format cannot hold it. */
const writable = (value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll(/(?![\t\n\r])\p{Cc}|\uFFFE/gu, "\uFFFD") : value;

/** The properties that a reader of the format should see, and of what was read as many. */
const readable = (
  properties: Readonly<Record<string, unknown>>,
  write: (value: unknown) => unknown,
): [string, unknown][] =>
  Object.entries(properties)
    .map(([name, value]): [string, unknown] => [name, writable(write(value))])
    .filter(([, value]) => value !== undefined && value !== "");

describe("GEXF", () => {
  it("is read by another program: nodes, edges, labels, types, weights, places, properties", () => {
    const read = gexf.parse(MultiDirectedGraph, text(toGexf(awkwardGraph, positions)));
    expect(read.order).toBe(awkwardGraph.nodes.length);
    expect(read.size).toBe(awkwardGraph.edges.length);
    for (const { id, label, properties } of awkwardGraph.nodes) {
      const attributes = read.getNodeAttributes(id);
      const [x, y] = positions[id] ?? [];
      expect(attributes).toMatchObject({ type: label, x, y });
      const expected = readable(properties, (value) => (typeof value === "object" ? undefined : value));
      expect(expected.map(([name]) => [name, attributes[name]])).toEqual(expected);
    }
    const [first] = awkwardGraph.edges;
    expect(read.getEdgeAttributes(first?.id)).toMatchObject({ type: "LEADS", label: "LEADS", weight: 1, from: 3 });
    expect(read.getNodeAttribute(`agency/甲"乙'丙`, "label")).toBe(`引"号,逗号;分号|竖线`);
  });

  it("tells lists from texts as Gephi writes them", () => {
    expect(text(toGexf(sampleGraph))).toContain("[&quot;市总&quot;, &quot;市总工会&quot;]");
    expect(text(toGexf(sampleGraph))).toMatch(/<attribute id="\d+" title="aliases" type="liststring"\/>/u);
  });
});

describe("GraphML", () => {
  it("is read by another program: nodes, edges, types, weights, places, properties", () => {
    const read = graphml.parse(MultiDirectedGraph, text(toGraphml(awkwardGraph, positions)), {
      addMissingNodes: false,
    });
    expect([read.order, read.size]).toEqual([awkwardGraph.nodes.length, awkwardGraph.edges.length]);
    for (const { id, label, properties } of awkwardGraph.nodes) {
      const found = read.findNode((_name, { identifier }) => identifier === id);
      const attributes = read.getNodeAttributes(found);
      const [x, y] = positions[id] ?? [];
      expect(attributes).toMatchObject({ type: label, x, y });
      const expected = readable(properties, (value) => (typeof value === "object" ? JSON.stringify(value) : value));
      expect(expected.map(([name]) => [name, attributes[name]])).toEqual(expected);
    }
    const second = read.findEdge((_name, { identifier }) => identifier === awkwardGraph.edges[1]?.id);
    expect(read.getEdgeAttributes(second)).toMatchObject({
      type: "LEADS",
      weight: 0.75,
      inferred: true,
    });
  });

  const named: readonly (readonly [string, string, string])[] = [
    ["agency/临江市教育局", "agency:临江市教育局", "what most ids are stays readable"],
    ["task/《通知》#一/1", "task:_300A_通知_300B__23_一:1", "what no edition of XML has in names becomes its code"],
    ["a:b_c", "a_3A_b_5F_c", "what a code is written with, too, so that no two ids are one"],
    ["𠮷 d", "_20BB7__20_d", "a character of two halves is one"],
  ];
  for (const [id, token, why] of named) {
    it(`names ${id} ${token}: ${why}`, () => {
      const read = graphml.parse(
        MultiDirectedGraph,
        text(toGraphml({ nodes: [{ id, label: "Agency", properties: {} }], edges: [] })),
      );
      expect(read.mapNodes((name, { identifier }) => [name, identifier as unknown])).toEqual([[token, id]]);
    });
  }

  it("keeps a property apart that is named like a key of its own", () => {
    const out = text(toGraphml({ nodes: [{ id: "a", label: "Agency", properties: { type: "x" } }], edges: [] }));
    expect(out).toContain('attr.name="property:type"');
    expect(out).toMatch(/>Agency<\/data><data key="n5">x<\/data>/u);
  });
});

describe("CSV for Neo4j's import", () => {
  const files = (graph: GraphData): Map<string, string> =>
    new Map(toNeo4jCsv(graph, loadOntology()).map(({ name, lines }) => [name, text(lines)]));

  it("has a file for each label and type, and the arguments that name them all", () => {
    const written = files(sampleGraph);
    const args = written.get("import.args") ?? "";
    const named = [...args.matchAll(/^--(?:nodes|relationships)=(.*)$/gmu)].map((match) => match[1]);
    expect(named).toEqual([...written.keys()].filter((name) => name.endsWith(".csv")));
    expect([...written.keys()]).toContain("nodes-Agency.csv");
    expect([...written.keys()]).toContain("edges-RESPONSIBLE_FOR.csv");
  });

  it("types its columns by the ontology, so that 1 is a float where confidences are", () => {
    const [header] = readCsv(files(sampleGraph).get("edges-LEADS.csv") ?? "");
    expect(header?.slice(0, 3)).toEqual(["id:string", ":START_ID", ":END_ID"]);
    expect(header).toContain("confidence:double");
    expect(header).toContain("from:long");
    expect(header).toContain("inferred:boolean");
    expect(header?.at(-1)).toBe(":TYPE");
    expect(readCsv(files(sampleGraph).get("nodes-Agency.csv") ?? "")[0]).toContain("aliases:string[]");
  });

  for (const [what, graph] of graphs) {
    it(`brings back what was in ${what}`, () => {
      const rows = [...files(graph)]
        .filter(([name]) => name.startsWith("nodes-"))
        .flatMap(([, content]) => {
          const [header = [], ...lines] = readCsv(content, true);
          return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index]])));
        });
      expect(rows).toHaveLength(graph.nodes.length);
      for (const { id, label, properties } of graph.nodes) {
        const row = rows.find((candidate) => candidate["id:ID"] === id) ?? {};
        expect(row[":LABEL"]).toBe(label);
        for (const [name, value] of Object.entries(properties)) {
          const cell = Object.entries(row).find(([column]) => column.split(":")[0] === name)?.[1];
          const expected = Array.isArray(value) ? (value.length === 0 ? undefined : value.join("␟")) : String(value);
          expect([id, name, cell]).toEqual([id, name, expected]);
        }
      }
    });
  }
});

describe("the types of columns", () => {
  const rows: readonly (readonly [string, readonly (string | number | boolean | readonly string[])[], string])[] = [
    ["integers", [1, 2], "integer"],
    ["integers and floats", [1, 2.5], "float"],
    ["numbers and text", [1, "a"], "string"],
    ["booleans", [true, false], "boolean"],
    ["lists", [["a"], []], "strings"],
    ["a list and a text", [["a"], "a"], "string"],
    ["beyond 2^53", [2 ** 60], "float"],
  ];
  for (const [what, values, type] of rows) {
    it(`of ${what}`, () => {
      expect(columnsOf(values.map((v) => ({ properties: { v } })))).toEqual([{ name: "v", type }]);
    });
  }

  it("follow the ontology where it is given", () => {
    expect(columnsOf([{ properties: { v: 1 } }], { v: { type: "float" } })).toEqual([{ name: "v", type: "float" }]);
    expect(columnsOf([{ properties: { v: "a" } }], { v: { type: "float" } })).toEqual([{ name: "v", type: "string" }]);
  });
});
