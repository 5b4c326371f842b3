import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../ingest/knowledge/load.io.ts";
import { normalize } from "../../../ingest/normalize/index.ts";

const knowledge = loadKnowledge();
const clean = (text: string): string => normalize(text, knowledge).text;
const fourfold = (words: string): string => words.repeat(4);

describe("normalize", () => {
  const cases: readonly (readonly [source: string, expected: string, why: string])[] = [
    ["各 县 （区） 党 委", "各县（区）党委", "spaces between hanzi are noise"],
    ["到 2027年 建成 12 个站点。", "到2027年建成12个站点。", "and between hanzi and digits"],
    ["分管领导：王 健", "分管领导：王健", "a space inside a name"],
    [
      "（责任单位：市教育局 市财政局 各区）",
      "（责任单位：市教育局 市财政局 各区）",
      "a space between two names parts them",
    ],
    ["（责任单位：市公安局 交警支队）", "（责任单位：市公安局交警支队）", "a department of the body before it"],
    ["（责任单位：市人力资源 社会保障局）", "（责任单位：市人力资源社会保障局）", "a space inside a name"],
    ["推出 APP 3.0 版", "推出APP 3.0版", "Latin words keep one space between them"],
    ["中共某市委    某市人民政府\n通知如下：", "中共某市委 某市人民政府\n通知如下：", "a wide gap parts two issuers"],
    ["第一段说明情况。\n\n\n第二段提出要求。", "第一段说明情况。\n第二段提出要求。", "blank lines go"],
    [
      "一、加强培训\n各单位应当每年安排培训经费，并将培训情况作为考\n核的依据。",
      "一、加强培训\n各单位应当每年安排培训经费，并将培训情况作为考核的依据。",
      "a wrapped line is joined, a heading is not",
    ],
    [
      "作者：办公室 来源：市水务局 点击数：532 更新时间：2023-5-10\n各区水务局、财政局：\n请抓好落实。",
      "作者：办公室来源：市水务局点击数：532更新时间：2023-5-10\n各区水务局、财政局：\n请抓好落实。",
      "a page's line of labels is joined to none",
    ],
    ["（牵头单位：市\n财政局）", "（牵头单位：市财政局）", "an open bracket joins"],
    ["建立台账并每月通报。\n— 14 —\n加强督查。", "建立台账并每月通报。\n加强督查。", "page marks go"],
    ["[bookmark: _GoBack]（四）报送材料。", "（四）报送材料。", "conversion leftovers go"],
    ["第三条&nbsp;&nbsp;各单位应当报送。", "第三条 各单位应当报送。", "spaces of a web page"],
    ["甲\r\n乙\u0000。", "甲\n乙。", "line ends and NUL"],
    ["牵头单位：市人社局\n责任单位：市教育局", "牵头单位：市人社局\n责任单位：市教育局", "labels begin lines"],
    ["⼯作⽅案由⻓江局、⺠政局起草", "工作方案由长江局、民政局起草", "radicals that a PDF gives for ideographs"],
    ["１﹒２０２４年﹙含﹚﹐Ａ类", "1.2024年(含),A类", "full-width digits, small forms"],
    ["第1条：加强（管理）；建设。", "第1条：加强（管理）；建设。", "Chinese punctuation stays"],
    [
      "任務(wù)由財(cái)政局負(fù)責(zé)，發(fā)現(xiàn)問題(含附件)",
      "任務由財政局負責，發現問題(含附件)",
      "syllables that a converter prints behind characters all over a text",
    ],
    [
      "1 | 围绕散乱污染、河道淤积、岸坡破损等突出问题，定期开展河湖清理 | 水利处、督查处等按职责分工落实 | 长期",
      "1\n围绕散乱污染、河道淤积、岸坡破损等突出问题，定期开展河湖清理\n水利处、督查处等按职责分工落实\n长期",
      "cells of a row are not joined, however long",
    ],
    [
      "政策图解：关于《江州市河州区扶持港澳青年创业实施办法》的解读\n江河科工信规字〔2031〕1号\n各区人民政府：",
      "政策图解：关于《江州市河州区扶持港澳青年创业实施办法》的解读\n江河科工信规字〔2031〕1号\n各区人民政府：",
      "解读 ends a title",
    ],
    ["亳(bó)州市", "亳(bó)州市", "near-miss: an author's gloss"],
    ["层层落实、人人有责。", "层层落实、人人有责。", "doubled hanzi are words"],
    ["序号\n任务\n1\n建设实训基地\n市教育局", "序号\n任务\n1\n建设实训基地\n市教育局", "cells are not joined"],
    [
      `${fourfold("（")}${fourfold("一")}${fourfold("）")}${fourfold("指导思想")}${fourfold("。")}坚持稳中求进。\n${fourfold("总体目标")}`,
      "（一）指导思想。坚持稳中求进。\n总体目标",
      "bold printed four times over",
    ],
    ["总计 8888 元，共 1111 人次。", "总计8888元，共1111人次。", "digits repeat of themselves"],
    [
      "（参与单位为市教委、市人力资源\n资源社会保障局、市总工会）",
      "（参与单位为市教委、市人力资源社会保障局、市总工会）",
      "a word echoed at a page break, where the join is a known name",
    ],
    [
      "推进高质量发展\n发展新质生产力。",
      "推进高质量发展\n发展新质生产力。",
      "near-miss: the same word on both sides of a break",
    ],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(clean(source)).toBe(expected);
  });

  it("gives untouched words their exact place and a collapsed run its whole extent", () => {
    const source = `${fourfold("主要举措")}\n${fourfold("市总工会")}牵头。`;
    const normalized = normalize(source, knowledge);
    const at = normalized.text.indexOf("市总工会");
    expect(normalized.toSource({ from: at, to: at + 4 })).toEqual({ from: 17, to: 33 });
    const role = normalized.text.indexOf("牵头");
    expect(normalized.toSource({ from: role, to: role + 2 })).toEqual({ from: 33, to: 35 });
  });
});

