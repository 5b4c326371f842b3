import { expect, test } from "vitest";
import type { CatalogQuery } from "../../../viewer/server/api.ts";
import { parametersIn, placeOfError, subjectsOf } from "../../../viewer/web/data/library.ts";

const query = (name: string, title: string, tags: readonly string[]): CatalogQuery => ({
  name,
  title: { zh: title, en: name },
  description: { zh: "", en: "" },
  tags,
  view: "table",
  parameters: [],
  columns: [],
  cypher: "RETURN 1 AS n",
});
const LIBRARY = [
  query("late", "逾期任务", ["task"]),
  query("bodies", "各单位", ["agency"]),
  query("own", "自定", ["我的"]),
];

test("the library stands by subject, subjects of the user's own last", () => {
  expect(subjectsOf(LIBRARY, "").map(({ tag }) => tag)).toEqual(["agency", "task", "我的"]);
});

test.each([
  ["逾期", ["late"], "a word of the title"],
  [" BODIES ", ["bodies"], "the name, in any case"],
  ["task", ["late"], "a tag"],
  ["没有", [], "words of none"],
])("%j finds %j: %s", (words, names) => {
  expect(subjectsOf(LIBRARY, words).flatMap(({ queries }) => queries.map(({ name }) => name))).toEqual(names);
});

test.each([
  ["RETURN $甲, $b2, $甲", ["甲", "b2"], "each once, in order"],
  [`RETURN "$no", '$no\\' $no', \`$no\`, $yes // $no`, ["yes"], "none in strings, names and comments"],
  ["RETURN 1 /* $no\n$no */ + $yes", ["yes"], "none in a comment of several lines"],
])("%j takes %j: %s", (statement, names) => {
  expect(parametersIn(statement)).toEqual(names);
});

const STATEMENT = "MATCH (a)\nRETRUN a";
const places: readonly [string, number | undefined, string][] = [
  ["语句有误: 第 2 行第 1 列 (line 2, column 1): …", 10, "a line and a column"],
  ["没有位置", undefined, "no place"],
  ["line 9, column 9", undefined, "a place that is not in the statement"],
];
test.each(places)("%j points at %j: %s", (message, place) => {
  expect(placeOfError(message, STATEMENT)).toBe(place);
});
