import { describe, expect, it } from "vitest";
import { paths, read } from "./text.ts";

type Case = readonly [source: string, expected: readonly string[], why: string];

describe("numbering at the beginning of lines", () => {
  const cases: readonly Case[] = [
    [
      "一、总体要求\n甲。\n（一）指导思想。乙。\n1.抓培训。丙。\n（1）办班。丁。\n①选人。戊。",
      ["一", "一/（一）", "一/（一）/1", "一/（一）/1/（1）", "一/（一）/1/（1）/①"],
      "all five levels",
    ],
    [
      "一、建队伍\n1.选人。甲。\n2.用人。乙。\n二、强保障\n3.给钱。丙。\n4.给物。丁。",
      ["一", "一/1", "一/2", "二", "二/3", "二/4"],
      "numbers run on across sections",
    ],
    [
      "一、建队伍\n（一）选人。甲。\n（二）用人。乙。\n二、强保障\n（一）给钱。丙。",
      ["一", "一/（一）", "一/（二）", "二", "二/（一）"],
      "numbers begin anew in each section",
    ],
    ["(一)选人。甲。\n（二) 用人。乙。\n〔三〕留人。丙。", ["（一）", "（二）", "（三）"], "brackets of any width"],
    [
      "1．选人。甲。\n2、用人。乙。\n3. 留人。丙。\n４．育人。丁。",
      ["1", "2", "3", "4"],
      "dots of any shape, full-width digits",
    ],
    [
      "第一章 总则\n第一条 为了甲，制定本办法。\n第二条 乙适用本办法。\n第二章 职责\n第三条 丙负责。",
      ["第一章", "第一章/第一条", "第一章/第二条", "第二章", "第二章/第三条"],
      "articles run on across chapters",
    ],
    [
      "壹、計畫緣起\n一、背景\n甲。\n二、目標\n乙。\n貳、執行策略\n一、推動方式\n丙。",
      ["壹", "壹/一", "壹/二", "貳", "貳/一"],
      "formal numerals",
    ],
    [
      "1总则\n1.1编制目的\n甲。\n1.2适用范围\n乙。\n1.2.1市级\n丙。\n2职责\n2.1指挥部\n丁。",
      ["1", "1/1.1", "1/1.2", "1/1.2/1.2.1", "2", "2/2.1"],
      "decimal outline",
    ],
    [
      "㈠选人。甲。\n㈡用人。乙。\n⒈办班。丙。\n⒉送学。丁。",
      ["（一）", "（二）", "（二）/1", "（二）/2"],
      "numbers printed as one character",
    ],
    [
      "# 3-1 開放政府\n## 方案說明\n甲。\n### 背景\n1. 乙。\n2. 丙。\n## 衡量指標\n丁。",
      ["方案說明", "方案說明/背景", "方案說明/背景/1", "方案說明/背景/2", "衡量指標"],
      "markdown headings",
    ],
    [
      "11.完善制度。甲。\n12.健全机制。乙。\n四、加强协同\n13.信息共享。丙。",
      ["11", "12", "四", "四/13"],
      "a text that was cut out of another",
    ],
    ["一、选人\n甲。\n二、用人\n乙。\n四、留人\n丙。", ["一", "二", "四"], "a missing number is the author's"],
    [
      "一、选人\n甲。\n二、用人\n乙。\n一、育人\n丙。\n二、留人\n丁。",
      ["一", "二", "一~2", "二~2"],
      "a list that begins anew",
    ],
    [
      "目录\n一、选人\n二、用人\n三、育人\n四、留人\n五、管人\n一、选人\n甲单位负责。\n二、用人\n乙单位负责。",
      ["一", "二"],
      "a contents page is none",
    ],
    [
      "一、工作目标\n——到2027年，建成12个站点。\n——覆盖全部街道。\n二、工作安排\n甲。",
      ["一", "二"],
      "dashes number nothing",
    ],
    [
      "为加强管理，制定本方案。\n总体要求\n1.服务民生。甲。\n2.节约用水。乙。\n重点任务\n1.加强巡查。丙。\n2.加强保洁。丁。",
      ["总体要求", "总体要求/1", "总体要求/2", "重点任务", "重点任务/1", "重点任务/2"],
      "headings without a number, where the numbering begins anew beneath each",
    ],
    [
      "为加强管理，制定本方案。\n具体如下\n1.服务民生。甲。\n2.节约用水。乙。",
      ["1", "2"],
      "near-miss: one short line is no system of headings",
    ],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(paths(source)).toEqual(expected);
  });
});

