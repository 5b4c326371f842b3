import { describe, expect, it } from "vitest";
import { documentYearOf } from "../../../ingest/extract/document-year.ts";
import { readText } from "../read-text.ts";

describe("the year of a document", () => {
  const cases: readonly (readonly [text: string, expected: number | undefined, why: string])[] = [
    ["江州市2019年公园工作方案\n一、建设公园。", 2019, "its title"],
    ["江州市公园行动方案（2017—2020年）\n一、建设公园。", undefined, "a range is no year of issue"],
    [
      "关于开展公园检查的通知\n各区：\n现将《公园检查通知》（江府〔2018〕3号）转发你们，并依据江府〔2016〕9号执行。",
      2018,
      "the document that it passes on",
    ],
    [
      "关于公园的意见\n各区：\n根据《公园办法》（江府〔2016〕9号），提出意见。",
      undefined,
      "a document cited may be older",
    ],
    ["关于开展公园检查的通知\n各区：\n请立即检查。", undefined, "nothing says"],
  ];
  it.each(cases)("%s → %j (%s)", (text, expected) => {
    const { normalized, tree } = readText(text);
    expect(documentYearOf(normalized.text, tree.masthead)).toBe(expected);
  });
});
