import { expect, test } from "vitest";
import type { QueryPayload } from "../../../viewer/server/api.ts";
import { matrixOf, shownColumns, sortedPlaces } from "../../../viewer/web/data/result-table.ts";

const payload = (columns: readonly string[], rows: QueryPayload["rows"] = []): QueryPayload => ({
  columns,
  header: columns,
  rows,
  nodes: [],
  truncated: false,
  warnings: [],
});

const merged: readonly [readonly string[], readonly (readonly [string, string | undefined])[], string][] = [
  [["task", "taskId"], [["task", "taskId"]], "an id goes into what it is the id of"],
  [["label", "name", "nodeId"], [["label", undefined], ["name", "nodeId"]], "a node has a name"],
  [["firstAgency", "firstTasks", "firstId"], [["firstAgency", "firstId"], ["firstTasks", undefined]], "half a name"],
  [["quote", "clauseId"], [["quote", undefined], ["clauseId", undefined]], "an id of nothing beside it stays"],
  [["paid", "void"], [["paid", undefined], ["void", undefined]], "an ending that is no id"],
]; // biome-ignore format: a table
test.each(merged)("columns %j are shown as %j: %s", (columns, expected) => {
  const shown = shownColumns(payload(columns));
  expect(shown.map(({ name, idAt }) => [name, idAt === undefined ? undefined : columns[idAt]])).toEqual(expected);
});

test("a column counts as numbers where it holds nothing else", () => {
  const rows = [
    [1, 1, null],
    [null, "甲", null],
  ];
  expect(shownColumns(payload(["a", "b", "c"], rows)).map(({ isNumeric }) => isNumeric)).toEqual([true, false, false]);
});

const sorted: readonly [QueryPayload["rows"], boolean, readonly number[], string][] = [
  [[[2], [10], [1]], false, [2, 0, 1], "numbers by size"],
  [[[2], [null], [10]], true, [2, 0, 1], "what is empty is last, upwards and downwards"],
  [[["第10条"], ["第9条"]], false, [1, 0], "numbers inside words by size"],
  [[["甲"], ["甲"]], true, [0, 1], "equal ones stay as they were"],
]; // biome-ignore format: a table
test.each(sorted)("%j, descending %s, is put in the order %j: %s", (rows, descending, expected) => {
  expect(sortedPlaces(rows, { at: 0, descending })).toEqual(expected);
});

test("without an order the rows stay as the query has them", () => {
  expect(sortedPlaces([[2], [1]], undefined)).toEqual([0, 1]);
});

test("a list of pairs with a number is laid out as a matrix, names of the same words told apart by their ids", () => {
  const rows = [
    ["甲局", "牵头", 3, "agency/1"],
    ["甲局", "参与", 1, "agency/1"],
    ["甲局", "牵头", 2, "agency/2"],
  ];
  const matrix = matrixOf(payload(["agency", "role", "tasks", "agencyId"], rows));
  expect(matrix?.columns).toEqual(["牵头", "参与"]);
  expect(matrix?.rows.map(({ id, values }) => [id, values])).toEqual([
    ["agency/1", [3, 1]],
    ["agency/2", [2]],
  ]);
  expect(matrix?.most).toBe(3);
});

test("a list without a number is no matrix", () => {
  expect(matrixOf(payload(["a", "b"], [["甲", "乙"]]))).toBeUndefined();
});
