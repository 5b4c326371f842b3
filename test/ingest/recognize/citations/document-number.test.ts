import { describe, expect, it } from "vitest";
import { citationRecognizerOf } from "../../../../ingest/recognize/citations/index.ts";
import { knowledge } from "../../read-text.ts";

const { numbers } = citationRecognizerOf(knowledge);
const found = (text: string): string[] => numbers.all(text).map(({ number }) => number);

describe("document numbers", () => {
  const cases: readonly (readonly [text: string, expected: readonly string[], why: string])[] = [
    ["按照江府发〔2023〕12号要求", ["江府发〔2023〕12号"], "as the standard prints it"],
    ["按照江府发[2023]12号、江府办发（2022）3号要求", ["江府发〔2023〕12号", "江府办发〔2022〕3号"], "other brackets"],
    ["（江府发【2023】012号）", ["江府发〔2023〕12号"], "no leading zero"],
    ["江府发﹝２０２３﹞第１２号", ["江府发〔2023〕12号"], "full width, no 第"],
    ["（农办机 〔2023〕 12 号）", ["农办机〔2023〕12号"], "spaces inside"],
    ["国发〔201419号", ["国发〔2014〕19号"], "a lost bracket"],
    ["鲁江字〔2020)67号", ["鲁江字〔2020〕67号"], "brackets of two styles"],
    ["财税2008年48号", ["财税〔2008〕48号"], "both brackets lost, told by 年 and the form letter"],
    ["江州市总工会文件沪工总发〔2018〕22号", ["沪工总发〔2018〕22号"], "behind 文件 without a break"],
    ["关于加强河道管理的意见国办发〔2015〕9号", ["国办发〔2015〕9号"], "behind a title without a break"],
    ["县纪委岚纪办[2012]2号文件", ["岚纪办〔2012〕2号"], "behind the issuer's name"],
    [
      "为确保川办发[2015]9号落地，省政府川办发[2015]10号",
      ["川办发〔2015〕9号", "川办发〔2015〕10号"],
      "behind other words",
    ],
    ["2020年2月9日京建发〔2020〕19号", ["京建发〔2020〕19号"], "behind a date"],
    [
      "人社部发〔2020〕13号、工信部联企业〔2011〕300号",
      ["人社部发〔2020〕13号", "工信部联企业〔2011〕300号"],
      "部 belongs to the code",
    ],
    ["（国务院令第376号）", ["国务院令第376号"], "an order has no code"],
    ["国令第七百二十二号", ["国令第七百二十二号"], "Chinese numerals are kept as printed"],
    ["（财政部 税务总局公告2020年第8号）", ["财政部税务总局公告2020年第8号"], "announcements count by the year"],
    ["原国家环境保护总局公告2007年第48号", ["国家环境保护总局公告2007年第48号"], "原 is no part of the name"],
    ["我省〔2023〕10号等文件", [], "我省 is no code"],
    ["地址：东园路〔2018〕6号楼", [], "a building"],
    ["库存201433号样品", [], "a long number without brackets"],
    ["司令部第9号通讯员", [], "令 inside a word"],
    ["第0776号提案", [], "a proposal is no policy document"],
  ];
  it.each(cases)("%s → %j (%s)", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("points at the number without the words before it", () => {
    const text = "依据江州市人民政府文件江府发〔2023〕12号执行";
    const [mention] = numbers.all(text);
    expect(text.slice(mention?.span.from, mention?.span.to)).toBe("江府发〔2023〕12号");
  });
});
