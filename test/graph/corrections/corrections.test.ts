import { describe, expect, it } from "vitest";
import { applyCorrections } from "../../../graph/corrections/apply.ts";
import { parseCorrections } from "../../../graph/corrections/parse.ts";
import type { GraphData } from "../../../graph/model/graph-data.ts";

const text = "一、修桥。（牵头单位：甲局）\n由乙办配合。";
const graph: GraphData = {
  nodes: [
    { id: "agency/丙市乙办公室", label: "Agency", properties: { name: "丙市乙办公室", resolved: true } },
    { id: "agency/丙市甲局", label: "Agency", properties: { name: "丙市甲局", kind: "department", resolved: true } },
    { id: "agency/丙市甲管理局", label: "Agency", properties: { name: "丙市甲管理局", resolved: true } },
    {
      id: "doc/丙发〔2031〕1号",
      label: "Document",
      properties: { number: "丙发〔2031〕1号", source: "a.txt", sha256: "f".repeat(64) },
    },
    { id: "task/丙发〔2031〕1号#一", label: "Task", properties: { title: "修桥", source: "a.txt" } },
  ],
  edges: [
    {
      id: "LEADS|agency/丙市甲局|task/丙发〔2031〕1号#一",
      type: "LEADS",
      source: "agency/丙市甲局",
      target: "task/丙发〔2031〕1号#一",
      properties: { doc: "doc/丙发〔2031〕1号", from: 11, to: 13, mention: "甲局" },
    },
    {
      id: "LEADS|agency/丙市甲管理局|task/丙发〔2031〕1号#一",
      type: "LEADS",
      source: "agency/丙市甲管理局",
      target: "task/丙发〔2031〕1号#一",
      properties: { doc: "doc/丙发〔2031〕1号", from: 20, to: 22, mention: "甲管局" },
    },
  ],
};
const sources = [{ name: "a.txt", sha256: "f".repeat(64), text }];
const correct = (yaml: string) => applyCorrections(graph, parseCorrections(yaml, "corrections.yaml"), sources);
const leads = (yaml: string): string[] => correct(yaml).graph.edges.map(({ id }) => id);

describe("corrections", () => {
  it("merge two bodies that are one, keep the other name as an alias and number the edges in text order", () => {
    const { graph: corrected, effects } = correct("- same: [丙市甲局, 丙市甲管理局]\n  why: 两种写法\n");
    expect(corrected.edges.map(({ id }) => id)).toEqual([
      "LEADS|agency/丙市甲局|task/丙发〔2031〕1号#一",
      "LEADS|agency/丙市甲局|task/丙发〔2031〕1号#一~2",
    ]);
    expect(corrected.nodes.find(({ id }) => id === "agency/丙市甲局")?.properties["aliases"]).toEqual(["丙市甲管理局"]);
    expect(effects).toEqual([
      {
        line: 1,
        changed: 1,
        message: "丙市甲管理局 并入 丙市甲局，改动 1 条关系",
        english: "merged 丙市甲管理局 into 丙市甲局; relations changed: 1",
      },
    ]);
  });

  const cases: readonly (readonly [yaml: string, edges: readonly string[], why: string])[] = [
    [
      "- different: { agency: 丙市甲局, document: 丙发〔2031〕1号, mention: 甲局 }",
      [
        "LEADS|agency/?丙发〔2031〕1号/甲局|task/丙发〔2031〕1号#一",
        "LEADS|agency/丙市甲管理局|task/丙发〔2031〕1号#一",
      ],
      "a mention that is not the body it was taken for",
    ],
    [
      "- rename: { from: 丙市甲局, to: 丙市甲和丁局 }",
      ["LEADS|agency/丙市甲和丁局|task/丙发〔2031〕1号#一", "LEADS|agency/丙市甲管理局|task/丙发〔2031〕1号#一"],
      "another full name",
    ],
    [
      "- drop: LEADS|agency/丙市甲管理局|task/丙发〔2031〕1号#一",
      ["LEADS|agency/丙市甲局|task/丙发〔2031〕1号#一"],
      "a wrong edge",
    ],
    [
      "- add: { type: PARTICIPATES_IN, agency: 丙市乙办公室, task: task/丙发〔2031〕1号#一, mention: 乙办, quote: 由乙办配合 }",
      [
        "LEADS|agency/丙市甲局|task/丙发〔2031〕1号#一",
        "LEADS|agency/丙市甲管理局|task/丙发〔2031〕1号#一",
        "PARTICIPATES_IN|agency/丙市乙办公室|task/丙发〔2031〕1号#一",
      ],
      "an edge that was missed",
    ],
  ];
  it.each(cases)("%s (%#)", (yaml, edges) => {
    expect(leads(yaml)).toEqual(edges);
  });

  it("prove an added edge by the exact words of the source", () => {
    const { graph: corrected } = correct(cases[3]?.[0] ?? "");
    const added = corrected.edges.at(-1)?.properties;
    expect(text.slice(Number(added?.["from"]), Number(added?.["to"]))).toBe("乙办");
  });

  it.each([
    ["- drop: LEADS|nobody|nothing", "没有关系"],
    ["- same: [丙市甲局, 丙市没有局]", "没有单位“丙市没有局”"],
    [
      "- add: { type: LEADS, agency: 某局, task: task/丙发〔2031〕1号#一, mention: 某局, quote: 某局牵头 }",
      "原文中没有",
    ],
  ])("say that %s had no effect", (yaml, message) => {
    const { graph: corrected, effects } = correct(yaml);
    expect(corrected.edges).toEqual(graph.edges);
    expect(effects[0]?.changed).toBe(0);
    expect(effects[0]?.message).toContain(message);
  });

  it.each([
    ["same: [a, b]", "第 1 行", "a mapping where a list is wanted"],
    ["- same: [只有一个]", "第 1 行", "one name is not two"],
    ["# 说明\n- drop: x\n- merge: [a, b]", "第 3 行", "an unknown kind"],
    ["- same: [a, b\n", "第", "broken YAML"],
    ["- &a { drop: x }\n- *a", "第", "an alias"],
  ])("refuse %j naming the line", (yaml, where) => {
    expect(() => parseCorrections(yaml, "corrections.yaml")).toThrow(where);
  });

  it("leave the graph as it is without corrections", () => {
    expect(applyCorrections(graph, [], sources).graph).toBe(graph);
  });
});
