import { describe, expect, it } from "vitest";
import { clauseAt } from "../../../ingest/segment/index.ts";
import { allPaths, read } from "./text.ts";

const HEAD = "江州市水利局文件\n江水发〔2023〕5号\n";
const SIGNED = "江州市水利局\n2023年5月6日\n";

describe("parts of a document", () => {
  const cases: readonly (readonly [source: string, expected: readonly string[], why: string])[] = [
    [
      `${HEAD}关于加强河道管理的通知\n各区水利局：\n为加强管理，现通知如下。\n一、巡查\n甲。\n二、保洁\n乙。\n${SIGNED}`,
      ["标题", "前言", "一", "二", "落款"],
      "one document",
    ],
    [
      `${HEAD}关于印发《江州市河道管理办法》的通知\n各区水利局：\n现将《江州市河道管理办法》印发给你们，请认真执行。\n${SIGNED}江州市河道管理办法\n为加强管理，制定本办法。\n一、巡查\n甲。\n二、保洁\n乙。`,
      ["标题", "通知/前言", "落款", "正文", "前言", "一", "二"],
      "a wrapper and the document that it issues",
    ],
    [
      `${HEAD}关于加强河道管理的意见\n各区水利局：\n现提出如下意见。\n一、巡查\n甲。\n二、保洁\n乙。\n附件：1.江州市河道名录\n2.江州市河道巡查标准\n${SIGNED}附件1\n江州市河道名录\n青河、白河。\n附件2\n江州市河道巡查标准\n一、频次\n每周一次。\n二、记录\n当日填写。`,
      ["标题", "正文", "正文/前言", "正文/一", "正文/二", "附件说明", "落款", "附件1", "附件2", "附件2/一", "附件2/二"],
      "attachments of which one has clauses",
    ],
    [
      `${HEAD}关于加强河道管理的意见\n各区水利局：\n现提出如下意见。\n一、巡查\n甲。\n二、保洁\n乙。\n附件：1.江州市河道巡查任务分工\n2.江州市河道保洁重点项目\n江州市河道巡查任务分工\n（一）青河。每周巡查。\n（二）白河。每日巡查。\n江州市河道保洁重点项目\n（一）清淤。年内完成。\n（二）护岸。明年完成。`,
      [
        "标题",
        "正文",
        "正文/前言",
        "正文/一",
        "正文/二",
        "附件说明",
        "附件1",
        "附件1/（一）",
        "附件1/（二）",
        "附件2",
        "附件2/（一）",
        "附件2/（二）",
      ],
      "attachments that show only their titles",
    ],
    [
      `${HEAD}关于印发江州市河道管理方案的通知\n各区水利局：\n现将《江州市河道管理方案》印发给你们。\n附件：江州市河道管理方案\n${SIGNED}附件\n江州市河道管理方案\n一、巡查\n甲。\n二、保洁\n乙。`,
      ["标题", "通知/前言", "附件说明", "落款", "正文", "一", "二"],
      "the only attachment is the document that the wrapper issues",
    ],
    [
      `${HEAD}关于加强河道管理的通知\n各区水利局：\n请抓好落实。\n附件1：河道名录\n附件2：联系人名单\n${SIGNED}`,
      ["标题", "正文", "附件说明", "落款"],
      "a list of attachments that are not there",
    ],
    [
      `${HEAD}关于加强河道管理的通知\n各区水利局：\n请抓好落实。\n${SIGNED}抄送：市财政局。\n江州市水利局办公室 2023年5月8日印发`,
      ["标题", "正文", "落款", "版记"],
      "the imprint",
    ],
    [
      `${HEAD}关于加强河道管理的意见\n一、巡查\n按附件1的标准巡查，附件2所列河道每周一次（见附件3）。\n二、保洁\n乙。`,
      ["标题", "一", "二"],
      "near-miss: attachments that are only named",
    ],
    [
      `江州市人民政府关于印发河道管理两个办法的通知\n各区人民政府：\n《江州市河道巡查办法》和《江州市河道保洁办法》已经市政府同意，现印发给你们。\n${SIGNED}江州市河道巡查办法\n第一条 甲。\n第二条 乙。\n江州市河道保洁办法\n第一条 丙。\n第二条 丁。`,
      ["标题", "通知/前言", "落款", "正文", "第一条", "第二条", "正文~2", "第一条~2", "第二条~2"],
      "two documents that are issued together",
    ],
    [
      `${HEAD}关于加强河道管理的通知\n各区水利局：\n请抓好落实。\n附：河道管理任务分工表\n${SIGNED}附：\n河道管理任务分工表\n一、巡查\n牵头单位：市水利局\n二、保洁\n牵头单位：市城管局`,
      ["标题", "正文", "附件说明", "落款", "附件1", "附件1/一", "附件1/二"],
      "附 for 附件",
    ],
    [
      `江州市人民政府办公室关于印发江州市河道管理计划的通知江府办发〔2023〕8号各区人民政府：《江州市河道管理计划》已经市政府同意，现印发给你们，请认真执行。江州市人民政府办公室2023年5月6日（此件公开发布）江州市河道管理计划为加强河道管理，制定本计划。一、总体要求以人民为中心。二、重点任务（一）加强巡查。每周一次。（市水利局牵头）（二）加强保洁。每日一次。（市城管局牵头）附件：1.江州市河道名录2.江州市巡查标准附件1江州市河道名录青河、白河。附件2江州市巡查标准一、频次每周一次。二、记录当日填写。`,
      [
        "标题",
        "通知/前言",
        "落款",
        "正文",
        "正文/前言",
        "正文/一",
        "正文/二",
        "正文/二/（一）",
        "正文/二/（二）",
        "附件说明",
        "附件1",
        "附件2",
        "附件2/一",
        "附件2/二",
      ],
      "all of it without a single break",
    ],
    ["巡查河道一百条。保洁河道两百条。", ["正文"], "a text without anything"],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(allPaths(source)).toEqual(expected);
  });

  it("an empty text has no parts", () => {
    expect(read("").tree.clauses).toEqual([]);
  });
});

describe("clauseAt", () => {
  it("finds the clause to whose own words a place belongs", () => {
    const { text, tree } = read(
      "关于加强河道管理的通知\n各区水利局：\n现通知如下。\n一、巡查\n（一）频次。每周一次。\n（二）记录。当日填写。\n二、保洁\n乙。",
    );
    const path = (words: string): string | undefined => clauseAt(tree, text.indexOf(words))?.path;
    expect([path("关于"), path("现通知"), path("巡查"), path("每周"), path("当日"), path("乙")]).toEqual([
      "标题",
      "前言",
      "一",
      "一/（一）",
      "一/（二）",
      "二",
    ]);
    expect(clauseAt(tree, text.length)?.path).toBe("二");
    expect(clauseAt(tree, text.length + 1)).toBeUndefined();
  });
});
