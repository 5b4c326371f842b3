import { describe, expect, it } from "vitest";
import { createDocumentIndex, type DocumentIndex } from "../../../../ingest/resolve/documents/index.ts";
import { isMisspelling } from "../../../../ingest/resolve/documents/near-title.ts";
import { titlePatternsOf } from "../../../../ingest/resolve/documents/title-patterns.ts";
import { knowledge, readingOf } from "../../read-text.ts";

interface Corpus {
  readonly index: DocumentIndex;
  /** Keys of the documents that each text cites, in text order. */
  readonly keys: readonly (readonly string[])[];
}

function corpus(...texts: readonly string[]): Corpus {
  const readings = texts.map((text, place) => readingOf(`${place}.txt`, text));
  const index = createDocumentIndex(readings, knowledge, (place) => ["江州市", "河州市"][place]);
  const keys = readings.map(({ facts }, place) =>
    facts.flatMap(({ object }) => {
      const document = object.kind === "article" ? object.document : object;
      return document.kind === "document" ? [index.resolve(document, place).key] : [];
    }),
  );
  return { index, keys };
}

const issued = (number: string, title: string): string =>
  `江州市人民政府文件\n${number}\n${title}\n各区人民政府：\n请认真执行。\n一、加强巡查。\n江州市人民政府\n2023年5月1日`;

describe("cited documents become one", () => {
  it("by number, however its brackets are printed", () => {
    const { keys } = corpus("按照江府发〔2023〕12号执行。", "按照江府发[2023]012号执行。");
    expect(keys).toEqual([["江府发〔2023〕12号"], ["江府发〔2023〕12号"]]);
  });

  it("by a title that another text states with its number", () => {
    const { keys, index } = corpus(
      "按照《关于加强跨区河道联合巡查的意见》（国办发〔2023〕12号）执行。",
      "按照《关于加强跨区河道联合巡查的意见》执行。",
    );
    expect(keys).toEqual([["国办发〔2023〕12号"], ["国办发〔2023〕12号"]]);
    expect(index.otherIds("国办发〔2023〕12号")).toEqual(["doc/《关于加强跨区河道联合巡查的意见》"]);
  });

  it("by what the title is about, with or without issuer and wrapper", () => {
    const { keys } = corpus(
      "按照《国务院办公厅关于印发全国跨区河道联合巡查方案的通知》（国办发〔2023〕12号）执行。",
      "按照国务院办公厅《全国跨区河道联合巡查方案》执行。",
    );
    expect(keys[1]).toEqual(["国办发〔2023〕12号"]);
  });

  it("by one slip of the pen, and report it", () => {
    const { keys, index } = corpus(
      "按照《全国跨区河道联合巡查工作方案》（国办发〔2023〕12号）执行。",
      "按照《全国跨区河道联和巡查工作方案》执行。",
    );
    expect(keys[1]).toEqual(["国办发〔2023〕12号"]);
    expect(index.diagnostics.map(({ index: place, diagnostic }) => [place, diagnostic.code, diagnostic.span])).toEqual([
      [1, "title-misspelt", { from: 2, to: 18 }],
    ]);
  });

  it("with the file of the corpus that carries the title", () => {
    const { keys, index } = corpus(
      issued("江府发〔2023〕12号", "江州市人民政府关于加强河道管理的意见"),
      "按照《江州市人民政府关于加强河道管理的意见》执行。",
    );
    expect(keys[1]).toEqual(["江府发〔2023〕12号"]);
    expect([index.keyOfReading(0), index.isIngested("江府发〔2023〕12号")]).toEqual(["江府发〔2023〕12号", true]);
  });

  it("by what the same text states of a number, before another place's of that title", () => {
    const { keys } = corpus(
      "根据《公租房管理办法》（江府令第11号），制定本办法。",
      "根据《公租房管理办法》（河府令第3号），制定本办法。按照《公租房管理办法》第五条处理。",
    );
    expect(keys[1]).toEqual(["河府令第3号", "河府令第3号"]);
  });

  it("where an order names its province by 省 alone", () => {
    const readings = ["依照《河道办法》（省政府令第18号）执行。", "依照《河道办法》（省政府令第18号）执行。"].map(
      (text, place) => readingOf(`${place}.txt`, text),
    );
    const index = createDocumentIndex(readings, knowledge, (place) => ["广东省", "四川省财政厅"][place]);
    const keys = readings.map(({ facts: [fact] }, place) =>
      fact?.object.kind === "document" ? index.resolve(fact.object, place).key : "",
    );
    expect(keys).toEqual(["广东省人民政府令第18号", "四川省人民政府令第18号"]);
  });

  it("where an order is printed in several ways", () => {
    const { keys } = corpus(
      "依照《河道条例》（国务院令第376号）执行。",
      "依照《河道条例》（中华人民共和国国务院令第三百七十六号）执行。",
    );
    expect(keys).toEqual([["国务院令第376号"], ["国务院令第376号"]]);
  });
});

