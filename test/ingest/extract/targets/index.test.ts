import { describe, expect, it } from "vitest";
import { extractTargets } from "../../../../ingest/extract/targets/index.ts";
import { knowledge, readText } from "../../read-text.ts";

/** year|metric|comparator|value|baseline of each. */
const targets = (text: string): string[] => {
  const { normalized, tree } = readText(text);
  return extractTargets(normalized, tree, knowledge, 2021).map(({ year, metric, comparator, value, baseline }) =>
    [year ?? "", metric, comparator, value, baseline ?? ""].join("|"),
  );
};

describe("targets", () => {
  const cases: readonly (readonly [text: string, expected: readonly string[], why: string])[] = [
    ["到2025年，全市绿地覆盖率达到45%以上。", ["2025|全市绿地覆盖率|≥|45%以上|"], "a rate"],
    ["2022－2025年，城镇失业率控制在4.5%以内。", ["2025|城镇失业率|≤|4.5%以内|"], "a range of years"],
    ["确保清偿率达100%。", ["|清偿率|=|100%|"], "no year, a word of commitment"],
    ["到2025年，高技能人才占比从28.9％提高到31.6％。", ["2025|高技能人才占比|=|31.6％|28.9％"], "with a baseline"],
    [
      "确保2021年贷款余额不低于2020年同期余额。",
      ["2021|贷款余额|≥|2020年同期余额|2020年同期余额"],
      "against a baseline",
    ],
    ["到2025年，建成3座社区公园。", ["2025|建成社区公园|=|3座|"], "a count"],
    ["2022年，新建2~3座公园。", ["2022|新建公园|=|2~3座|"], "a range of counts"],
    ["每年培训园艺师不少于300人。", ["|每年培训园艺师|≥|300人|"], "each year"],
    [
      "到2025年，参保人数达到780万人以上，参保率达到95%以上。",
      ["2025|参保人数；参保率|≥|780万人以上；95%以上|"],
      "side by side: one",
    ],
    [
      "到2025年，公园达到12座，其中社区公园占比达到50%。",
      ["2025|公园|=|12座|", "2025|社区公园占比|=|50%|"],
      "其中 begins another",
    ],
    ["到2025年，市属公园全部建立志愿者队伍。", ["2025|市属公园建立志愿者队伍|=|全部|"], "all"],
    ["将审批时间压缩至5个工作日。", ["|审批时间|≤|5个工作日|"], "a shortening"],
    ["每个乡镇至少建1个志愿服务站。", ["|建志愿服务站|≥|1个|"], "what each of many is to have"],
    ["保证每个村班子中至少有1名妇女成员。", ["|有妇女成员|≥|1名|"], "with a word of commitment"],
    ["每年至少开展2次培训。", [], "how often is no share of each"],
    ["志愿者每年服务时间平均达到24小时以上。", ["|志愿者每年服务时间平均|≥|24小时以上|"], "hours given"],
    ["公示时间不少于5个工作日。", [], "a term"],
    ["每个企业的市场份额原则上不超过20%。", ["|每个企业的市场份额原则上|≤|20%|"], "a share"],
    ["2020年绿地覆盖率达到94%，较2015年提高4%。", [], "a year that is over"],
    ["新能源汽车占比达到30%及以上，是租赁的必要条件。", [], "a condition, told behind it"],
    ["安排就业比例达到1%以上，但未达到规定比例的，减半征收。", [], "a case, told behind it"],
    [
      "一、发展现状\n绿地率年均增速超过20%。\n二、目标\n到2025年，绿地率达到45%。",
      ["2025|绿地率|=|45%|"],
      "how things stand",
    ],
    ["对新建12座以上公园的区给予奖励。", [], "a condition"],
    ["每人每月补贴200元，最高不超过5000元。", [], "sums"],
    ["贷款利率不超过5%。", [], "a rate of interest"],
    ["截至2020年底，覆盖率已达到45%。", [], "what was"],
    ["建成了12座公园，覆盖率达到45%，同比增长3%。", [], "what was done"],
    ["预计到2025年，老龄人口达到300万人。", [], "a forecast"],
    ["期限最长不超过3个月。", [], "a term"],
    ["本次大赛为2021年第46届。", [], "the year of something else"],
  ];
  it.each(cases)("%s → %j (%s)", (text, expected) => {
    expect(targets(text)).toEqual(expected);
  });

  const planned: readonly (readonly [text: string, expected: readonly string[], why: string])[] = [
    ["地区生产总值增长6%左右。", ["2021|地区生产总值|≈|6%左右|"], "the year of the plan"],
    ["地区生产总值比上年增长6%以上。", ["2021|地区生产总值|≥|6%以上|上年"], "against the year before, open"],
    ["上半年，地区生产总值同比增长6.2%。", [], "an exact increase over the year before is a fact"],
    ["去年，地区生产总值增长6.2%，投资增长9%以上。", [], "the year before"],
    [
      "工业增加值增长5%，居民收入、财政收入均增长8%以上，实际利用外资3亿美元。",
      ["2021|工业增加值；居民收入、财政收入；实际利用外资|=；≥；=|5%；8%以上；3亿美元|"],
      "side by side",
    ],
    ["居民消费价格涨幅控制在3%左右。", ["2021|居民消费价格涨幅|≈|3%左右|"], "prices are measured here"],
    ["粮食产量在50万吨以上。", ["2021|粮食产量|≥|50万吨以上|"], "在 with an open value"],
    ["财政收入完成50亿元，增长8%。", ["2021|财政收入；增长|=|50亿元；8%|"], "the increase of what was just said"],
    ["市民消费率达到42%。", ["2021|市民消费率|=|42%|"], "费率 inside another word"],
    ["零售总额达到3.5万亿元。", ["2021|零售总额|=|3.5万亿元|"], "万亿"],
    ["浓度控制在35微克/立方米以内。", ["2021|浓度|≤|35微克/立方米以内|"], "a unit with a stroke"],
    ["年均浓度较2020年下降6%以上。", ["|年均浓度|≥|6%以上|2020年"], "a baseline; 年均 is no one year"],
    ["网上可办率100%。", ["2021|网上可办率|=|100%|"], "a share without a verb"],
    ["园艺师交流比例占园艺师的15%以上。", ["2021|园艺师交流比例|≥|15%以上|"], "a share of a whole"],
    ["矫正对象犯罪率控制在1%以下。", ["2021|矫正对象犯罪率|≤|1%以下|"], "对 inside a word"],
    ["全市新招聘园艺师80人。", ["2021|新招聘园艺师|=|80人|"], "the place before the verb"],
    ["建成5G基站500个。", ["2021|建成5G基站|=|500个|"], "a number inside a name"],
    ["实施公园项目60个。", ["2021|实施公园项目|=|60个|"], "carried out"],
    ["实施2项补贴政策。", [], "a number before what is carried out"],
    ["三年内建成20座公园。", ["|建成公园|=|20座|"], "more than the year of the plan"],
    ["逐步淘汰9万吨/年及以下炉窑。", [], "how large each is"],
    ["对完成投资1亿元以上的项目，给予奖励。", [], "a case"],
    ["投资增长10%以上的得5分。", [], "a score"],
    ["驿站总数量不超过10个。", [], "a limit"],
    ["每个园区每年奖补总额最高不超过10万元。", [], "a sum given"],
    ["9月底前完成公园投资5亿元。", ["2021|完成公园投资|=|5亿元|"], "the year of a month to come"],
    [
      "对公园已建公共区域改造，新建区域无障碍率达到100%。",
      ["2021|新建区域无障碍率|=|100%|"],
      "已 of a thing, not of a report",
    ],
  ];
  it.each(planned)("in a plan: %s → %j (%s)", (text, expected) => {
    expect(targets(`江州市2021年重点工作分工方案\n\n各区、各部门：\n${text}`)).toEqual(expected);
  });

  it("have the year of the plan that the opening names", () => {
    const opening =
      "江州市人民政府关于落实《政府工作报告》的意见\n现就2021年《政府工作报告》确定的重点工作提出如下意见：\n";
    expect(targets(`${opening}零售总额增长9%以上。`)).toEqual(["2021|零售总额|≥|9%以上|"]);
    expect(targets("江州市公园三年行动方案（2021—2023年）\n零售总额增长9%以上。")).toEqual(["|零售总额|≥|9%以上|"]);
  });

  it("are facts for common measures where nothing is planned", () => {
    expect(targets("江州市情\n地区生产总值增长6%左右。")).toEqual([]);
  });

  it("in rules count with a year only", () => {
    const rules = (body: string): string => `江州市公园管理办法\n第一条 为加强管理，制定本办法。\n第二条 ${body}`;
    expect(targets(rules("绿地率不低于30%。"))).toEqual([]);
    expect(targets(rules("到2025年，绿地率达到30%。"))).toEqual(["2025|绿地率|=|30%|"]);
  });

  it("are not set by news", () => {
    expect(targets("新华社江州2月1日电（记者 甲乙）到2025年，绿地率达到30%。")).toEqual([]);
  });

  it("take the year from the line below a heading", () => {
    expect(targets("#### 設立30處公園服務據點\n- 2022/01-2022/12")).toEqual(["2022|設立公園服務據點|=|30處|"]);
  });
});
