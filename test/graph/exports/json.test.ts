import { describe, expect, it } from "vitest";
import { fromJson, toJson } from "../../../graph/exports/json.ts";
import { sampleGraph } from "../stores/sample-graph.ts";

describe("the JSON export", () => {
  it("is the same bytes whatever the order of nodes, edges and keys", () => {
    const backwards = {
      nodes: sampleGraph.nodes.toReversed().map(({ id, label, properties }) => ({
        properties: Object.fromEntries(Object.entries(properties).reverse()),
        label,
        id,
      })),
      edges: sampleGraph.edges.toReversed(),
    };
    expect(toJson(backwards)).toBe(toJson(sampleGraph));
  });

  it("has one node or edge a line and ends with a line feed", () => {
    expect(
      toJson({
        nodes: [
          { id: "b", label: "Task", properties: { z: 1, a: ["x"] } },
          { id: "a", label: "Agency", properties: {} },
        ],
        edges: [],
      }),
    ).toBe(
      `{\n"nodes": [\n{"id":"a","label":"Agency","properties":{}},\n{"id":"b","label":"Task","properties":{"a":["x"],"z":1}}\n],\n"edges": []\n}\n`,
    );
    expect(JSON.parse(toJson({ nodes: [], edges: [] }))).toEqual({ nodes: [], edges: [] });
  });

  it("reads back what it wrote", () => {
    const again = fromJson(toJson(sampleGraph));
    expect(toJson(again)).toBe(toJson(sampleGraph));
    expect(new Set(again.edges)).toEqual(new Set(sampleGraph.edges));
  });

  it("says where nodes are drawn, when that is given, beside the same nodes and edges", () => {
    const positions = { [sampleGraph.nodes[0]?.id ?? ""]: [1.5, -2] as const, nobody: [0, 0] as const };
    const text = toJson(sampleGraph, positions);
    expect(JSON.parse(text)).toEqual({
      ...(JSON.parse(toJson(sampleGraph)) as object),
      positions: { [sampleGraph.nodes[0]?.id ?? ""]: [1.5, -2] },
    });
    expect(toJson(fromJson(text))).toBe(toJson(sampleGraph));
  });

  for (const text of ["", "{", "[]", "null", '{"nodes":[]}', '{"nodes":{},"edges":[]}']) {
    it(`refuses what is no graph: ${text}`, () => {
      expect(() => fromJson(text)).toThrow(expect.objectContaining({ code: "graph-json-invalid" }));
    });
  }
});
