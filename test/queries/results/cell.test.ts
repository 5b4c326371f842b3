import { expect, test } from "vitest";
import type { Value } from "../../../graph/stores/value.ts";
import { cellText } from "../../../queries/results/cell.ts";

const node = (id: string, properties: Record<string, Value>): Value => ({ id, label: "Agency", properties });
const edge: Value = { id: "LEADS|a|b", type: "LEADS", source: "a", target: "b", properties: {} };

const rows: readonly [string, Value, string][] = [
  ["nothing", null, ""],
  ["a word", "牵头", "牵头"],
  ["a number", 0, "0"],
  ["a truth", false, "false"],
  ["a list", ["甲局", "乙局"], "甲局、乙局"],
  ["a node by its name", node("agency/甲局", { name: "甲局" }), "甲局"],
  ["a node without one by its id", node("agency/甲局", {}), "agency/甲局"],
  ["an edge by its type", edge, "LEADS"],
  [
    "a path by its nodes",
    { nodes: [node("a", { name: "甲" }), node("b", { name: "乙" })] as never, edges: [] },
    "甲 → 乙",
  ],
  ["a map", { 甲: 1 }, '{"甲":1}'],
];
test.each(rows)("%s", (_why, value, expected) => {
  expect(cellText(value, "zh")).toBe(expected);
});
