import { expect, test } from "vitest";
import { searchIndex } from "../../../viewer/web/data/search.ts";
import { smallNetwork } from "./small-network.ts";

const search = searchIndex(smallNetwork());

test.each([
  ["王水", ["leader/测试市/王水"], "a whole name"],
  ["市水利局", ["agency/测试市水务局"], "an alias"],
  ["水", ["leader/测试市/王水", "agency/测试市水务局"], "leaders and bodies before texts"],
  ["测府发[2021]3号", ["doc/甲"], "a number with other brackets"],
  ["测府发（2021）3", ["doc/甲"], "a number with full-width brackets"],
  ["河堤方案", ["doc/甲"], "the enclosed title"],
  ["测委发", ["doc/测委发〔2020〕1号"], "a document before its articles"],
  ["　修好 ", ["task/甲#一"], "spaces around the words"],
])("%s finds first %j: %s", (query, expected) => {
  const ids = search(query, 20).hits.map(({ thing }) => thing.id);
  expect(ids.slice(0, expected.length)).toEqual(expected);
});

test("nothing is found for nothing, and for what is not there", () => {
  expect(search("   ", 20)).toEqual({ hits: [], total: 0 });
  expect(search("航天", 20).hits).toEqual([]);
});

test("a hit says which words matched and where", () => {
  const { words, from, to } = search("水利局", 5).hits[0] ?? { words: "", from: 0, to: 0 };
  expect(words).toBe("市水利局");
  expect(words.slice(from, to)).toBe("水利局");
});

test("all are counted, the first are given", () => {
  const { hits, total } = search("测", 2);
  expect(hits).toHaveLength(2);
  expect(total).toBeGreaterThan(2);
});
