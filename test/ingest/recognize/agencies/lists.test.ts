import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../../ingest/knowledge/load.io.ts";
import { createAgencyRecognizer } from "../../../../ingest/recognize/agencies/index.ts";

const recognizer = createAgencyRecognizer(loadKnowledge());

const split = (text: string): { members: string[]; rest: string[] } => {
  const { members, rest } = recognizer.splitList(text);
  return {
    members: members.map(({ from, to }) => text.slice(from, to)),
    rest: rest.map(({ from, to }) => text.slice(from, to)),
  };
};

describe("lists of bodies", () => {
  const cases: readonly (readonly [list: string, members: readonly string[], why: string])[] = [
    ["市教委、市财政局，市人社局；各区", ["市教委", "市财政局", "市人社局", "各区"], "three separators"],
    [
      "市商务和粮食局、市水利局和市林业局",
      ["市商务和粮食局", "市水利局", "市林业局"],
      "和 inside a name and between two",
    ],
    ["省卫生健康委、教育厅", ["省卫生健康委", "教育厅"], "elliptical members keep their form"],
    ["各市、州、县人民政府，省直有关部门", ["各市、州、县人民政府", "省直有关部门"], "、 inside a group"],
    ["市应急局、市消防救援支队等部门", ["市应急局", "市消防救援支队"], "等部门 leaves the list open"],
    ["财政、人社、教育等部门", ["财政", "人社", "教育"], "bare fields before 部门"],
    ["会同财政、税务部门", ["财政", "税务部门"], "the last field takes 部门"],
    ["各区市县政府及园区管委会、市卫生健康委", ["各区市县政府", "园区管委会", "市卫生健康委"], "及 between groups"],
    [
      "工信局、市委宣传部（市文明办）、团委",
      ["工信局", "市委宣传部（市文明办）", "团委"],
      "a bracket stays in its name",
    ],
    ["市人力资源\n社会保障局、市财政局", ["市人力资源\n社会保障局", "市财政局"], "a name broken over lines"],
    ["市财政局\n市教育局 市科技局", ["市财政局", "市教育局", "市科技局"], "lines and spaces as separators"],
    ["市财政局市教育局", ["市财政局", "市教育局"], "a lost separator"],
    ["商务部、财政部等和各有关省级人民政府", ["商务部", "财政部", "各有关省级人民政府"], "等 in the middle"],
    ["市发展改革委按职责分工负责", ["市发展改革委"], "the predicate is rest"],
    [
      "海淀区、朝阳区、市住房城乡建设委",
      ["海淀区", "朝阳区", "市住房城乡建设委"],
      "places that stand for their governments",
    ],
    ["桥头镇、东街街道、县水利局", ["桥头镇", "东街街道", "县水利局"], "towns and sub-districts"],
    ["省政府各部门、各直属机构", ["省政府各部门", "各直属机构"], "two groups"],
    ["市委、市政府督查室", ["市委", "市政府督查室"], "committee and office"],
    ["口罩、防护服、消毒液", [], "goods are no bodies"],
    ["", [], "nothing"],
  ];
  it.each(cases)("%s has %j: %s", (list, members) => {
    expect(split(list).members).toEqual(members);
  });

  it("hands back what is no body", () => {
    expect(split("市财政局、按时序进度、市审计局等有关部门").rest).toEqual(["按时序进度", "等有关部门"]);
  });
});

describe("any text", () => {
  const pieces = constantFrom(
    ..."市省县区各局委办厅部处和及与等（）()〔〕、，；\n 财政教育发展改革人民政府有关牵头负责会同公司A1".split(""),
    "市财政局",
    "各县（市、区）人民政府",
    "等部门",
    "國發會",
  );
  const texts = array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));

  it("never throws, and every span lies inside the text, in order, without overlap", () => {
    assert(
      property(oneof(texts, string({ unit: "binary" })), (text) => {
        const { members, rest } = recognizer.splitList(text);
        for (const list of [members, rest]) {
          let end = 0;
          for (const { from, to } of list) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
            end = to;
          }
        }
        for (let from = 0; from < text.length; from += 1) {
          const match = recognizer.match(text, from);
          expect(match === undefined || (match.to > from && match.to <= text.length)).toBe(true);
        }
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it("splits what it accepts whole, when nothing in it separates", () => {
    assert(
      property(
        array(constantFrom("市财政局", "省教育厅", "各有关单位", "团县委"), { minLength: 1, maxLength: 8 }),
        (names) => {
          expect(split(names.join("、")).members).toEqual(names);
        },
      ),
      { seed: 20261121 },
    );
  });

  it.each([
    ["市财政局、", "a long list"],
    ["市", "one character without end"],
    ["各市、", "a group without end"],
    ["财政和", "fields joined without end"],
    ["（", "brackets that never close"],
    ["发展改革教育卫生", "stems without a rank"],
  ])("reads 200,000 characters of %s…, however it grows: %s", (unit) => {
    // Work that grows with the square of the length would not end before the test's own time is up.
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const { members, rest } = recognizer.splitList(text);
    expect([...members, ...rest].every(({ from, to }) => from < to && to <= text.length)).toBe(true);
  });
});
