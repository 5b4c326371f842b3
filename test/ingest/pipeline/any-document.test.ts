import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EdgeData, GraphData } from "../../../graph/model/graph-data.ts";
import type { SourceText } from "../../../graph/model/reading.ts";
import { fold } from "../../../graph/model/text.ts";
import { faultsOf } from "../../../graph/schema/conform.ts";
import { loadOntology } from "../../../graph/schema/ontology.io.ts";
import { loadKnowledge } from "../../../ingest/knowledge/load.io.ts";
import { buildGraph, readDocument } from "../../../ingest/pipeline/index.ts";
import { samples, sourceOf } from "./samples.ts";

const knowledge = loadKnowledge();
const ontology = loadOntology();
const graphOf = (sources: readonly SourceText[]): GraphData =>
  buildGraph(
    sources.map((source) => readDocument(source, knowledge)),
    knowledge,
  ).graph;

/** Evidence holds: its span lies in the text, and the characters of the mention stand there in order. */
function provesMention({ properties }: EdgeData, text: string): boolean {
  const { from, to, mention } = properties;
  if (typeof from !== "number" || typeof to !== "number" || from < 0 || from >= to || to > text.length) return false;
  const wanted = [...fold(String(mention ?? ""))];
  let found = 0;
  for (const char of fold(text.slice(from, to))) if (char === wanted[found]) found++;
  return found === wanted.length;
}

/** What is wrong with the graph of these documents: against the ontology, or not proven by the text. */
function faultsIn(sources: readonly SourceText[]): readonly unknown[] {
  const graph = graphOf(sources);
  const texts = new Map(sources.map(({ sha256, text }) => [sha256, text]));
  const textOf = new Map(graph.nodes.map(({ id, properties }) => [id, texts.get(String(properties["sha256"]))]));
  const unproven = graph.edges.filter((edge) => {
    const text = textOf.get(String(edge.properties["doc"] ?? ""));
    return (
      edge.properties["doc"] !== undefined &&
      edge.properties["inferred"] !== true &&
      !(text !== undefined && provesMention(edge, text))
    );
  });
  return [
    ...faultsOf(graph, ontology),
    ...unproven.map(({ id, properties }) => [id, properties["mention"], properties["from"], properties["to"]]),
  ];
}

const PIECES = [
  "市财政局",
  "各区人民政府",
  "王 健",
  "（牵头单位：",
  "责任单位：",
  "）",
  "由",
  "会同",
  "负责",
  "牵头",
  "、",
  "，",
  "。",
  "；",
  "\n",
  "　　",
  "一、",
  "（一）",
  "1.",
  "2031年",
  "6月底前",
  "《某市条例》",
  "〔2031〕5号",
  "沪工总发",
  "第三条",
  "以下简称",
  "序号",
  "任务",
  "完成时限",
  "附件",
  "抄送：",
  "列首位的为牵头单位，下同",
  "关于印发",
  "的通知",
  "100%",
  "到2035年",
  "\u0000",
  "A",
  "（",
  "〔",
  "【",
];
const runs = { seed: 20261121, numRuns: 150 };

describe("readDocument and buildGraph, for any text", () => {
  it("prove every edge of the bundled samples and keep to the ontology", () => {
    expect(faultsIn(samples)).toEqual([]);
  });

  it("give a sound graph for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(faultsIn([sourceOf("any.txt", text)])).toEqual([]);
      }),
      runs,
    );
  });

  it("give a sound graph for any heap of what documents are made of", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }), (pieces) => {
        expect(faultsIn([sourceOf("heap.txt", pieces.join(""))])).toEqual([]);
      }),
      runs,
    );
  });

  it("give a sound graph for any mutation of a real document", () => {
    const cut = fc.record({
      sample: fc.nat(samples.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(400),
      insert: fc.constantFrom(...PIECES, ""),
      lost: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        let text = samples[cuts[0]?.sample ?? 0]?.text ?? "";
        for (const { at, length, insert, lost } of cuts) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + insert + text.slice(from + length);
          if (lost) text = text.replaceAll("\n", "");
        }
        expect(faultsIn([sourceOf("mutated.txt", text)])).toEqual([]);
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("give the same bytes for the same documents", () => {
    expect(JSON.stringify(graphOf(samples))).toBe(JSON.stringify(graphOf(samples)));
  });
});
