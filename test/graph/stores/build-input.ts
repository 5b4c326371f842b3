import { createHash } from "node:crypto";
import type { GraphData } from "../../../graph/model/graph-data.ts";
import type { SourceText } from "../../../graph/model/reading.ts";
import type { BuildInput } from "../../../graph/stores/workspace.io.ts";

const text = "临江市总工会\n关于印发《技能提升行动方案》的通知\n";
export const sampleSource: SourceText = {
  name: "plan.txt",
  sha256: createHash("sha256").update(text).digest("hex"),
  text,
};

export const buildInputOf = (graph: GraphData, change: Partial<BuildInput> = {}): BuildInput => ({
  graph,
  layout: Object.fromEntries(graph.nodes.map(({ id }, index) => [id, [index, index / 2 - 7]])),
  report: { documents: [{ file: "plan.txt", sha256: sampleSource.sha256 }], diagnostics: [] },
  sources: [sampleSource],
  inputs: [{ name: sampleSource.name, sha256: sampleSource.sha256 }],
  fingerprint: "f1",
  ...change,
});

/** A chain of agencies, as long as asked for. */
export const grownGraph = (size: number): GraphData => ({
  nodes: Array.from({ length: size }, (_, index) => ({
    id: `agency/单位${index}`,
    label: "Agency" as const,
    properties: { name: `单位${index}`, aliases: [`甲${index}`, `乙${index}`] },
  })),
  edges: Array.from({ length: size - 1 }, (_, index) => ({
    id: `PART_OF|${index}`,
    type: "PART_OF" as const,
    source: `agency/单位${index}`,
    target: `agency/单位${index + 1}`,
    properties: { quote: "隶属于" },
  })),
});