const noisy = fc
  .array(
    fc.constantFrom(
      "市财政局",
      "（牵头单位：",
      "）",
      "一、",
      "\n",
      " ",
      "　　",
      "。",
      "，",
      "2018年",
      "指导思想".repeat(4),
      "— 3 —",
      "\r\n",
      "\u0000",
      "A",
      "关于",
      "《",
      "》",
      "、",
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("normalize, for any text", () => {
  const runs = { seed: 20261121, numRuns: 400 };

  it("composes its edits exactly", () => {
    fc.assert(
      fc.property(fc.oneof(noisy, fc.string({ unit: "binary", maxLength: 200 })), (source) => {
        const { text, edits } = normalize(source, knowledge);
        let composed = "";
        let at = 0;
        for (const edit of edits) {
          expect(edit.from).toBeGreaterThanOrEqual(at);
          composed += source.slice(at, edit.from) + edit.replacement;
          at = edit.to;
        }
        expect(composed + source.slice(at)).toBe(text);
      }),
      runs,
    );
  });

  it("maps ranges into the source, in order, exactly where nothing was repaired", () => {
    const holds = fc.property(noisy, fc.nat(), fc.nat(), (source, a, b) => {
      const normalized = normalize(source, knowledge);
      const { text, edits } = normalized;
      if (text.length === 0) return true;
      const from = a % text.length;
      const to = from + 1 + (b % (text.length - from));
      const span = normalized.toSource({ from, to });
      const before = normalized.toSource({ from: Math.max(0, from - 1), to: Math.max(1, from) });
      const repaired = edits.some((edit) => edit.from < span.to && span.from < edit.to);
      const exact = repaired || source.slice(span.from, span.to) === text.slice(from, to);
      return span.from < span.to && span.to <= source.length && before.from <= span.from && exact;
    });
    expect(fc.check(holds, runs).failed).toBe(false);
  });

  it("stays linear on a hundred thousand characters", () => {
    const text = Array.from({ length: 4000 }, (_, i) => `一、第${i}项。由市财政局会同市审计局（牵头单位：甲`).join("");
    expect(normalize(text, knowledge).text.length).toBeGreaterThan(90_000);
  });
});
