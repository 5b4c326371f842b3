import type { Knowledge } from "../../knowledge/knowledge.ts";
import { oneOf } from "../../recognize/word-pattern.ts";
import { proseAlternatives } from "./prose-alternatives.ts";

/** SetUpPatterns 成立机构句式: how a sentence sets a body up and goes on with its duty. */
export interface SetUpPatterns {
  /** Groups `owner` (领导小组|下设办公室), `name`, `between` (where it sits, who sits in it), `duty`. */
  readonly founded: RegExp;
  /** 领导小组负责…, with no name of its own: at the beginning, or where a roster ran into it; groups `name`, `duty`. */
  readonly bare: RegExp;
  /** 市园林局负责…: between the body and its duty another is told something. */
  readonly otherDuty: RegExp;
  /** 由李国强兼任办公室主任: the duty behind it is a person's … */
  readonly person: RegExp;
  /** … unless it closes the list of members. */
  readonly member: RegExp;
}

export function setUpPatternsOf({ prose, setUps, dutyLines }: Knowledge): SetUpPatterns {
  const { ownDuty, modifier } = proseAlternatives(prose);
  const groups = oneOf(setUps.groups.words);
  const behind = `(?:${modifier})*(?<duty>${ownDuty})(?=[\\p{Script=Han}“《]{3})`;
  return {
    founded: new RegExp(
      `(?:(?<owner>[^，,。；：:、的（()）\\s]{0,30}${groups}))?${oneOf(setUps.founding.words)}(?<name>[^，,。；：:、的（()）]{0,30}?${groups})(?:[（(][^（()）]{1,40}[）)])?` +
        `(?:(?<between>(?:[，,][^。；：:]{0,160}?)?)[，,]\\s?)?${behind}`,
      "u",
    ),
    bare: new RegExp(
      `(?:^\\s*|(?<=${oneOf(setUps.postEnds.words)}\\s?))(?<name>${oneOf(setUps.bareGroups.words)})${behind}`,
      "u",
    ),
    otherDuty: new RegExp(`${ownDuty}(?!人)`, "u"),
    person: new RegExp(oneOf([...setUps.personal.words, ...dutyLines.posts.words]), "u"),
    member: new RegExp(oneOf(setUps.members.words), "u"),
  };
}
