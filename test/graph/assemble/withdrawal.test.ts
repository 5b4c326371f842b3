import { describe, expect, it } from "vitest";
import { withdrawal, withoutDocument } from "../../../graph/assemble/withdrawal.ts";
import type { EdgeData, EdgeType, GraphData, NodeData, NodeLabel } from "../../../graph/model/graph-data.ts";
import { loadKnowledge } from "../../../ingest/knowledge/load.io.ts";
import { buildGraph, readDocument } from "../../../ingest/pipeline/index.ts";
import { samples } from "../../ingest/pipeline/samples.ts";

const LABELS: Readonly<Record<string, NodeLabel>> = {
  doc: "Document",
  clause: "Clause",
  task: "Task",
  target: "Target",
  agency: "Agency",
  leader: "Leader",
  article: "Article",
};

const node = (id: string): NodeData => ({
  id,
  label: LABELS[id.split("/")[0] ?? ""] ?? "Agency",
  properties: id.startsWith("doc/") ? { number: id.slice(4), source: `${id}.txt`, ingested: !id.endsWith("?") } : {},
});

/** `LEADS agency/甲 task/乙 @doc/丙`: type, ends and, where words prove it, their document; ids as in the ontology. */
function graphOf(lines: readonly string[], alone: readonly string[] = []): GraphData {
  const count = new Map<string, number>();
  const edges = lines.map((line): EdgeData => {
    const [type = "", source = "", target = "", proof] = line.split(" ");
    const base = `${type}|${source}|${target}`;
    const n = (count.get(base) ?? 0) + 1;
    count.set(base, n);
    const properties = proof === undefined ? {} : { doc: proof.slice(1) };
    return { id: n === 1 ? base : `${base}~${n}`, type: type as EdgeType, source, target, properties };
  });
  const ids = new Set([...edges.flatMap(({ source, target }) => [source, target]), ...alone]);
  return { nodes: [...ids].sort().map(node), edges };
}

const OWN = ["HAS_CLAUSE doc/A clause/A#1", "STATES clause/A#1 task/A#1", "SETS task/A#1 target/A#1 @doc/A"];
const OTHER = ["HAS_CLAUSE doc/B clause/B#1", "STATES clause/B#1 task/B#1"];

/** What goes with `doc/A`. */
const RULE: readonly (readonly [lines: readonly string[], gone: readonly string[], why: string, alone?: string[]])[] = [
  [OWN, ["clause/A#1", "doc/A", "target/A#1", "task/A#1"], "its clauses, tasks and targets"],
  [
    [...OWN, "HAS_CLAUSE clause/A#1 clause/A#1.1"],
    ["clause/A#1", "clause/A#1.1", "doc/A", "target/A#1", "task/A#1"],
    "clauses below clauses",
  ],
  [["LEADS agency/甲 task/B#1 @doc/A", ...OTHER], ["agency/甲", "doc/A"], "a body that it alone names", ["doc/A"]],
  [
    [
      "LEADS agency/甲 task/A#1 @doc/A",
      "LEADS agency/甲 task/B#1 @doc/B",
      "STATES clause/A#1 task/A#1",
      "HAS_CLAUSE doc/A clause/A#1",
      ...OTHER,
    ],
    ["clause/A#1", "doc/A", "task/A#1"],
    "not a body that another document names too",
  ],
  [
    ["ISSUED agency/甲 doc/A @doc/A", "ISSUED agency/甲科 doc/B @doc/B", "PART_OF agency/甲科 agency/甲"],
    ["agency/甲", "doc/A"],
    "hierarchy supports nothing",
  ],
  [
    ["ISSUED agency/甲 doc/A @doc/A", "SUCCEEDED_BY agency/甲 agency/乙"],
    ["agency/乙", "agency/甲", "doc/A"],
    "a successor with the body that it succeeded",
  ],
  [
    ["ISSUED agency/甲 doc/B @doc/B", "ADDRESSED_TO doc/A agency/甲 @doc/A", "SUCCEEDED_BY agency/甲 agency/乙"],
    ["doc/A"],
    "not the successor of a body that stays",
  ],
  [
    [
      "ISSUED agency/甲 doc/A @doc/A",
      "ISSUED agency/乙 doc/A @doc/A",
      "SUCCEEDED_BY agency/甲 agency/乙",
      "SUCCEEDED_BY agency/乙 agency/甲",
    ],
    ["agency/乙", "agency/甲", "doc/A"],
    "bodies that only hold each other",
  ],
  [
    ["SIGNED leader/甲 doc/A @doc/A", "SERVES_IN leader/甲 agency/甲", "ISSUED agency/甲 doc/B @doc/B"],
    ["doc/A", "leader/甲"],
    "a leader whose service no words prove",
  ],
  [["CITES doc/A doc/C? @doc/A"], ["doc/A", "doc/C?"], "a document that it alone cites"],
  [["CITES doc/A doc/C? @doc/A", "CITES doc/B doc/C? @doc/B"], ["doc/A"], "not one that another cites too"],
  [
    [
      "DERIVES_FROM doc/A article/C#1 @doc/A",
      "PART_OF article/C#1 doc/C?",
      "DERIVES_FROM doc/B article/C#2 @doc/B",
      "PART_OF article/C#2 doc/C?",
    ],
    ["article/C#1", "doc/A"],
    "an article, not the document of another article",
  ],
  [
    ["DERIVES_FROM doc/A article/C#1 @doc/A", "PART_OF article/C#1 doc/C?"],
    ["article/C#1", "doc/A", "doc/C?"],
    "the last article with its document",
  ],
  [
    [...OWN, "CITES doc/B doc/A @doc/B"],
    ["clause/A#1", "target/A#1", "task/A#1"],
    "not the document itself where another cites it",
  ],
  [
    ["DERIVES_FROM doc/B article/A#1 @doc/B", "PART_OF article/A#1 doc/A", "ISSUED agency/甲 doc/A"],
    [],
    "nor where another cites its article",
  ],
  [
    ["ALIGNS_WITH task/B#1 task/A#1", ...OWN, ...OTHER],
    ["clause/A#1", "doc/A", "target/A#1", "task/A#1"],
    "likeness supports nothing",
  ],
  [["CITES doc/A doc/C? @doc/A"], ["doc/A", "doc/C?"], "what never had support stays", ["agency/手录"]],
];

