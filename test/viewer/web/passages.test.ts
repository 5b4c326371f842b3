import { describe, expect, test } from "vitest";
import type { EdgeData } from "../../../graph/model/graph-data.ts";
import { mentionsOf, passagesOf, rangesOf } from "../../../viewer/web/data/passages.ts";

const edge = (id: string, properties: EdgeData["properties"]): EdgeData => ({
  id,
  type: "LEADS",
  source: "agency/a",
  target: "task/t",
  properties,
});

const edges = [
  edge("second", { doc: "doc/a", from: 20, to: 24, clause: "clause/1", cueFrom: 12, cueTo: 16 }),
  edge("first", { doc: "doc/a", from: 5, to: 9 }),
  edge("elsewhere", { doc: "doc/b", from: 1, to: 2 }),
  edge("structure", { doc: "doc/a" }),
];

describe("the passages that prove edges", () => {
  const passages = passagesOf(edges, "doc/a");

  test("are those of the document, in text order", () => {
    expect(passages.map((passage) => passage.edge)).toEqual(["first", "second"]);
  });

  test("in focus show their words and the words of the role, the others show quietly", () => {
    expect(rangesOf(passages, passages[1])).toEqual([
      { from: 5, to: 9, tone: "also" },
      { from: 20, to: 24, tone: "focus" },
      { from: 12, to: 16, tone: "cue" },
    ]);
  });
});

test("a document's marks lead to what the words mention", () => {
  const mark = { edge: "e", source: "clause/1", target: "doc/b", from: 3, to: 8 };
  expect(mentionsOf([{ ...mark, type: "DERIVES_FROM" }])[0]?.thing).toBe("doc/b");
  expect(mentionsOf([{ ...mark, type: "LEADS", source: "agency/a" }])[0]?.thing).toBe("agency/a");
  expect(
    mentionsOf([
      { ...mark, type: "CITES" },
      { ...mark, type: "CITES", edge: "f" },
    ]),
  ).toHaveLength(1);
});
