import { describe, expect, it } from "vitest";
import { read } from "./text.ts";

const masthead = (source: string) => read(source).tree.masthead;
const texts = (list: readonly { text: string }[]): string[] => list.map(({ text }) => text);
/** Long enough that a text in one line is known to have lost its breaks. */
const LONG =
  "各级河道管理单位要按照职责分工，认真做好巡查、保洁、清淤和设施维护工作，及时发现并处置各类问题，确保河道畅通、水质达标、岸线整洁。".repeat(
    4,
  );
const BODY = "\n各区人民政府，市政府各部门：\n为加强河道管理，现就有关事项通知如下。\n一、加强巡查\n各区要每周巡查。";

const signedWith = (words: string): string => `关于加强河道管理的通知\n各区：\n请抓好落实。\n${words}`;

const endingWith = (words: string): string => `关于加强河道管理的通知\n各区：\n请于2022年4月30日前报送情况。\n${words}`;

const addressedBy = (line: string): string => `关于加强河道管理的通知\n${line}\n请抓好落实。`;

describe("document number", () => {
  const cases: readonly (readonly [head: string, expected: string | undefined, why: string])[] = [
    ["江州市人民政府文件\n江府发〔2023〕12号\n关于加强河道管理的通知", "江府发〔2023〕12号", "on a line of its own"],
    ["江府发[2023] 12 号\n关于加强河道管理的通知", "江府发〔2023〕12号", "square brackets and spaces"],
    ["江府发（２０２３）１２号\n关于加强河道管理的通知", "江府发〔2023〕12号", "round brackets, full width"],
    ["江府发【2023】第012号\n关于加强河道管理的通知", "江府发〔2023〕12号", "no 第, no leading zero"],
    ["国发〔201419号\n国务院关于加强河道管理的意见", "国发〔2014〕19号", "a lost bracket"],
    [
      "江州市总工会文件沪工总发〔2018〕22号关于加强河道管理的通知",
      "沪工总发〔2018〕22号",
      "behind 文件 without a break",
    ],
    [
      "江州市人民政府关于加强河道管理的通知江府发〔2023〕12号",
      "江府发〔2023〕12号",
      "behind the title without a break",
    ],
    ["关于加强河道管理的通知（江府发〔2023〕12号）", "江府发〔2023〕12号", "in brackets behind the title"],
    ["江州市人民政府令\n（第19号）\n关于加强河道管理的规定", "江州市人民政府令第19号", "an order has no code"],
    ["文号：江府发〔2023〕12号\n关于加强河道管理的通知", "江府发〔2023〕12号", "in a header table"],
    ["江府〔2023〕的43号\n关于加强河道管理的通知", "江府〔2023〕43号", "a stray 的"],
    ["关于贯彻江府发〔2022〕9号文件加强河道管理的通知", undefined, "near-miss: cited in the title"],
    ["关于加强河道管理的通知", undefined, "none"],
  ];
  it.each(cases)("%j → %s (%s)", (head, expected) => {
    expect(masthead(head + BODY).number?.text).toBe(expected);
  });
});