describe("cited documents stay apart", () => {
  it("where a general title is another's in another place", () => {
    const { keys } = corpus("按照《河道巡查实施意见》执行。", "按照《河道巡查实施意见》执行。");
    expect(keys).toEqual([["江州市/《河道巡查实施意见》"], ["河州市/《河道巡查实施意见》"]]);
  });

  it("and nothing is named where the title says only of what kind a document is", () => {
    const { keys } = corpus("按照《实施意见》执行。", "按照《实施意见》执行。");
    expect(keys).toEqual([[], []]);
  });

  it("where a title could be either of two numbers", () => {
    const { keys } = corpus(
      "按照《国家河道巡查工作方案》（国办发〔2022〕1号）、《国家河道巡查工作方案》（国办发〔2023〕1号）执行。",
      "按照《国家河道巡查工作方案》执行。",
    );
    expect(keys[1]).toEqual(["《国家河道巡查工作方案》"]);
  });

  it("where the issuers in their titles differ", () => {
    const { keys } = corpus(
      "按照《国务院办公厅关于推进河道联合巡查的意见》（国办发〔2022〕1号）执行。",
      "按照《四川省人民政府办公厅关于推进河道联合巡查的意见》执行。",
    );
    expect(keys[1]).toEqual(["《四川省人民政府办公厅关于推进河道联合巡查的意见》"]);
  });

  it("where two files carry one number, and say so", () => {
    const text = issued("江府发〔2023〕12号", "江州市人民政府关于加强河道管理的意见");
    const { index } = corpus(text, text);
    expect([index.keyOfReading(0), index.keyOfReading(1)]).toEqual(["江府发〔2023〕12号", "江府发〔2023〕12号~2"]);
    expect(index.diagnostics.map(({ diagnostic }) => diagnostic.code)).toEqual(["document-key-shared"]);
  });
});

describe("what is known of a cited document", () => {
  it.each([
    ["根据《国务院关于加强河道管理的意见》（国发〔2023〕1号）", "意见", "central"],
    ["根据《四川省河道管理条例》", "条例", "province"],
    ["根据《中华人民共和国水法》", "法律", "central"],
    ["根据川办发〔2023〕1号", undefined, "province"],
  ])("%s: kind %s, level %s", (text, kind, level) => {
    const reading = readingOf("例.txt", `${text}，制定本方案。`);
    const index = createDocumentIndex([reading], knowledge, () => "江州市");
    const [fact] = reading.facts;
    const resolved = fact?.object.kind === "document" ? index.resolve(fact.object, 0) : undefined;
    expect([resolved?.kind, resolved?.level]).toEqual([kind, level]);
  });
});

describe("slips of the pen", () => {
  it.each([
    ["新时期河道工人队伍建设方案", "新时期河道工会队伍建设方案", true, "one character wrong"],
    ["新时期河道工人队伍建设方案", "新时期河道工队伍建设方案", true, "one left out"],
    ["2022年河道管理工作要点", "2023年河道管理工作要点", false, "another year"],
    ["河南省河道管理办法规定", "河北省河道管理办法规定", false, "another place"],
    ["第一批河道整治项目清单", "第二批河道整治项目清单", false, "another batch"],
    ["河道办法", "湖道办法", false, "too short to tell"],
    ["河道管理工作实施方案", "河道管理工作推进计划", false, "another title"],
  ])("%s / %s: %s (%s)", (a, b, expected) => {
    expect(isMisspelling(a, b, titlePatternsOf(knowledge).telling)).toBe(expected);
  });
});
