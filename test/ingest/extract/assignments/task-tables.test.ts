import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../../ingest/knowledge/load.io.ts";
import { readDocument } from "../../../../ingest/pipeline/index.ts";

const knowledge = loadKnowledge();
const ROLE: Readonly<Record<string, string>> = {
  LEADS: "lead",
  RESPONSIBLE_FOR: "responsible",
  PARTICIPATES_IN: "participate",
};

/** Each assignment as "role body → title of the task". */
function told(text: string): string[] {
  const { facts, tasks } = readDocument({ name: "example.txt", sha256: "0".repeat(64), text }, knowledge);
  return facts.flatMap(({ predicate, properties, object }) => {
    const role = ROLE[predicate];
    const title = object.kind === "task" ? tasks[object.index]?.title : undefined;
    return role === undefined ? [] : [`${role} ${String(properties["mention"])} → ${title ?? "?"}`];
  });
}

const HEADINGS = [
  [
    "序号\t任务\t牵头单位\t配合单位\t完成时限\n18\t开放城市书房\t市文广旅局\t市财政局\t12月底\n20\t修缮老旧校舍\t市教育局\t市住建局、市财政局\t9月底\n21\t疏浚内河\t市水利局\t市城管局\t全年",
    [
      "lead 市文广旅局 → 开放城市书房",
      "participate 市财政局 → 开放城市书房",
      "lead 市教育局 → 修缮老旧校舍",
      "participate 市住建局 → 修缮老旧校舍",
      "participate 市财政局 → 修缮老旧校舍",
      "lead 市水利局 → 疏浚内河",
      "participate 市城管局 → 疏浚内河",
    ],
    "an extract of a table: it does not begin at 1 and leaves rows out",
  ],
  [
    "扩大就业\n扩大企业用工规模\n支持小微企业招用毕业生，给予补贴\n健全技能等级认定机制，完善岗位\n人力资源社会保障部、财政部等按职责分工负责\n优化招聘服务\n组织专场招聘活动，推送岗位信息到校\n教育部、人力资源社会保障部等按职责分工负责",
    [
      "responsible 人力资源社会保障部 → 扩大企业用工规模",
      "responsible 财政部 → 扩大企业用工规模",
      "responsible 教育部 → 优化招聘服务",
      "responsible 人力资源社会保障部 → 优化招聘服务",
    ],
    "points without full stops belong to the short line above",
  ],
  [
    "扩大企业用工规模\n支持小微企业招用毕业生，按规定给予一次性补贴，并为新招用的毕业生办理社会保险\n教育部、人力资源社会保障部等按职责分工负责\n优化招聘服务\n组织专场招聘活动，推送岗位信息到校，并为困难毕业生提供一次职业指导和三次岗位推荐\n教育部牵头、人力资源社会保障部配合",
    [
      "responsible 教育部 → 扩大企业用工规模",
      "responsible 人力资源社会保障部 → 扩大企业用工规模",
      "lead 教育部 → 优化招聘服务",
      "participate 人力资源社会保障部 → 优化招聘服务",
    ],
    "a line of bodies up to their predicate is not joined to the point before it",
  ],
  [
    "序号 | 事件类别 | 处置主责部门 |\n1 | 水管爆裂 | 市水务局 |\n2 | 路灯故障（含断电） | 市城管局、市供电局 |",
    [
      "responsible 市水务局 → 水管爆裂",
      "responsible 市城管局 → 路灯故障（含断电）",
      "responsible 市供电局 → 路灯故障（含断电）",
    ],
    "a column named by words before a label, and one that no list knows",
  ],
  [
    "序号\n考核项目\n各项分值\n考核指标\n负责考核部门\n1\n开放城市书房\n5\n每周开放不少于五十小时，\n节假日不闭馆。\n市文广旅局\n2\n修缮老旧校舍\n4\n2031年8月底前完工，\n通过验收。\n市教育局\n市住建局",
    [
      "responsible 市文广旅局 → 开放城市书房",
      "responsible 市教育局 → 修缮老旧校舍",
      "responsible 市住建局 → 修缮老旧校舍",
    ],
    "cells wrapped over several lines: the task is the name, not the last line",
  ],
  [
    "重点任务\n市直牵头部门\n本局责任处（室）\n工作要求\n一、扩大开放\n1.开放城市书房\n市文广旅局\n办公室牵头，财务处、宣传处配合落实\n每周开放不少于五十小时。\n2.修订借阅规则\n市文广旅局\n综合处牵头\n年内完工，通过验收。\n3.公布开放时间\n每季度更新。",
    [
      "lead 市文广旅局 → 开放城市书房",
      "lead 办公室 → 开放城市书房",
      "participate 财务处 → 开放城市书房",
      "participate 宣传处 → 开放城市书房",
      "lead 市文广旅局 → 修订借阅规则",
      "lead 综合处 → 修订借阅规则",
    ],
    "tasks that carry the rows' numbers, predicates in a column of bodies",
  ],
  [
    "序号\n重点工作任务（全市3项牵头工作、12项配合工作）\n责任单位\n（一）王建国副市长牵头重点工作\n1*\n开放城市书房。\n市文广旅局，市财政局\n2★\n修缮老旧校舍。\n市教育局",
    [
      "responsible 市文广旅局 → 开放城市书房",
      "responsible 市财政局 → 开放城市书房",
      "responsible 市教育局 → 修缮老旧校舍",
    ],
    "a long note behind a heading, signs behind the rows' numbers",
  ],
] as const;

describe("headings of task tables", () => {
  it.each(HEADINGS)("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
