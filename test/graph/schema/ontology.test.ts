import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EdgeType, GraphData, NodeLabel } from "../../../graph/model/graph-data.ts";
import { packageRoot } from "../../../graph/package-root.io.ts";
import { faultsOf } from "../../../graph/schema/conform.ts";
import { loadOntology } from "../../../graph/schema/ontology.io.ts";
import { sampleGraph } from "../stores/sample-graph.ts";

/** Complete by type: a label or edge type that is added to the model and not here does not compile. */
const LABELS: Record<NodeLabel, true> = {
  Document: true,
  Clause: true,
  Article: true,
  Task: true,
  Agency: true,
  Leader: true,
  Target: true,
};
const TYPES: Record<EdgeType, true> = {
  HAS_CLAUSE: true,
  STATES: true,
  LEADS: true,
  RESPONSIBLE_FOR: true,
  PARTICIPATES_IN: true,
  OVERSEES: true,
  DERIVES_FROM: true,
  CITES: true,
  PART_OF: true,
  ISSUED: true,
  ADDRESSED_TO: true,
  SIGNED: true,
  SERVES_IN: true,
  SETS: true,
  ALIGNS_WITH: true,
  SUCCEEDED_BY: true,
};

const ontology = loadOntology();

describe("the ontology", () => {
  it("describes every label and edge type of the model and no other", () => {
    expect(ontology.nodes.map(({ label }) => label).sort()).toEqual(Object.keys(LABELS).sort());
    expect(ontology.edges.map(({ type }) => type).sort()).toEqual(Object.keys(TYPES).sort());
  });

  it("is read in the order in which people read it", () => {
    expect(ontology.nodes.map(({ label }) => label).slice(0, 4)).toEqual(["Document", "Clause", "Task", "Agency"]);
    expect(ontology.edges.map(({ type }) => type).slice(0, 3)).toEqual(["LEADS", "RESPONSIBLE_FOR", "PARTICIPATES_IN"]);
  });

  it("names file and line of what is wrong", () => {
    const folder = mkdtempSync(join(tmpdir(), "ceyuan-ontology-"));
    const file = join(folder, "nodes", "Leader.yaml");
    const wrongs: readonly (readonly [(text: string) => string, RegExp])[] = [
      [(text) => text.replace("type: strings", "type: list"), /nodes\/Leader\.yaml:9: properties\.posts\.type/u],
      [(text) => text.replace("zh: 领导\n", ""), /nodes\/Leader\.yaml:1: zh/u],
      [(text) => text.replace("label: Leader", "label: Chief"), /nodes\/Leader\.yaml:1: Chief/u],
      [(text) => `${text}  - [`, /nodes\/Leader\.yaml:\d+: /u],
      [(text) => text.replace("properties:", "extra: 1\nproperties:"), /nodes\/Leader\.yaml:\d+: .*extra/u],
    ];
    try {
      for (const [change, message] of wrongs) {
        cpSync(join(packageRoot(), "seeds", "ontology"), folder, { recursive: true });
        writeFileSync(file, change(readFileSync(file, "utf8")));
        expect(() => loadOntology(folder)).toThrow(message);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const changed = (edge: Partial<GraphData["edges"][number]>): GraphData => ({
  nodes: sampleGraph.nodes,
  edges: sampleGraph.edges.map((old) => (old.type === "LEADS" && old.id.includes("一/1") ? { ...old, ...edge } : old)),
});

describe("conformance", () => {
  const [document] = sampleGraph.nodes;
  it("has nothing to say of a graph in order", () => {
    expect([...faultsOf(sampleGraph, ontology)]).toEqual([]);
  });

  const faults: readonly (readonly [GraphData, RegExp, string])[] = [
    [{ nodes: [{ ...document, label: "Paper" as NodeLabel } as never], edges: [] }, /unknown label Paper/u, "label"],
    [changed({ type: "GUIDES" as EdgeType }), /unknown type GUIDES/u, "type"],
    [changed({ type: "OVERSEES" }), /may not go from Agency to Task/u, "ends"],
    [changed({ properties: {} }), /quote is missing/u, "evidence is required of an edge read from text"],
    [
      { nodes: [{ id: "a", label: "Agency", properties: { name: "甲", colour: "红" } }], edges: [] },
      /colour/u,
      "unknown",
    ],
    [{ nodes: [{ id: "a", label: "Agency", properties: { name: 7 } }], edges: [] }, /name is no string: 7/u, "type"],
    [{ nodes: [{ id: "a", label: "Agency", properties: {} }], edges: [] }, /name is missing/u, "required"],
    [
      { nodes: [{ id: "a", label: "Article", properties: { number: 1.5, label: "x" } }], edges: [] },
      /number is no integer/u,
      "integer",
    ],
  ];
  for (const [graph, message, why] of faults) {
    it(`names what departs: ${why} ${message.source}`, () => {
      expect([...faultsOf(graph, ontology)].join("\n")).toMatch(message);
    });
  }
});
