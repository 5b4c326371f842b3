import { describe, expect, it } from "vitest";
import { articlesAt } from "../../../../ingest/recognize/citations/article.ts";
import { citationRecognizerOf } from "../../../../ingest/recognize/citations/index.ts";
import { issuerBefore } from "../../../../ingest/recognize/citations/issuer.ts";
import { definedNames, findShortNames } from "../../../../ingest/recognize/citations/short-name.ts";
import { findTitles } from "../../../../ingest/recognize/citations/title.ts";
import { titleParts } from "../../../../ingest/recognize/citations/title-core.ts";
import { unquotedTitleBefore } from "../../../../ingest/recognize/citations/unquoted-title.ts";
import { knowledge } from "../../read-text.ts";

const { judge } = citationRecognizerOf(knowledge);

describe("titles in 《》", () => {
  const cases: readonly (readonly [text: string, expected: readonly string[], why: string])[] = [
    ["《甲条例》《乙办法》", ["甲条例", "乙办法"], "side by side"],
    ["《关于印发〈甲方案〉的通知》", ["关于印发〈甲方案〉的通知"], "nested in 〈〉"],
    ["《关于印发《甲方案》的通知》", ["关于印发〈甲方案〉的通知"], "nested in 《》"],
    ["《关于印发<甲方案>的通知》", ["关于印发〈甲方案〉的通知"], "nested in <>"],
    ["《甲条例，依照《乙办法》", ["乙办法"], "a lost closing mark hides nothing behind it"],
    ["《甲条例", [], "never closed"],
    ["《财政部 民政部关于APP Store管理的意见》", ["财政部民政部关于APP Store管理的意见"], "blanks between hanzi go"],
  ];
  it.each(cases)("%s → %j (%s)", (text, expected) => {
    expect(findTitles(text).map(({ title }) => title)).toEqual(expected);
  });
});

describe("articles", () => {
  const cases: readonly (readonly [text: string, expected: readonly string[], why: string])[] = [
    ["第十三条", ["13"], "Chinese numerals"],
    ["第十三条第二款第（三）项规定", ["13.2.3"], "with paragraph and item"],
    ["第13条、第15条和第20条", ["13", "15", "20"], "several"],
    ["第3、4、5条", ["3", "4", "5"], "one 第 for several"],
    ["第四条至第六条", ["4"], "a range over two names is read to its first"],
    ["第四至六条", ["4", "5", "6"], "a range"],
    ["第一百二十条之一", ["120"], "an article put in later"],
    ["第三章", [], "a chapter is no article"],
    ["的第三条", [], "only right behind the citation"],
  ];
  it.each(cases)("%s → %j (%s)", (text, expected) => {
    const found = articlesAt(text, 0).map(({ article, paragraph, item }) =>
      [article, paragraph, item].filter((part) => part !== undefined).join("."),
    );
    expect(found).toEqual(expected);
  });
});

describe("short names", () => {
  const cases: readonly (readonly [words: string, expected: readonly string[], why: string])[] = [
    ["江府发〔2023〕12号，以下简称《意见》", ["title 意见"], "in 《》"],
    ["以下简称江府发“12号文”", ["bare 江府发“12号文”"], "code and quoted number"],
    ["以下简称“二十条”", ["quoted 二十条"], "in quotes"],
    ["下称“《通知》”", ["title 通知"], "《》 inside quotes"],
    ["以下简称省《办法》", ["title 办法"], "with a word before 《》"],
    ["以下统称规划纲要", ["bare 规划纲要"], "bare"],
    ["2021年修订", [], "no definition"],
  ];
  it.each(cases)("%s → %j (%s)", (words, expected) => {
    expect(definedNames(words).map(({ style, name }) => `${style} ${name}`)).toEqual(expected);
  });

  it("are found behind their definition only, whatever the quotes", () => {
    const text = '江府发“12号文”在前。以下简称江府发“12号文”。按照江府发"12号文"执行。';
    const from = text.indexOf("以下简称") + 12;
    const hits = findShortNames(text, [{ name: { name: "江府发“12号文”", style: "bare" }, from }]);
    expect(hits.map(({ span }) => text.slice(span.from, span.to))).toEqual(['江府发"12号文"']);
  });

  it("that are short common words are not looked for", () => {
    expect(findShortNames("依办法执行", [{ name: { name: "办法", style: "bare" }, from: 0 }])).toEqual([]);
  });
});

