import { describe, expect, test } from "vitest";
import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";
import { type Filters, visibleOf } from "../../../viewer/web/data/visible.ts";
import { smallNetwork } from "./small-network.ts";

const network = smallNetwork();

const show = (filters: Partial<Filters>) =>
  visibleOf(network, {
    hiddenKinds: new Set<NodeLabel>(["Clause"]),
    hiddenRelations: new Set<EdgeType>(),
    documents: new Set<string>(),
    inferred: true,
    ...filters,
  });

const linesOf = (filters: Partial<Filters>): string[] =>
  show(filters).lines.map(({ type, source, target }) => `${type} ${source.id} ${target.id}`);

const idsOf = (filters: Partial<Filters>): string[] => [...show(filters).things].map(({ id }) => id);

describe("what is drawn", () => {
  test("a hidden clause leaves its lines to its document", () => {
    const lines = linesOf({});
    expect(lines).toContain("STATES doc/甲 task/甲#一");
    expect(lines).toContain("DERIVES_FROM doc/甲 article/测委发〔2020〕1号#7");
    expect(lines.some((line) => line.startsWith("HAS_CLAUSE"))).toBe(false);
  });

  test("a shown clause keeps its lines", () => {
    const lines = linesOf({ hiddenKinds: new Set() });
    expect(lines).toContain("STATES clause/甲#一 task/甲#一");
    expect(lines).toContain("HAS_CLAUSE doc/甲 clause/甲#一");
  });

  test("a hidden kind takes its lines with it", () => {
    expect(linesOf({ hiddenKinds: new Set<NodeLabel>(["Clause", "Task"]) }).join()).not.toContain("task/");
  });

  test("relations and inferences can be left out", () => {
    expect(linesOf({ hiddenRelations: new Set<EdgeType>(["LEADS"]) }).join()).not.toContain("LEADS");
    expect(linesOf({ inferred: false }).join()).not.toContain("PARTICIPATES_IN");
  });

  test("one document brings what relates to it, and nothing else", () => {
    const ids = idsOf({ documents: new Set(["doc/甲"]) });
    expect(ids).toContain("agency/测试市水务局");
    expect(ids).toContain("doc/测委发〔2020〕1号");
    expect(ids).not.toContain("doc/乙");
    expect(ids).not.toContain("task/乙#一");
    expect(idsOf({ documents: new Set(["doc/乙"]) })).not.toContain("leader/测试市/王水");
  });

  test("kinds are counted", () => {
    expect(Object.fromEntries(show({}).counts)).toEqual({ Agency: 2, Article: 1, Document: 3, Leader: 1, Task: 2 });
  });
});
