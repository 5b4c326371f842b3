import { expect, test } from "vitest";
import { formatCsv } from "../../../queries/results/csv.ts";

const rows: readonly [string, string | number, string][] = [
  ["plain words", "市文旅局", "市文旅局"],
  ["a formula", "=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["a command", "@SUM(A1)", "'@SUM(A1)"],
  ["a plus", "+8613800000000", "'+8613800000000"],
  ["a dash of text", "-甲", "'-甲"],
  ["a full-width sign, which Excel takes for the narrow one", "＝1+1", "'＝1+1"],
  ["a negative number", -5, "-5"],
  ["a comma", "甲,乙", '"甲,乙"'],
  ["a quotation mark", '甲"乙', '"甲""乙"'],
  ["a line break", "甲\n乙", '"甲\n乙"'],
];
test.each(rows)("%s is safe in a spreadsheet", (_why, cell, expected) => {
  expect(formatCsv(["a"], [[cell]], false)).toBe(`a\r\n${expected}\r\n`);
});

test("a file starts with the mark that tells Excel it is UTF-8, a pipe does not", () => {
  expect(formatCsv(["单位"], [], true)).toBe("\u{FEFF}单位\r\n");
  expect(formatCsv(["单位"], [], false)).toBe("单位\r\n");
});
