import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../../ingest/knowledge/load.io.ts";
import { createAgencyResolver, type HomeClues } from "../../../../ingest/resolve/agencies/index.ts";

const resolver = createAgencyResolver(loadKnowledge());

describe("whose document it is", () => {
  const none: HomeClues = { issuers: [], addressees: [] };
  const cases: readonly (readonly [
    clues: HomeClues,
    level: string | undefined,
    region: string | undefined,
    house: string | undefined,
    why: string,
  ])[] = [
    [{ ...none, issuers: ["绵阳市人民政府"] }, "city", "绵阳市", undefined, "the issuer names its place"],
    [
      { ...none, issuers: ["绵阳市人民政府办公室"] },
      "city",
      "绵阳市",
      undefined,
      "the government's office is no house",
    ],
    [{ ...none, issuers: ["江西省农业农村厅"] }, "province", "江西省", "江西省农业农村厅", "a department is a house"],
    [{ ...none, issuers: ["国务院"] }, "central", undefined, undefined, "central"],
    [{ ...none, issuers: ["教育部"] }, "central", undefined, "教育部", "a ministry is a house"],
    [
      { ...none, issuers: ["省发展和改革委员会"], number: "黔发改〔2031〕9号" },
      "province",
      "贵州省",
      "贵州省发展和改革委员会",
      "the code says whose 省",
    ],
    [{ ...none, number: "沪工总发〔2031〕4号" }, "province", "上海市", "上海市总工会", "the code alone"],
    [
      { ...none, number: "东财发〔2031〕4号", issuers: ["东港湾市财政局"] },
      undefined,
      undefined,
      undefined,
      "a letter that another place may share",
    ],
    [
      { ...none, text: "县水利局牵头，并会同县财政局开展巡查，县农业农村局配合。" },
      undefined,
      undefined,
      undefined,
      "会同 is a verb here",
    ],
    [
      { ...none, text: "怀化市会同县水利局负责巡查，县财政局配合。" },
      "county",
      "会同县",
      undefined,
      "会同县 is a place here",
    ],
    [{ ...none, number: "滬工總發〔2031〕4號" }, "province", "上海市", "上海市总工会", "in traditional characters"],
    [{ ...none, number: "国办发〔2031〕4号" }, "central", undefined, undefined, "a national code"],
    [{ ...none, number: "济发〔2031〕4号" }, undefined, undefined, undefined, "a letter that cities share"],
    [
      { ...none, number: "济发〔2031〕4号", text: "济宁市各单位要落实。" },
      "city",
      "济宁市",
      undefined,
      "and what the text names",
    ],
    [{ ...none, title: "平潭综合实验区绿化任务分解表" }, "city", "平潭综合实验区", undefined, "the title"],
    [{ ...none, addressees: ["绵阳市教育局"] }, "city", "绵阳市", undefined, "the addressee"],
    [
      { ...none, text: "为推动莆田工业发展，责任单位：市财政局、市商务局。支持来莆田投资，市科技局负责。" },
      "city",
      "莆田市",
      undefined,
      "a city named again and again, and offices of a 市",
    ],
    [
      { ...none, text: "财政部、教育部、商务部按职责分工负责。公安部、民政部参与。" },
      "central",
      undefined,
      undefined,
      "ministries only",
    ],
    [{ ...none, text: "今天天气很好。" }, undefined, undefined, undefined, "nothing to go by"],
    [{ ...none, issuers: ["浙江海洋大学"] }, "unit", "浙江省", "浙江海洋大学", "a unit"],
  ];
  it.each(cases)("case %#", (clues, level, region, house, why) => {
    const home = resolver.homeOf(clues);
    expect([home.level, home.region, home.house, why]).toEqual([level, region, house, why]);
  });

  it("names issuers in full", () => {
    const clues: HomeClues = { issuers: ["省防汛抗旱指挥部办公室"], number: "鲁汛旱办〔2031〕3号", addressees: [] };
    expect(resolver.resolveIssuer("省防汛抗旱指挥部办公室", clues).name).toBe("山东省防汛抗旱指挥部办公室");
    expect(resolver.resolveIssuer("中共绵阳市委", { issuers: ["中共绵阳市委"], addressees: [] }).name).toBe(
      "中共绵阳市委",
    );
  });
});

