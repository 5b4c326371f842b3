import { describe, expect, it } from "vitest";
import { extractDeadlines } from "../../../../ingest/extract/deadlines/index.ts";
import { knowledge, readText } from "../../read-text.ts";

const deadlines = (text: string, year: number | undefined): string[] => {
  const { normalized, tree } = readText(text);
  return extractDeadlines(normalized, tree, knowledge, year).map(
    ({ deadline, taskSpan }) =>
      `${deadline.text} ${deadline.date ?? "-"} ${normalized.text.slice(taskSpan.from, taskSpan.to)}`,
  );
};
const words = (text: string): string[] => deadlines(text, 2021).map((found) => found.split(" ").slice(0, 2).join(" "));

describe("deadlines", () => {
  const cases: readonly (readonly [text: string, expected: readonly string[], why: string])[] = [
    ["各区应于2021年10月底前将总结报送市水务局。", ["2021年10月底前 2021-10-31"], "底前"],
    ["分别于9月10日、11月25日前报送局办公室。", ["9月10日 2021-09-10", "11月25日前 2021-11-25"], "前 holds for both"],
    ["年底前对各区开展检查。", ["年底前 2021-12-31"], "no year"],
    ["2014年前建成系统。", [], "a year that is over when the document is written"],
    ["2025年前建成系统。", ["2025年前 2024-12-31"], "前 a year to come"],
    ["并于11月1日上报总结。", ["11月1日 2021-11-01"], "于 a day and a verb of handing in"],
    ["修复码头（市水务局牵头，6月底完成）。", ["6月底 2021-06-30"], "closes a bracket"],
    ["修复码头。（责任单位：市水务局，持续推进）", ["持续推进 -"], "no date, words kept"],
    ["修复码头。完成时限：2021年9月", ["2021年9月 2021-09-30"], "behind a label"],
    ["修复码头。完成时限：长期坚持", ["长期坚持 -"], "behind a label, no date"],
    ["区水务局每年3月底前报告市水务局。", ["每年3月底前 -"], "comes round again"],
    ["请认真组织。各部门于每年10月底梳理进展。", ["每年10月底 -"], "底 without 前, each year"],
    [
      "每年2月底前各区完成考核，3月底前市水务局完成分析。",
      ["每年2月底前 -", "3月底前 -"],
      "每年 holds for the months behind it",
    ],
    ["每两年可申请1次，于11月10日前向市水务局提出。", ["11月10日前 -"], "each second year"],
    ["换届工作自2月启动，8月结束。", ["8月 2021-08-31"], "ends"],
    ["到2025年，覆盖率达到80%。", [], "a target's year"],
    ["对2021年2月底前开工的项目给予补助。", [], "says which projects"],
    ["纳税期限延长至2月24日。", [], "an extension"],
    ["企业可在2021年12月31日前免征房产税。", [], "how long a benefit holds"],
    ["本办法自2021年6月1日起施行，2026年5月31日止。", [], "validity"],
    ["会议于5月10日在市政府召开。", [], "a meeting"],
    ["5月1日至5日放假，5月8日上班。", [], "holidays"],
    ["截至2021年3月底，已完成改造。", [], "what was done"],
    ["保障期限届满3个月前提出申请。", [], "a term, no date"],
    [
      "三、检查时间\n1.3月5日～4月10日，各区自查码头。\n2.4月11日～6月30日，市水务局抽查。",
      ["3月5日～4月10日 2021-04-10", "4月11日～6月30日 2021-06-30"],
      "phases",
    ],
    ["（一）动员阶段（3月1日—3月20日）。制定检修方案。", ["3月1日—3月20日 2021-03-20"], "a phase in a bracket"],
    ["2021年3月5日至8日，副市长率队赴码头考察。", [], "a range that tells what was"],
    ["展览于3月5日～4月10日在市档案馆开放。", [], "a range of an event"],
    ["各区应于每月25日前报送检修进度。", ["每月25日前 -"], "a day of every month"],
    ["各码头每季度终了后15日内上报检修费用。", ["每季度终了后15日内 -"], "days after every quarter"],
    ["各区每月底前上报进度。", ["每月底前 -"], "the end of every month"],
    ["纳税人应于每月15日前申报缴纳码头使用费。", [], "how a levy is paid"],
    ["1、码头信息每季度终了后15日内2、航道信息", [], "a list of what is due when"],
    ["到6月底，完成主体工程。", ["6月底 2021-06-30"], "到 the end of a month to come"],
    ["到6月底，码头吞吐量居全省前列。", [], "到 a month, nothing to be done"],
    ["6月30日前，各区组织检查，完成了排查。", [], "what was done"],
    ["年内无事故的，得4分。", [], "how points are given"],
  ];
  it.each(cases)("%s → %j (%s)", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("give the words that are to be done", () => {
    expect(deadlines("一、加强巡查。\n（一）各区应于10月底前报送总结。", 2021)).toEqual([
      "10月底前 2021-10-31 各区应于10月底前报送总结。",
    ]);
    expect(deadlines("修复三处码头，恢复通航（市水务局牵头，6月底完成）。", 2021)).toEqual([
      "6月底 2021-06-30 修复三处码头，恢复通航",
    ]);
  });

  it("are read from a table run together", () => {
    const table =
      "附件 任务分工表 序号主要任务工作措施完成时限责任单位1整治河道1、建立巡查制度3月市水务局2、组织编制规划12月市水务局市发展改革委3、召开例会全年市水务局";
    expect(words(table)).toEqual(["3月 2021-03-31", "12月 2021-12-31", "全年 -"]);
  });

  it("are not set by news", () => {
    expect(deadlines("新华社江州2月1日电（记者 甲乙）大桥将于6月30日前建成。", 2021)).toEqual([]);
  });

  it("without a year stay without a day", () => {
    expect(deadlines("请于10月底前报送。", undefined)).toEqual(["10月底前 - 请于10月底前报送。"]);
  });
});
