import { describe, expect, it } from "vitest";
import { extractAssignments } from "../../../ingest/extract/assignments/index.ts";
import { knowledge, readText } from "../read-text.ts";
import { read } from "./text.ts";

const BODY =
  "各区人民政府，市政府各部门：\n为加强河道管理，现就有关事项通知如下。\n一、加强巡查\n各区要每周巡查。\n二、加强保洁\n及时清理。\n";
const SIGNED = "江州市人民政府办公室\n2023年5月6日\n";
const TITLE = "江州市人民政府办公室关于加强河道管理的通知";
const LAW = "第一条 为加强河道管理，制定本办法。\n第二条 市水务局负责全市河道管理工作。\n";
const NOTICE = { title: TITLE, addressees: 2 } as const;

type Expected = Readonly<Record<string, unknown>>;
type Case = readonly [source: string, expected: Expected, why: string];

function told(source: string, expected: Expected): Expected {
  const { number, title, kind, date, issuers, addressees } = read(source).tree.masthead;
  const found: Expected = {
    number: number?.text,
    title: title?.text,
    kind,
    date: date?.iso,
    issuers: issuers.map(({ text }) => text),
    addressees: addressees.length,
  };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, found[key]]));
}

describe("menus and paths over a document", () => {
  const cases: readonly Case[] = [
    [`无障碍阅读 关怀版 返回首页\n政府信息公开\n${TITLE}\n${BODY}`, NOTICE, "words of a menu, glued together"],
    [
      `热门站点 | 江州资料网 | 江州论坛\n收藏本站 | 设为首页 | 首页\n${TITLE}\n${BODY}`,
      NOTICE,
      "a menu with names of its own",
    ],
    [`欢迎访问江州法规平台！\n法规平台 首页 办法\n${TITLE}\n${BODY}`, NOTICE, "a greeting, and 首页 in company"],
    [`首页 > | 政务公开 > | 政府公报 > | 公报室 |\n${TITLE}\n${BODY}`, NOTICE, "a path whose steps stand apart"],
    [`您现在的位置：网站首页 >> 信息公开 >> 正文\n${TITLE}\n${BODY}`, NOTICE, "a path with a label"],
    [`江江文库\n\n位置：首页 > 职场 > 报告\n\n${TITLE}\n${BODY}`, NOTICE, "the name of a site over the path"],
    [`政策文件\n${TITLE}\n${BODY}`, NOTICE, "the section in which a page stands"],
    [`EN\nhttps://www.example.gov.cn/\n2023-05-10 08:00:00\n${TITLE}\n${BODY}`, NOTICE, "language, address, time"],
    [
      `当前位置： 首页政务公开最新文件 关于加强河道管理的通知 时间：2023-05-10 16:15 微信 微博 QQ空间 江府办发〔2023〕12号${TITLE}各区人民政府，市政府各部门：为加强河道管理，现就有关事项通知如下：一、加强巡查。各区要每周巡查。${"要认真做好巡查、保洁、清淤和设施维护工作，及时发现并处置各类问题，确保河道畅通、水质达标、岸线整洁。".repeat(6)}`,
      { ...NOTICE, number: "江府办发〔2023〕12号" },
      "a page in one line",
    ],
    [
      `收藏单位藏品管理办法\n${LAW}`,
      { title: "收藏单位藏品管理办法" },
      "near-miss: a title that begins with a word of menus",
    ],
    [
      `江州市人民政府办公室\n关于规范政府网站首页建设的通知\n${BODY}`,
      { title: "江州市人民政府办公室关于规范政府网站首页建设的通知" },
      "near-miss: a title about 首页",
    ],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(told(source, expected)).toEqual(expected);
  });
});