describe("issuers by number", () => {
  const cases: readonly (readonly [number: string, name: string | undefined, also: readonly string[] | undefined])[] = [
    ["中发〔2031〕1号", "中共中央", ["国务院"]],
    ["国办函〔2031〕1号", "国务院办公厅", []],
    ["人社部发〔2031〕1号", "人力资源和社会保障部", []],
    ["财税〔2031〕1号", "财政部", []],
    ["总工发〔2031〕1号", "中华全国总工会", []],
    ["沪委发〔2031〕1号", "中共上海市委", ["上海市人民政府"]],
    ["沪委办发〔2031〕1号", "中共上海市委办公厅", ["上海市人民政府办公厅"]],
    ["沪府发〔2031〕1号", "上海市人民政府", []],
    ["川办发〔2031〕1号", "中共四川省委办公厅", ["四川省人民政府办公厅"]],
    ["攀委发〔2031〕1号", "中共攀枝花市委", ["攀枝花市人民政府"]],
    ["攀办发〔2031〕1号", "中共攀枝花市委办公室", ["攀枝花市人民政府办公室"]],
    ["闽政〔2031〕1号", "福建省人民政府", []],
    ["渝工发〔2031〕1号", "重庆市总工会", []],
    ["黔发改服务〔2031〕1号", "贵州省发展和改革委员会", []],
    ["济发〔2031〕1号", undefined, undefined],
    ["甲乙丙〔2031〕1号", undefined, undefined],
    ["", undefined, undefined],
  ];
  it.each(cases)("%s", (number, name, also) => {
    const found = resolver.issuerOfNumber(number);
    expect([found?.name, found?.also]).toEqual([name, also]);
  });
});

describe("successions", () => {
  it.each([
    ["绵阳市卫生和计划生育委员会", "绵阳市卫生健康委员会"],
    ["江西省安全生产监督管理局", "江西省应急管理厅"],
    ["绵阳市地方税务局", "国家税务总局绵阳市税务局"],
    ["环境保护部", "生态环境部"],
  ])("%s was followed by %s", (from, to) => {
    expect(resolver.successionsOf(from).map((next) => next.to)).toEqual([to]);
    expect(resolver.successionsOf(from)[0]?.date).toMatch(/^20\d\d/u);
  });

  it("knows of none where nothing followed, and never of itself", () => {
    expect(resolver.successionsOf("绵阳市财政局")).toEqual([]);
    expect(resolver.successionsOf("某某局")).toEqual([]);
    expect(
      resolver.resolve("市卫生计生委", resolver.homeOf({ issuers: ["绵阳市人民政府"], addressees: [] })).name,
    ).toBe("绵阳市卫生和计划生育委员会");
  });
});

describe("any clue", () => {
  it("never throws and always names something", () => {
    const words = string({ unit: "binary", maxLength: 40 });
    const hanzi = array(constantFrom(..."市省县区局委办财政人民各有关部门（）、平潭国发〔2018〕1号".split("")), {
      maxLength: 30,
    });
    const any = oneof(
      words,
      hanzi.map((parts) => parts.join("")),
    );
    assert(
      property(any, any, any, (issuer, text, surface) => {
        const home = resolver.homeOf({ issuers: [issuer], number: text, addressees: [issuer], title: text, text });
        const found = resolver.resolve(surface, home, { previous: text, layer: issuer });
        expect(typeof found.name).toBe("string");
        expect(found.resolved).toBe(found.confidence > 0.5);
        resolver.issuerOfNumber(surface);
        resolver.successionsOf(surface);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
