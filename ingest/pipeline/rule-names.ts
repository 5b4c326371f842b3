import type { Knowledge } from "../knowledge/knowledge.ts";

/** A rule by name, with the section of the field notes it comes from and an example, where its pattern has them. */
export interface RuleName {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly section?: string;
  readonly example?: string;
}

/** Names of rules that are steps of their own, and of the forms and cues of which a citation's rule is made. */
const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  "masthead-issuer": ["版头或落款中的发文机关", "issuer in masthead or signature"],
  "masthead-signer": ["签发人", "signer in the masthead"],
  "masthead-addressee": ["主送机关", "addressee"],
  "masthead-copy": ["抄送机关", "copies"],
  roster: ["领导小组名单", "roster of a leading group"],
  "table-row": ["任务表的一行", "row of a task table"],
  "name-prefix": ["全称以上级单位的名称开头", "the name begins with that of the larger body"],
  succession: ["机构更名表", "table of successions"],
  target: ["定量指标", "measurable target"],
  correction: ["更正文件", "file of corrections"],
  title: ["书名号中的标题", "title in 《》"],
  "title-and-number": ["标题（文号）", "title with number"],
  "number-and-title": ["文号加标题", "number with title"],
  "unquoted-title-and-number": ["不带书名号的标题（文号）", "title without 《》, with number"],
  "number-bracketed": ["发文字号", "document number"],
  "number-damaged": ["残缺的发文字号", "damaged document number"],
  "number-decree": ["令号", "number of a decree"],
  "number-announcement": ["公告号", "number of an announcement"],
  law: ["法律法规条文", "article of a law"],
  "short-name-defined": ["以下简称所定的简称", "short name defined before"],
  "short-title-defined": ["以下简称所定的简称", "short title defined before"],
  "short-title-in-context": ["上文刚提到的文件", "the document just named"],
  bracketed: ["职责括号里的依据", "authority in a duty bracket"],
  named: ["只是提到", "merely named"],
};

/** Names a rule id as it stands in the evidence; a citation's id is `<form>/<cue>`. */
export function ruleNamed(id: string, knowledge: Knowledge): RuleName {
  const assignment = knowledge.assignmentPatterns.find((one) => one.id === id);
  if (assignment !== undefined) {
    const { zh, en, field, examples } = assignment;
    return {
      id,
      zh,
      en,
      section: `FIELD ${field}`,
      ...(examples[0] === undefined ? {} : { example: examples[0].text }),
    };
  }
  const parts = id.split("/");
  const cue = knowledge.citationCues.cues.find((one) => one.id === parts.at(-1));
  const names = parts.map((part) => nameOfPart(part, knowledge));
  return {
    id,
    zh: names.map(([zh]) => zh).join("，"),
    en: names.map(([, en]) => en).join(", "),
    ...(cue === undefined ? {} : { section: cue.section, example: cue.example }),
  };
}

function nameOfPart(part: string, knowledge: Knowledge): readonly [zh: string, en: string] {
  const cue = knowledge.citationCues.cues.find((one) => one.id === part);
  if (cue !== undefined) return [`用语“${cue.words.slice(0, 3).join("、")}”`, `cue ${part}`];
  return NAMES[part] ?? [part, part];
}