describe("a document taken out takes with it", () => {
  for (const [lines, gone, why, alone] of RULE) {
    it(`takes ${why}`, () => {
      const graph = graphOf(lines, alone);
      const { nodes } = withdrawal(graph, "doc/A");
      expect([...nodes].sort()).toEqual(gone);
      const left = withoutDocument(graph, "doc/A");
      const ids = new Set(left.nodes.map(({ id }) => id));
      expect(left.edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target))).toEqual([]);
      expect(left.edges.filter(({ properties }) => properties["doc"] === "doc/A")).toEqual([]);
    });
  }

  it("what was known of it by reading; by name it is known where others cite it", () => {
    const left = withoutDocument(graphOf(["CITES doc/B doc/A @doc/B", "HAS_CLAUSE doc/A clause/A#1"]), "doc/A");
    expect(left.nodes.map(({ id, properties }) => [id, properties])).toEqual([
      ["doc/A", { number: "A", ingested: false }],
      ["doc/B", { number: "B", source: "doc/B.txt", ingested: true }],
    ]);
    expect(left.edges.map(({ id }) => id)).toEqual(["CITES|doc/B|doc/A"]);
  });

  it("its place in the numbers of edges with the same ends", () => {
    const line = "SERVES_IN leader/周 agency/甲";
    const graph = graphOf([`${line} @doc/B`, `${line} @doc/A`, `${line} @doc/C`], ["doc/A", "doc/B", "doc/C"]);
    expect(withoutDocument(graph, "doc/A").edges.map(({ id, properties }) => [id, properties["doc"]])).toEqual([
      ["SERVES_IN|leader/周|agency/甲", "doc/B"],
      ["SERVES_IN|leader/周|agency/甲~2", "doc/C"],
    ]);
  });

  it("nothing where there is no such document, or nobody read it", () => {
    const graph = graphOf(["CITES doc/临府发〔2030〕7号 doc/C? @doc/临府发〔2030〕7号"]);
    expect(() => withdrawal(graph, "doc/临府发〔2031〕7号")).toThrow(
      expect.objectContaining({ code: "document-unknown", hint: expect.stringContaining("doc/临府发〔2030〕7号") }),
    );
    expect(() => withdrawal(graph, "doc/C?")).toThrow(expect.objectContaining({ code: "document-unknown" }));
  });
});

/**
 * Names that the document gave stay: what a body is called beside its full name, and the number by which a document is known
 * that the others cite by its title alone.
 */
describe("the bundled samples without one of them are what the others give", () => {
  const knowledge = loadKnowledge();
  const readings = samples.map((source) => readDocument(source, knowledge));
  const { graph } = buildGraph(readings, knowledge);
  const NAMES = new Set(["aliases", "shortName"]);
  const shapeOf = ({ nodes, edges }: GraphData): unknown => ({
    nodes: nodes.map(({ id, properties }) => [id, Object.entries(properties).filter(([name]) => !NAMES.has(name))]),
    edges: edges.map(({ id, properties }) => [id, properties]),
  });
  /** The 中发 number of a reform plan whose title two others cite. */
  const LINKED: Readonly<Record<string, number>> = { "shanghai-union-2018-22.txt": 2 };

  samples.forEach((source, index) => {
    it(`without ${source.name}`, () => {
      const document = graph.nodes.find(({ properties }) => properties["sha256"] === source.sha256);
      const left = withoutDocument(graph, document?.id ?? "");
      const built = buildGraph(
        readings.filter((_, at) => at !== index),
        knowledge,
      ).graph;
      const differing = LINKED[source.name] ?? 0;
      const ids = new Set(built.edges.map(({ id }) => id));
      expect(left.edges.filter(({ id }) => !ids.has(id))).toHaveLength(differing);
      expect(left.edges).toHaveLength(built.edges.length);
      expect(JSON.stringify(shapeOf(left)) === JSON.stringify(shapeOf(built))).toBe(differing === 0);
    });
  });
});
