import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../../ingest/knowledge/load.io.ts";
import { readDocument } from "../../../../ingest/pipeline/index.ts";

const knowledge = loadKnowledge();
const served = (text: string): readonly string[] =>
  readDocument({ name: "roster.txt", sha256: "0".repeat(64), text }, knowledge).facts.flatMap(
    ({ predicate, subject, object, properties }) =>
      predicate === "SERVES_IN" && subject.kind === "person" && object.kind === "agency"
        ? [`${subject.name} ${object.surface} ${String(properties["post"])}`]
        : [],
  );

describe("rosters", () => {
  it.each([
    [
      "成立推进工作领导小组。\n组  长：李国强  市政府副市长\n副组长：王建国  市财政局局长\n成  员：张伟民  市审计局副局长\n        周 明  市民政局副局长\n",
      ["李国强 市政府 副市长", "王建国 市财政局 局长", "张伟民 市审计局 副局长", "周明 市民政局 副局长"],
      "a line a person, spaces inside names",
    ],
    [
      "一、成立工作领导小组。组 长：李国强 市政府副市长副组长：王建国 市财政局局长成 员：张伟民 市审计局副局长周明 市民政局副局长二、任务分工。三、保障措施。",
      ["李国强 市政府 副市长", "王建国 市财政局 局长", "张伟民 市审计局 副局长", "周明 市民政局 副局长"],
      "all line breaks lost",
    ],
    ["组长：由市政府分管领导担任。成员：市财政局、市审计局主要负责同志。", [], "posts without names"],
    ["联系人：王建国 市财政局科长", [], "a contact is no roster"],
  ])("%j → %j (%s)", (text, expected) => {
    expect(served(text)).toEqual(expected);
  });
});