describe("numbering inside of lines", () => {
  const cases: readonly Case[] = [
    [
      "现就有关事项通知如下：一、加强领导。各单位要重视。二、落实责任。各单位要担当。三、强化督查。每季度通报一次。",
      ["一", "二", "三"],
      "all breaks lost, behind sentences",
    ],
    [
      "现提出以下措施：一、扶持生产企业1.给予贷款贴息。2.减免房租。二、稳定就业岗位3.返还保险费。4.发放补贴。",
      ["一", "一/1", "一/2", "二", "二/3", "二/4"],
      "headings run into their items",
    ],
    [
      "一、健全机制1.完善会商制度。（责任单位：市水利局）二、备足物资1.更新装备。（责任单位：市应急局）三、加强演练1.每年一次。（责任单位：市应急局）",
      ["一", "一/1", "二", "二/1", "三", "三/1"],
      "a list of one item beneath a heading",
    ],
    [
      "第一章总则第一条为了规范管理，制定本办法。第二条本办法适用于全市。第二章职责第三条市财政局负责拨付资金。第四条市审计局依照本办法第三条规定开展审计。",
      ["第一章", "第一章/第一条", "第一章/第二条", "第二章", "第二章/第三条", "第二章/第四条"],
      "articles without breaks, one of them cited",
    ],
    [
      "（一）加强宣传。一是办好专栏。二是用好新媒体。三是讲好故事。",
      ["（一）", "（一）/一", "（一）/二", "（一）/三"],
      "一是 runs inside a paragraph",
    ],
    ["重点做好以下工作：一要健全制度；二要配强力量；三要严格考核。", ["一", "二", "三"], "一要 behind semicolons"],
    [
      "（一）申报条件。申报单位应当符合：（1）依法登记；（2）正常经营；（3）信用良好。",
      ["（一）", "（一）/（1）", "（一）/（2）", "（一）/（3）"],
      "items behind semicolons",
    ],
    [
      "经研究，现答复如下。\n一是加大投入。去年安排专项资金。\n二是优化服务。开设专窗。\n下一步，我局将继续努力。一是健全机制。二是强化宣传。",
      ["一", "二", "下一步", "下一步/一", "下一步/二"],
      "a paragraph that opens a new run",
    ],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(paths(source)).toEqual(expected);
  });
});

describe("what only looks like numbering", () => {
  const cases: readonly (readonly [source: string, why: string])[] = [
    ["到2027年，投入1.5万元，增长10.5%，占比2.8。", "decimals"],
    ["依照本办法第三条第（一）项、第（二）项的规定办理。", "citations of items"],
    ["符合前款（一）、（二）、（三）情形之一的，予以奖励。", "a list of items cited"],
    ["支持一、二级医院和三、四线城市共建。支持三、四年级学生参加。", "lists of numbers"],
    ["第一、第二产业协同发展。第一，抓投入。第二，抓管理。", "第一 and 第二"],
    ["自3月5日起，至4月6日止，每周一、周三开放。", "dates and weekdays"],
    ["在确保统一、规范的基础上，统一是前提，规范是保障。", "numerals that end a word"],
    ["见附件1、附件2和表1、表2。", "numbers of attachments and tables"],
    ["坚持一要稳妥的办法不可取。", "a single 一要"],
  ];
  it.each(cases)("%j holds no clause (%s)", (source) => {
    expect(paths(source)).toEqual([]);
  });
});

describe("headings", () => {
  const cases: readonly (readonly [source: string, expected: string, why: string])[] = [
    ["一、加强组织领导\n各单位要高度重视。", "加强组织领导", "a line of its own"],
    ["（一）加强组织领导。各单位要高度重视。", "加强组织领导", "run in, up to the first stop"],
    ["1.支持企业开设学校，培养技工。（责任单位：市人社局）", "支持企业开设学校，培养技工", "the first sentence"],
    ["一、国庆节：10月1日至7日放假。", "国庆节", "words before a colon"],
    ["2、开展专项检查（牵头单位：规划科，配合单位：各站所）", "开展专项检查", "without its bracket of duties"],
    [
      "现通知如下：一、总体要求以服务发展为主线，坚持问题导向，抓好落实。二、工作任务抓紧抓实。",
      "总体要求",
      "a heading that everybody uses",
    ],
    ["第三条（职责分工）\n市财政局负责拨付资金。", "职责分工", "named in brackets"],
    [
      "三、落实《江州市河道管理。试行办法》的要求。乙。",
      "落实《江州市河道管理。试行办法》的要求",
      "a stop inside a title ends nothing",
    ],
  ];
  it.each(cases)("%j → %s (%s)", (source, expected) => {
    expect(read(source).all.find(({ kind }) => kind === "item")?.heading).toBe(expected);
  });
});

describe("oddities", () => {
  it("reports a missing number with its place in the source", () => {
    const source = "一、选人\n甲。\n二、用人\n乙。\n四、留人\n丙。";
    const { tree } = read(source);
    expect(tree.diagnostics.map(({ code, span }) => [code, span])).toEqual([
      ["numbering-gap", { from: source.indexOf("四、"), to: source.indexOf("四、") + 2 }],
    ]);
  });
});