describe("title and kind", () => {
  const cases: readonly (readonly [
    source: string,
    title: string | undefined,
    kind: string | undefined,
    why: string,
  ])[] = [
    [`江州市人民政府关于加强河道管理的通知${BODY}`, "江州市人民政府关于加强河道管理的通知", "通知", "one line"],
    [
      `江州市人民政府\n关于进一步加强全市\n河道管理工作的实施意见${BODY}`,
      "江州市人民政府关于进一步加强全市河道管理工作的实施意见",
      "实施意见",
      "three lines",
    ],
    [`关于印发《江州市河道管理办法》的通知${BODY}`, "关于印发《江州市河道管理办法》的通知", "通知", "a wrapper"],
    [
      "江州市关于支持种粮的十条意见。为稳定生产，提出以下意见。1.发补贴。2.送农技。",
      "江州市关于支持种粮的十条意见",
      "十条意见",
      "ended by a full stop",
    ],
    [
      "江州市水利局关于加强河道管理的通知各区水利局，各有关单位：为加强管理，现通知如下。一、巡查。二、保洁。",
      "江州市水利局关于加强河道管理的通知",
      "通知",
      "all breaks lost",
    ],
    [
      "江州市水利局关于分解2021年重点工作任务 各科室： 按照要求，现将任务分解如下。 一、抓巡查 二、抓保洁",
      "江州市水利局关于分解2021年重点工作任务",
      undefined,
      "a title that names no kind",
    ],
    [
      `三部门：河道采砂可享优惠 新华社北京2月1日电（记者 张三）记者从有关部门获悉，三部门联合发布公告。${LONG}`,
      "三部门：河道采砂可享优惠",
      undefined,
      "a headline",
    ],
    [
      "案由：关于加强河道管理的建议提案人：李四主办单位：市水利局办理意见：收悉。",
      "关于加强河道管理的建议",
      "建议",
      "behind a label",
    ],
    [
      "索引号：123-456\n发布机构：江州市水利局\n名称：关于加强河道管理的通知\n发布日期：2023-05-06\n关于加强河道管理的通知\n各区水利局：\n请抓好落实。",
      "关于加强河道管理的通知",
      "通知",
      "beneath a header table",
    ],
    [
      `关于加强河道管理的通知 江州市水利局关于加强河道管理的通知 江水发〔2023〕5号 各区水利局： 请抓好落实。${LONG}`,
      "江州市水利局关于加强河道管理的通知",
      "通知",
      "the page's own title before it",
    ],
    [
      "江州《政府工作报告》部门分工确定\n1、落实衔接政策。（市水利局负责）\n2、甲。",
      "江州《政府工作报告》部门分工确定",
      undefined,
      "the first item of the text begins below it",
    ],
    ["# 3-1 開放政府資料\n## 方案說明\n甲。", "開放政府資料", undefined, "a markdown title without its number"],
    ["各区水利局：\n请抓好落实。\n一、巡查\n甲。", undefined, undefined, "none is invented: begins with addressees"],
    ["3.加强巡查。每周一次。\n4.加强保洁。每日一次。", undefined, undefined, "none is invented: cut text"],
    [
      "2023年，全市共巡查河道139次，其中重点河道30次，占21.6%；清理垃圾10吨，满意率100%。",
      undefined,
      undefined,
      "none is invented: a sentence",
    ],
  ];
  it.each(cases)("%j → %s (%s)", (source, title, kind) => {
    const found = masthead(source);
    expect([found.title?.text, found.kind]).toEqual([title, kind]);
  });
});

describe("enclosed title", () => {
  const cases: readonly (readonly [source: string, expected: string | undefined, why: string])[] = [
    [`关于印发《江州市河道管理办法》的通知${BODY}`, "江州市河道管理办法", "in the wrapper's title"],
    [`江州市人民政府关于印发江州市河道管理办法的通知${BODY}`, "江州市河道管理办法", "without 《》"],
    [
      "各区人民政府：\n《江州市河道管理办法》已经市政府同意，现印发给你们，请认真执行。\n江州市水利局\n2023年5月6日\n江州市河道管理办法\n一、总则\n甲。",
      "江州市河道管理办法",
      "only in the wrapper's text",
    ],
    [
      "江州市人民政府办公室转发市水利局关于加强河道管理意见的通知\n各区人民政府：\n市水利局《关于加强河道管理的意见》已经市政府同意，现转发给你们。",
      "关于加强河道管理的意见",
      "the text's own words are the exact ones",
    ],
    [
      "江州市水利局关于加强河道管理的通知\n各区水利局：\n近日，省水利厅印发了《关于加强河道管理的指导意见》。请抓好落实。",
      undefined,
      "near-miss: another body's document",
    ],
  ];
  it.each(cases)("%j → %s (%s)", (source, expected) => {
    expect(masthead(source).enclosedTitle?.text).toBe(expected);
  });
});

describe("issuers", () => {
  const cases: readonly (readonly [source: string, expected: readonly string[], why: string])[] = [
    [signedWith("江州市水利局\n2023年5月6日"), ["江州市水利局"], "signature"],
    [signedWith("中共江州市委\n江州市人民政府\n2023年5月6日"), ["中共江州市委", "江州市人民政府"], "two lines"],
    [signedWith("江州市水利局　　江州市财政局\n2023年5月6日"), ["江州市水利局", "江州市财政局"], "two on one line"],
    [
      signedWith("江州市水利局江州市财政局2023年5月6日"),
      ["江州市水利局", "江州市财政局"],
      "two without a space: the place comes again",
    ],
    [
      "省水利厅关于加强河道管理的通知\n各市水利局：\n请抓好落实。\n江东省水利厅\n2023年5月6日",
      ["江东省水利厅"],
      "the full form wins",
    ],
    ["江州市水利局关于加强河道管理的通知\n各区：\n请抓好落实。", ["江州市水利局"], "title"],
    [
      "江州市总工会文件\n江工发〔2023〕5号\n关于加强河道管理的通知\n各区：\n请抓好落实。",
      ["江州市总工会"],
      "letterhead",
    ],
    [
      "江州市总工会文件\n江工办〔2023〕5号\n关于加强河道管理的通知\n各区：\n请抓好落实。\n江州市总工会办公室\n2023年5月6日",
      ["江州市总工会办公室"],
      "the signature outranks the letterhead",
    ],
    [
      "江州市防汛防台抗旱应急处置工作领导小组关于加强巡查的通知\n各区：\n请抓好落实。\n江州市防汛防台抗旱\n应急处置工作领导小组\n2023年5月6日",
      ["江州市防汛防台抗旱应急处置工作领导小组"],
      "a name cut by a line break is completed from the title",
    ],
    [
      "财政部 国家发展改革委关于加强河道管理的通知 财发〔2023〕5号 各省财政厅： 请抓好落实。",
      ["财政部", "国家发展改革委"],
      "joint title",
    ],
    ["关于加强河道管理的通知\n各区：\n请抓好落实。", [], "none is invented"],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    expect(texts(masthead(source).issuers)).toEqual(expected);
  });
});

