import { describe, expect, it } from "vitest";
import type { Fact } from "../../../../graph/model/reading.ts";
import { readingOf } from "../../read-text.ts";

const facts = (text: string): readonly Fact[] => readingOf("例.txt", text).facts;

/** 据 for DERIVES_FROM, 提 for CITES, then number or title, then the article. */
const cited = (text: string): string[] =>
  facts(text).map(({ predicate, object }) => {
    const document = object.kind === "article" ? object.document : object;
    const name = document.kind === "document" ? (document.number ?? document.title ?? "") : "";
    const article =
      object.kind === "article"
        ? `#${[object.article, object.paragraph, object.item].filter((part) => part !== undefined).join(".")}`
        : "";
    return `${predicate === "DERIVES_FROM" ? "据" : "提"} ${name}${article}`;
  });

const table = (cases: readonly (readonly [text: string, expected: readonly string[], why: string])[]): void => {
  it.each(cases)("%s → %j (%s)", (text, expected) => {
    expect(cited(text)).toEqual(expected);
  });
};

describe("what is cited", () => {
  table([
    ["根据《河道条例》，制定本办法。", ["据 河道条例"], "a title"],
    [
      "按照《关于加强河道管理的意见》（江府发〔2023〕12号）要求，开展巡查。",
      ["据 江府发〔2023〕12号"],
      "title and number are one",
    ],
    [
      "按照江府发〔2023〕12号《关于加强河道管理的意见》要求，开展巡查。",
      ["据 江府发〔2023〕12号"],
      "number and title are one",
    ],
    [
      "按照江府发〔2023〕12号文件印发的《河道方案》要求，开展巡查。",
      ["据 江府发〔2023〕12号"],
      "with 文件印发的 between",
    ],
    [
      "根据《甲条例》、《乙办法》和《丙规定》，制定本方案。",
      ["据 甲条例", "据 乙办法", "据 丙规定"],
      "a list shares its cue",
    ],
    [
      "根据《甲意见》（江府发〔2023〕1号）精神和《乙意见》（江府发〔2023〕2号）要求，制定本方案。",
      ["据 江府发〔2023〕1号", "据 江府发〔2023〕2号"],
      "精神 inside a list",
    ],
    ["依照《河道条例》第十三条第二款第（三）项处罚。", ["据 河道条例#13.2.3"], "an article with paragraph and item"],
    [
      "依照《河道条例》第三条、第五条，《湖泊条例》第八条执行。",
      ["据 河道条例#3", "据 河道条例#5", "据 湖泊条例#8"],
      "several articles",
    ],
    [
      "按照《关于河道收费的通知》（江财字〔2023〕7号第二条）执行。",
      ["据 江财字〔2023〕7号#2"],
      "the article inside the number's bracket",
    ],
    ["依照个人所得税法实施条例第三条办理。", [], "a law's name inside another title"],
    [
      "按照市委部署，认真落实《甲市河道措施》，进一步加强巡查，结合实际，特制定以下措施。",
      ["据 甲市河道措施"],
      "a sentence that says why the document is made",
    ],
    [
      "政策依据：《甲市河道条例》、《甲市湖泊条例》",
      ["据 甲市河道条例", "据 甲市湖泊条例"],
      "a label holds for a joint list",
    ],
    ["四、有关依据\n1.《甲市河道条例》", ["据 甲市河道条例"], "a heading over a list"],
    ["编辑出版《春江两岸规划》，拍摄纪录片《江上》。", [], "a book and a film"],
    ["申请人提交《河道占用申请表》和《取水许可证》。", [], "a form and a permit"],
    ["读者来信见《江州日报》。", [], "a newspaper"],
    ["落实安全生产法，开展劳动法律讲座。", ["据 安全生产法"], "a law by name; 劳动法律 is none"],
    ["贯彻落实2023年中央一号文件精神，制定本方案。", ["据 2023年中央一号文件"], "a document by name"],
    ["答复第0776号提案。", [], "a proposal"],
  ]);
});

describe("authority and mere naming", () => {
  table([
    ["为贯彻落实《河湖规划》，制定本方案。", ["据 河湖规划"], "a purpose"],
    ["为落实省委部署，贯彻《河湖规划》，制定本方案。", ["据 河湖规划"], "in a sentence of purpose"],
    ["清理河岸。（市水务局负责）落实《河湖规划》，建立巡查制度。", ["据 河湖规划"], "opens behind a duty bracket"],
    ["落实《河湖规划》相关改革举措，明确任务。", ["据 河湖规划"], "its measures are carried out"],
    ["认真落实《河湖规划》，建立巡查制度。", ["据 河湖规划"], "opens a sentence that goes on with what to do"],
    ["贯彻《河湖条例》。", ["提 河湖条例"], "is itself the whole task"],
    ["各区要大力贯彻落实《河湖规划》，推动工作。", ["提 河湖规划"], "one duty among others"],
    ["各区要贯彻落实《河湖规划》精神，推动工作。", ["据 河湖规划"], "but with 精神 invoked"],
    [
      "围绕大局，深入贯彻《甲意见》，认真落实《乙方案》有关要求，推进改革。",
      ["据 甲意见", "据 乙方案"],
      "verbs in one chain",
    ],
    ["市政府根据需要修订《河道办法》。", ["提 河道办法"], "the nearer verb decides"],
    ["根据市水务局印发的《河道办法》，开展巡查。", ["据 河道办法"], "a verb before 的 is a modifier"],
    ["积极参与《河湖规划》的落实。", ["提 河湖规划"], "落实 behind it"],
    ["建材应当符合《建材规范》要求。", ["据 建材规范"], "conformity"],
    ["以《河湖规划》为指导，细化任务。", ["据 河湖规划"], "以…为指导"],
    ["标准按《河道办法》执行。", ["据 河道办法"], "a short cue"],
    ["会议传达了《河道办法》，按需要修订。", ["提 河道办法"], "a short cue elsewhere"],
    [
      "建立巡查制度。（江府发〔2023〕12号第13条，牵头单位：市水务局）",
      ["据 江府发〔2023〕12号#13"],
      "a bracketed article",
    ],
    [
      "全面落实《河道条例》及其实施细则和《湖泊条例》等法规，加强巡查保洁。",
      ["据 河道条例", "据 湖泊条例"],
      "及其实施细则 does not part a list",
    ],
    [
      "《河道保洁目录》见《江州市水务局关于保洁的通知》附件。",
      ["提 江州市水务局关于保洁的通知"],
      "an attachment of another",
    ],
    ["政策依据：1.《河道条例》；2.《湖泊条例》", ["据 河道条例", "据 湖泊条例"], "a label"],
    ["《河道办法》同时废止。", ["提 河道办法"], "repealed"],
  ]);
});