describe("header tables", () => {
  const cases: readonly Case[] = [
    [
      `• 索引号：014/2023-00012\n• 发文单位：市政府办\n• 信息名称：${TITLE}\n• 发文序号：江府办发〔2023〕12 号\n• 成文日期：2023年5月6日\n展开\n${TITLE}\n${BODY}`,
      { ...NOTICE, number: "江府办发〔2023〕12号", date: "2023-05-06" },
      "a list with bullets",
    ],
    [
      `索引号：\n014000000/2023-00012\n主题分类：\n水利\\河道\n发文机关：\n江州市人民政府办公室\n成文日期：\n2023年5月6日\n标  题：\n${TITLE}\n发文字号：\n江府办发〔2023〕12号\n时  效：\n失效\n${TITLE}\n江府办发〔2023〕12号\n${BODY}`,
      { ...NOTICE, number: "江府办发〔2023〕12号", date: "2023-05-06", issuers: ["江州市人民政府办公室"] },
      "a label a line, its value on the next",
    ],
    [
      `发文字号江府办发〔2023〕12号 发布日期2023-05-10\n发文机关江州市人民政府办公室\n标  题关于加强河道管理的通知\n${TITLE}\n${BODY}`,
      { ...NOTICE, number: "江府办发〔2023〕12号", date: "2023-05-10" },
      "labels without colons; the day of the page where the table gives no other",
    ],
    [
      `【发布单位】江州市人民政府\n【发布文号】江州市人民政府令第12号\n【发布日期】2003-05-06\n【生效日期】2003-06-01\n江州市河道管理办法\n${LAW}`,
      {
        number: "江州市人民政府令第12号",
        title: "江州市河道管理办法",
        kind: "管理办法",
        issuers: ["江州市人民政府"],
        date: "2003-05-06",
      },
      "labels in brackets",
    ],
    [
      `规章名称：江州市河道管理办法\n发布机关：江州市人民政府\n文号：江州市人民政府令第12号\n公布日期：2003年5月6日\n${LAW}`,
      { number: "江州市人民政府令第12号", title: "江州市河道管理办法", date: "2003-05-06" },
      "a law database",
    ],
    [
      `江州市河道管理办法\n014000000123456A/2023-6520057\n市政府办公室\n2023-05-06\n江州市河道管理办法\n${LAW}`,
      { title: "江州市河道管理办法", issuers: ["市政府办公室"], date: "2023-05-06" },
      "cells that have lost their labels",
    ],
    [
      `${TITLE}\n发布日期：2023-05-10    浏览次数：1\n${BODY}`,
      { ...NOTICE, date: undefined },
      "near-miss: the day of a page alone is no date of issue",
    ],
    [
      `${TITLE}\n江水规〔2023〕3号\n作者：办公室 来源：本站 点击数：532 更新时间：2023-5-10\n${BODY}`,
      { ...NOTICE, number: "江水规〔2023〕3号" },
      "a line of labels goes on in no other line",
    ],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(told(source, expected)).toEqual(expected);
  });
});

describe("a title that a page prints again", () => {
  const cases: readonly Case[] = [
    [
      `${TITLE}\n江州在线\n${TITLE}\n江府办发〔2023〕12号\n${BODY}`,
      { ...NOTICE, number: "江府办发〔2023〕12号" },
      "a site between",
    ],
    [
      `关于加强河道管理的通知\n作者：资料网 时间：2023-07-22 05:16:06\n下载地址： 点击此处下载\n关于加强河道管理的通知\n江州市水务局 江州市财政局\n关于加强河道管理的通知\n江水规〔2023〕3号\n${BODY}`,
      { title: "关于加强河道管理的通知", number: "江水规〔2023〕3号", issuers: ["江州市水务局", "江州市财政局"] },
      "the issuers between",
    ],
    [
      `江州市河道管理办法.docx\n- 文档编号：4375\n江州市河道管理办法.docx\n《江州市河道管理办法.docx》由会员分享，可在线阅读。\n江州市河道管理办法\n江州市河道管理办法\n（2013年10月14日市人民政府第十次常务会议通过 2013年10月27日江州市人民政府令第184号发布 自2013年12月1日起施行）\n${LAW}`,
      {
        title: "江州市河道管理办法",
        number: "江州市人民政府令第184号",
        date: "2013-10-27",
        issuers: ["江州市人民政府"],
      },
      "a site of shared files; the note of the order",
    ],
    [`${TITLE}_江州市人民政府\n${TITLE}\n${BODY}`, NOTICE, "the title of the browser's window"],
    [`首页 |\n|\n${TITLE} |\n||||\n|\n||||\n${TITLE}\n${BODY}`, NOTICE, "the frame of a table between"],
    [
      `附件：江州市河道巡查制度\n${SIGNED}附件：\n江州市河道巡查制度\n为规范巡查，制定本制度。\n一、总则\n定期巡查。`,
      { date: "2023-05-06", issuers: ["江州市人民政府办公室"] },
      "near-miss: a list of attachments and the attachment",
    ],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(told(source, expected)).toEqual(expected);
  });
});

