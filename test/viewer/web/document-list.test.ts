import { expect, test } from "vitest";
import { documentRows, findDocuments, hitsIn } from "../../../viewer/web/data/document-list.ts";
import { smallNetwork } from "./small-network.ts";

const rows = documentRows(smallNetwork());
const ids = (query: string): string[] => findDocuments(rows, query).map(({ thing }) => thing.id);
const CITED = "doc/测委发〔2020〕1号";

test.each([
  ["", ["doc/乙", "doc/甲", CITED], "all: those with most tasks first, then those cited most"],
  ["  ", ["doc/乙", "doc/甲", CITED], "nothing but spaces"],
  ["河堤", ["doc/甲"], "a word of the title"],
  ["关于印发", ["doc/甲"], "the office wording that the list leaves out"],
  ["测府发〔2021〕3号", ["doc/甲"], "a number"],
  ["测府发[2021]", ["doc/甲"], "a number with other brackets"],
  ["测府发2021", ["doc/甲"], "a number without brackets"],
  ["２０２１", ["doc/甲"], "full-width digits"],
  ["通知 河堤", ["doc/甲"], "two words in another order"],
  ["河堤　2021", ["doc/甲"], "title and number, parted by a full-width space"],
  ["测试市财政局", ["doc/乙"], "the issuing body"],
  ["YAODIAN", ["doc/乙"], "the name of the file, in capitals"],
  ["河堤 财政", [], "words of two documents"],
  ["〔", ["doc/甲", CITED], "a bracket alone"],
  ["航天", [], "what is not there"],
])("%j finds %j: %s", (query, expected) => {
  expect(ids(query)).toEqual(expected);
});

const marked: readonly [string, string, readonly (readonly [number, number])[], string][] = [
  ["测府发〔2021〕3号", "2021", [[4, 8]], "in the middle"],
  ["测府发〔2021〕3号", "[2021]", [[3, 9]], "with other brackets"],
  [
    "河堤方案",
    "方案 河堤",
    [
      [0, 2],
      [2, 4],
    ],
    "two words, in the order of the text",
  ],
  ["河堤方案", "河堤 堤方", [[0, 2]], "two that overlap"],
  ["河堤方案", "财政", [], "none"],
];

test.each(marked)("in %j the words of %j stand at %j: %s", (text, query, expected) => {
  expect(hitsIn(text, query)).toEqual(expected);
});