describe("short forms", () => {
  const defined = "根据《关于加强河道管理的实施意见》（江府发〔2023〕12号，以下简称《意见》）要求，制定本方案。";
  table([
    [
      `${defined}\n各区要按照《意见》分工，开展巡查。`,
      ["据 江府发〔2023〕12号", "据 江府发〔2023〕12号"],
      "behind the definition",
    ],
    [`按照《意见》开展。\n${defined}`, ["据 江府发〔2023〕12号"], "not before it"],
    [
      "根据《河道方案》（江府发〔2023〕12号，以下简称江府发“12号文”）要求，制定本方案。\n按照江府发“12号文”第3条执行。",
      ["据 江府发〔2023〕12号", "据 江府发〔2023〕12号#3"],
      "a code with a quoted number",
    ],
    [
      "市政府印发《关于加强河道管理的实施意见》（江府发〔2023〕12号）。各区要按照《实施意见》开展巡查。",
      ["提 江府发〔2023〕12号", "据 江府发〔2023〕12号"],
      "by context: one candidate",
    ],
    [
      "市政府印发《甲意见》。\n市委印发《乙意见》。\n各区按照《意见》开展巡查。",
      ["提 甲意见", "提 乙意见"],
      "two candidates: taken for none",
    ],
    ["各区按照《应急预案》编制分预案。", [], "no candidate: it does not say which"],
    ["落实《政府工作报告》部署的重点工作。", [], "a report to a congress, of no year and place"],
    [
      "市政府印发《关于提高匠人待遇的意见》和《关于整治河道的意见》。要落实好提高匠人待遇的《意见》要求。",
      ["提 关于提高匠人待遇的意见", "提 关于整治河道的意见", "据 关于提高匠人待遇的意见"],
      "the words before it say which",
    ],
  ]);

  it("that stay open are reported", () => {
    const { diagnostics } = readingOf(
      "例.txt",
      "市政府印发《甲意见》。\n市委印发《乙意见》。\n各区按照《意见》开展巡查。",
    );
    expect(diagnostics.map(({ code }) => code)).toContain("short-form-unresolved");
  });
});

describe("the document itself", () => {
  const wrapper = (body: string): string =>
    `江州市人民政府文件\n江府发〔2023〕12号\n关于印发《江州市河道整治方案》的通知\n各区人民政府：\n${body}\n江州市人民政府\n2023年5月1日`;
  table([
    [wrapper("现将《江州市河道整治方案》印发给你们，请认真执行。"), [], "what it issues"],
    [wrapper("《江州市河道整治方案》已经市政府同意，现印发给你们。"), [], "what was approved"],
    [
      wrapper("《江州市河道巡查清单》《江州市河道保洁清单》和《江州市河道整治方案》已经市政府同意，现印发给你们。"),
      [],
      "a list that was approved together",
    ],
    [
      "江州市河道办法\n（2003年5月6日江州市人民政府令第12号公布）\n第一条 为加强管理，制定本办法。\n第二条 市水务局负责河道管理。",
      [],
      "the number of the order that promulgated it",
    ],
    [wrapper("请按照江府发〔2023〕12号执行。"), [], "its own number"],
    [wrapper("请填写《巡查方案》（见附件2）。"), [], "its attachment"],
    [wrapper("请按照《河道条例》执行。"), ["据 河道条例"], "another document"],
    [
      "现将《国务院办公厅关于河道管理的通知》（国办发〔2023〕1号）转发给你们，请执行。",
      ["提 国办发〔2023〕1号"],
      "what it passes on is another's",
    ],
  ]);
});

describe("where a citation stands", () => {
  const text =
    "江州市河道整治方案\n根据《河道条例》，制定本方案。\n一、加强巡查。按照《巡查办法》开展巡查。\n二、加强保洁。";

  it("the document speaks in its preamble, the clause in its text", () => {
    expect(facts(text).map(({ subject }) => subject)).toEqual([{ kind: "self" }, { kind: "clause", path: "一" }]);
  });

  it("mention, cue and quote are exact", () => {
    const { normalized, facts: found } = readingOf("例.txt", text);
    const proof = found[1]?.proof;
    const slice = (span: { from: number; to: number } | undefined): string =>
      span === undefined ? "" : normalized.text.slice(span.from, span.to);
    expect([slice(proof?.span), slice(proof?.cue), slice(proof?.quote)]).toEqual([
      "《巡查办法》",
      "按照",
      "按照《巡查办法》开展巡查。",
    ]);
  });
});