describe("what a title is", () => {
  const cases: readonly (readonly [title: string, expected: string, why: string])[] = [
    ["甲市公园条例", "policy", "a kind"],
    ["甲市公园管理办法（试行）", "policy", "a trailing bracket is set aside"],
    ["中华人民共和国森林法", "policy", "a law"],
    ["公园设施配置标准", "policy", "a standard"],
    ["任务分解表", "policy", "a table that states duties"],
    ["就业登记申请表", "other", "a form"],
    ["经营许可证", "other", "a permit"],
    ["春江晚报", "other", "a newspaper"],
    ["甲市志·园林卷", "other", "a chronicle"],
    ["公园工作手册", "other", "a handbook"],
    ["上海制造", "unknown", "says nothing"],
  ];
  it.each(cases)("%s is %s (%s)", (title, expected) => {
    expect(judge.nature(title)).toBe(expected);
  });

  it.each([
    ["实施意见", true],
    ["若干措施", true],
    ["通知", true],
    ["三年行动计划", true],
    ["河道管理办法", false],
    ["关于加强河道管理的意见", false],
  ])("%s is general: %s", (title, expected) => {
    expect(judge.isGeneric(title)).toBe(expected);
  });
});

describe("a title without 《》 before a number", () => {
  const isPolicy = (words: string): boolean => judge.nature(words) === "policy";
  const cases: readonly (readonly [text: string, expected: string | undefined, why: string])[] = [
    ["根据国务院关于加强河道管理的意见", "国务院关于加强河道管理的意见", "the issuer belongs to it"],
    ["1、江州市2023年工作要点", "江州市2023年工作要点", "behind a list marker"],
    ["（江府发〔2022〕1号）2、江州市河道改革方案", "江州市河道改革方案", "behind the item before"],
    ["根据有关规定，省政府关于河道、湖泊管理的决定", "省政府关于河道、湖泊管理的决定", "、 inside the title"],
    ["江州市河道管护办法（试行）", "江州市河道管护办法（试行）", "with its own bracket"],
    ["根据“关于加强河道管理的意见”", "关于加强河道管理的意见", "in quotes"],
    ["河道管理工作已经启动", undefined, "no title"],
  ];
  it.each(cases)("%s → %s (%s)", (text, expected) => {
    const span = unquotedTitleBefore(text, text.length, isPolicy);
    expect(span === undefined ? undefined : text.slice(span.from, span.to)).toBe(expected);
  });
});

describe("the issuer before a citation", () => {
  it.each([
    ["根据国务院办公厅", "国务院办公厅"],
    ["贯彻中共中央、国务院印发的", "中共中央、国务院"],
    ["落实市委市政府", "市委市政府"],
    ["按照自然资源部", "自然资源部"],
    ["3.民政部、财政部", "民政部、财政部"],
    ["按照", undefined],
    ["各区要执行", undefined],
  ])("%s → %s", (before, expected) => {
    expect(issuerBefore(before, before.length)).toBe(expected);
  });
});

describe("parts of a title", () => {
  it.each([
    ["国务院办公厅关于印发江湖治理方案的通知", "江湖治理方案"],
    ["关于印发〈江湖治理方案〉的通知", "江湖治理方案"],
    ["江州市人民政府关于加强江湖治理的意见", "加强江湖治理的意见"],
    ["关于加强江湖治理的意见", "加强江湖治理的意见"],
    ["江湖治理方案", "江湖治理方案"],
  ])("%s is about %s", (title, core) => {
    expect(titleParts(title).core).toBe(core);
  });
});