describe("what stands by a title", () => {
  const cases: readonly Case[] = [
    [
      `江州市河道管理实施意见\n（征求意见稿V2.2）\n（2015年9月15日）\n为贯彻《江东省河道条例》，深化治理,结合实际,特制订以下意见。\n一、目标\n水清。`,
      { title: "江州市河道管理实施意见", date: "2015-09-15" },
      "two notes; the text that follows is no title",
    ],
    [
      `江州市河道条例\n2019年12月30日江州市第五届人民代表大会常务委员会第十九次会议通过\n2020年3月31日江东省第十三届人民代表大会常务委员会第十七次会议批准\n${LAW}`,
      { title: "江州市河道条例", date: "2019-12-30" },
      "how a law was made, without brackets",
    ],
    [
      `江州市河道管理办法\n（2003年4月2日市政府常务会议通过 2003年5月6日江州市人民政府令第12号公布 根据2010年3月4日江州市人民政府令第30号修正）\n${LAW}`,
      { number: "江州市人民政府令第12号", date: "2003-05-06" },
      "near-miss: the order that changed it later",
    ],
    [
      `江水办〔2023〕 号\n关于加强河道管理的通知\n${BODY}`,
      { title: "关于加强河道管理的通知", number: undefined },
      "a number never filled in",
    ],
    [
      `考核依据\n江州市2023年度河长制考核细则\n序号\n考核项目\n分值\n1\n巡查\n5`,
      { title: "江州市2023年度河长制考核细则" },
      "a line over the title",
    ],
    [
      `近日，江州市水务局印发《江州市河道管理工作方案》。\n河道.png\n江州市河道管理工作方案（2023年5月6日）\n一、目标\n水清。\n二、任务\n巡查。`,
      { title: "江州市河道管理工作方案", date: "2023-05-06", issuers: ["江州市水务局"] },
      "a report that leads to the text",
    ],
    [
      `回放｜江州市河道管理新闻发布会 江州市河道管理新闻发布会 时 间：2023年5月6日10:00 主持人： 王军 ${"大家上午好，欢迎出席今天的新闻发布会，下面请发布人介绍情况。".repeat(20)}`,
      { title: "江州市河道管理新闻发布会" },
      "a headline that is said twice",
    ],
    [
      `河道巡查有了新办法！ 水务局：今年巡查五千次 水务部门介绍，${"今年以来共出动人员五千次，巡查发现的问题已经全部处置。".repeat(20)}`,
      { title: "河道巡查有了新办法！" },
      "a headline that a mark closes",
    ],
    [
      `${SIGNED.replace("\n", "：\n")}各区人民政府：\n为落实职责，现将任务分解如下，请认真执行。\n附件：河道管理任务分解表\n${SIGNED}附件\n河道管理任务分解表\n序号\n任务\n责任单位`,
      { title: "河道管理任务分解表" },
      "a covering letter without a title is known by its only attachment",
    ],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(told(source, expected)).toEqual(expected);
  });
});

/** The edges that assign something in a text. */
function roles(source: string): string[] {
  const { normalized, tree } = readText(source);
  return extractAssignments(normalized, tree, knowledge).facts.map(({ predicate }) => predicate);
}

describe("the foot of a page", () => {
  const FOOT =
    "扫一扫在手机打开当前页\n【打印本页】 【关闭窗口】\n主办：江州市人民政府办公室 承办：江州市大数据局\n网站标识码：3601000001 江ICP备05000000号\n";
  it("is imprint, and ends no text before its signature", () => {
    const { text, all, tree } = read(`${TITLE}\n${BODY}${SIGNED}${FOOT}`);
    const foot = all.find(({ path }) => path === "版记");
    expect(text.slice(foot?.own.from, foot?.own.to)).toMatch(/^扫一扫[^]*05000000号$/u);
    expect(tree.masthead.date?.iso).toBe("2023-05-06");
  });

  it("states no duty", () => {
    expect(roles(`${TITLE}\n${BODY}${SIGNED}${FOOT}`)).toEqual([]);
  });

  it("begins behind the labels of the text", () => {
    expect(roles(`${TITLE}\n${BODY}三、组织保洁比赛\n牵头单位：市水务局\n配合单位：市体育局\n${SIGNED}`)).toHaveLength(
      2,
    );
  });
});