describe("date of issue", () => {
  const cases: readonly (readonly [source: string, expected: string | undefined, why: string])[] = [
    [endingWith("江州市水利局\n2023年5月6日"), "2023-05-06", "beneath the issuer"],
    [endingWith("江州市水利局\n二〇二三年十二月二十六日"), "2023-12-26", "in hanzi"],
    [endingWith("江州市水利局\n二○○五年六月七日"), "2005-06-07", "with circles for zero"],
    [endingWith("江州市水利局\n２０２３年５月６日"), "2023-05-06", "full width"],
    [endingWith("江州市水利局\n2023年5月"), "2023-05", "precision is kept"],
    [
      endingWith("江州市水利局\n2023年5月6日\n（此件公开发布）\n（联系人：张三）"),
      "2023-05-06",
      "notes in brackets behind it",
    ],
    [
      `关于印发江州市河道管理办法的通知 各区： 请抓好落实。 2023年5月6日（此件主动公开） 江州市河道管理办法 一、总则 甲。 二、职责 乙。${LONG}`,
      "2023-05-06",
      "alone, without an issuer",
    ],
    [
      endingWith("抄送：市政府办公室。\n江州市水利局办公室 2023年5月8日印发"),
      "2023-05-08",
      "date of printing, where there is no other",
    ],
    [
      endingWith("江州市水利局\n2023年5月6日\n江州市水利局办公室 2023年5月8日印发"),
      "2023-05-06",
      "but not where there is one",
    ],
    [endingWith("联系人：张三。"), undefined, "a deadline is no date of issue"],
    [
      "河道采砂可享优惠 新华社北京2023年2月1日电 记者获悉，有关优惠将于2023年3月1日起施行。",
      undefined,
      "nor the date of a news report",
    ],
  ];
  it.each(cases)("%j → %s (%s)", (source, expected) => {
    expect(masthead(source).date?.iso).toBe(expected);
  });
});

describe("addressees, copies, signer", () => {
  const cases: readonly (readonly [line: string, expected: readonly string[], why: string])[] = [
    ["各区人民政府，市政府各部门、各直属机构：", ["各区人民政府", "市政府各部门", "各直属机构"], "groups and bodies"],
    [
      "各市、州、县人民政府，省政府有关部门：",
      ["各市、州、县人民政府", "省政府有关部门"],
      "places that share their last word stay together",
    ],
    [
      "各县（市、区）水利局、财政局，各有关单位:",
      ["各县（市、区）水利局", "财政局", "各有关单位"],
      "brackets are not split",
    ],
    ["市政府各委、办、局，各有关单位：", ["市政府各委、办、局", "各有关单位"], "委、办、局 is one"],
    ["主送：市财政局、市审计局", [], "a label without a colon at the end is none"],
    ["王强、李敏委员：", ["王强", "李敏"], "persons, without their title"],
    ["现将有关事项通知如下：", [], "near-miss: a sentence that ends with a colon"],
  ];
  it.each(cases)("%j → %j (%s)", (line, expected) => {
    expect(texts(masthead(addressedBy(line)).addressees)).toEqual(expected);
  });

  it("reads 抄送 up to its full stop, and who signs", () => {
    const found = masthead(
      "江州市水利局文件\n江水发〔2023〕5号\n签发人：赵 敏\n关于加强河道管理的请示\n市人民政府：\n妥否，请批示。\n江州市水利局\n2023年5月6日\n抄送：市委办公室、市财政局，各区水利局。\n江州市水利局办公室 2023年5月8日印发",
    );
    expect(texts(found.copies)).toEqual(["市委办公室", "市财政局", "各区水利局"]);
    expect(found.signer?.text).toBe("赵敏");
    expect(found.kind).toBe("请示");
  });

  it("takes a contact for no leader", () => {
    expect(
      masthead("关于加强河道管理的通知\n各区：\n请抓好落实。\n联系人：张三\n联系电话：12345678").signer,
    ).toBeUndefined();
  });

  it("takes who signs an order in person", () => {
    const found = masthead(
      "江州市人民政府令\n第19号\n《江州市河道管理办法》已经市政府常务会议通过，现予公布。\n市长 赵 敏\n2023年5月6日\n江州市河道管理办法\n第一条 甲。\n第二条 乙。",
    );
    expect([found.signer?.text, found.date?.iso, found.number?.text]).toEqual([
      "赵敏",
      "2023-05-06",
      "江州市人民政府令第19号",
    ]);
  });
});

