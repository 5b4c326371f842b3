import type { Knowledge } from "../knowledge/knowledge.ts";

/** A rule by name, with the section of the field notes it comes from and an example, where its pattern has them. */
export interface RuleName {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly section?: string;
  readonly example?: string;
}

/** Steps that are no patterns of their own. */
const STEPS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  "masthead-issuer": ["版头中的发文机关", "issuer in the masthead"],
  "masthead-signer": ["签发人", "signer in the masthead"],
  "masthead-addressee": ["主送机关", "addressee in the masthead"],
  "masthead-copy": ["抄送机关", "copies"],
  "table-row": ["任务表的一行", "row of a task table"],
  "name-prefix": ["全称以上级单位的名称开头", "the name begins with that of the larger body"],
  succession: ["机构更名表", "table of successions"],
  target: ["定量指标", "measurable target"],
};

/** Names a rule id as it stands in the evidence; a citation's id is `<form>/<cue>`. */
export function ruleNamed(id: string, knowledge: Knowledge): RuleName {
  const pattern = knowledge.assignmentPatterns.find((one) => one.id === id);
  if (pattern !== undefined) {
    const { zh, en, field, examples } = pattern;
    return {
      id,
      zh,
      en,
      section: `FIELD ${field}`,
      ...(examples[0] === undefined ? {} : { example: examples[0].text }),
    };
  }
  const cue = knowledge.citationCues.cues.find((one) => one.id === id.split("/").at(-1));
  if (cue !== undefined)
    return {
      id,
      zh: `引用用语“${cue.words.slice(0, 3).join("、")}”`,
      en: "citation by a cue",
      section: cue.section,
      example: cue.example,
    };
  const step = STEPS[id];
  return step === undefined ? { id, zh: id, en: id } : { id, zh: step[0], en: step[1] };
}