describe("places in the text", () => {
  it("every piece of the masthead stands where its span says", () => {
    const { text, tree } = read(
      `江州市水利局文件\n江水发〔2023〕5号\n签发人：赵敏\n江州市水利局关于加强河道管理的通知${BODY}\n江州市水利局\n2023年5月6日`,
    );
    const { masthead: found } = tree;
    const pieces = [found.number, found.title, found.signer, ...found.issuers, ...found.addressees].filter(
      (piece) => piece !== undefined,
    );
    expect(pieces).toHaveLength(6);
    expect(pieces.map(({ span }) => text.slice(span.from, span.to))).toEqual(texts(pieces));
  });
});

describe("mastheads of other shapes", () => {
  const cases: readonly (readonly [source: string, expected: Record<string, unknown>, why: string])[] = [
    [
      "000123\n机密★1年\n特急\n江州市人民政府文件\n江府发〔2023〕5号\n江州市人民政府\n关于加强河道管理的通知\n各区人民政府：\n请抓好落实。",
      { number: "江府发〔2023〕5号", title: "江州市人民政府关于加强河道管理的通知", kind: "通知" },
      "copy number, secrecy and urgency",
    ],
    [
      "江州市水利局文件\n江水发〔2023〕5号            签发人：赵 敏  钱 强\n关于增拨经费的请示\n市人民政府：\n妥否，请批示。",
      { signer: "赵敏", title: "关于增拨经费的请示", kind: "请示" },
      "signers on the line of the number",
    ],
    [
      "江州市人民政府\n专题会议纪要\n〔2023〕12号\n江州市人民政府办公室    2023年5月6日\n研究河道管理工作会议纪要\n会议议定：\n一、甲。\n二、乙。",
      { number: undefined, title: "研究河道管理工作会议纪要", kind: "会议纪要", date: "2023-05-06" },
      "minutes: a series number is no 发文字号",
    ],
    [
      "江州市水利局公告\n2023年第5号\n关于河道采砂的公告\n现公告如下：\n一、甲。\n二、乙。\n江州市水利局\n2023年5月6日",
      { number: "江州市水利局公告2023年第5号", title: "关于河道采砂的公告", kind: "公告" },
      "an announcement",
    ],
    [
      "政府工作报告\n——2023年1月5日在江州市人民代表大会上\n江州市市长 赵敏\n各位代表：\n一、回顾\n甲。\n二、安排\n乙。",
      { title: "政府工作报告", kind: "工作报告", date: "2023-01-05" },
      "a report with a second line",
    ],
    [
      "行政院 函\n發文日期：中華民國110年3月5日\n發文字號：院臺綜字第1100166666號\n主旨：檢送行動方案一份，請查照。\n說明：\n一、依據會議決議辦理。\n二、請配合。",
      { number: "院臺綜字第1100166666號", kind: "函", date: "2021-03-05" },
      "a letter from Taiwan",
    ],
    [
      "江州市水利局\n江水函〔2023〕7号\n对市十届人大三次会议第45号建议的答复\n李四代表：\n建议收悉。\n江州市水利局\n2023年5月6日\n联系人：王五\n联系电话：12345678",
      { number: "江水函〔2023〕7号", title: "对市十届人大三次会议第45号建议的答复", kind: "答复", date: "2023-05-06" },
      "a reply: 函 in the code ends no title",
    ],
    [
      "各区人民政府：《江州市河道管理办法》已经市政府同意，现印发给你们。江州市人民政府2023年5月6日江州市河道管理办法第一条甲。第二条乙。相关附件：江府规〔2023〕8号关于印发《江州市河道管理办法》的通知.pdf(/a/b/c.pdf)",
      { number: "江府规〔2023〕8号", title: "关于印发《江州市河道管理办法》的通知", kind: "通知", date: "2023-05-06" },
      "a page that names its own file",
    ],
    [
      "江东省发电发电单位江州市防汛办公室签批盖章等级特提·明电鲁汛办明电[2023]43号鲁机发号抄报:关于做好防汛工作的通知各市防指、各成员单位:请抓好落实。",
      { number: "鲁汛办明电〔2023〕43号", title: "关于做好防汛工作的通知", kind: "通知" },
      "a telegram form run together",
    ],
  ];
  it.each(cases)("%j → %j (%s)", (source, expected) => {
    const { number, title, kind, signer, date } = masthead(source);
    const found: Record<string, unknown> = {
      number: number?.text,
      title: title?.text,
      kind,
      signer: signer?.text,
      date: date?.iso,
    };
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, found[key]]))).toEqual(expected);
  });
});
