import type { HolderWords } from "../../knowledge/holders.ts";
import type { ProseWords } from "../../knowledge/prose.ts";
import { oneOf } from "../../recognize/word-pattern.ts";
import { proseAlternatives } from "./prose-alternatives.ts";

/** DistantPatterns 远距离句式: duties that stand apart from their subject, and persons told to lead. */
export interface DistantPatterns {
  /** 发挥组织、协调和牵头作用; group `lead`. */
  readonly partPlayed: RegExp;
  /** 要充分发挥牵头作用，会同…: the part played is no task. */
  readonly onlyPart: RegExp;
  /** 对换届工作负总责; groups `task`, `cue`. */
  readonly answersFor: RegExp;
  /** …，负责…: a duty behind a later comma; group `duty`. */
  readonly laterDuty: RegExp;
  /** …，协助…, …，牵头…: another duty of the same subject behind a comma; group `duty`. */
  readonly otherDuty: RegExp;
  readonly delegated: RegExp;
  /** The next part of a sentence that begins with a duty; group `duty`. */
  readonly goesOn: RegExp;
  readonly leads: RegExp;
  readonly auxiliaries: RegExp;
  readonly beforeTask: RegExp;
  readonly subjectGoesOn: RegExp;
  /** A known body right before 负责 or 会同 whose heading ran into it. */
  readonly gluedDuty: RegExp;
  readonly beforeName: RegExp;
  /** 由李国强同志任组长，全面负责; groups `person`, `comrade`, `cue`. */
  readonly oversees: RegExp;
  /** 副市长李国强：主持…; groups `who`, `cue`. */
  readonly portfolio: RegExp;
  readonly gathering: RegExp;
  /** 李国强副市长牵头重点工作 on a line of its own; groups `who`, `cue`. */
  readonly leadersGroup: RegExp;
}

const NUMBER = "(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）).．、]\\s?)?";
const PART = "[^，,。；：:“”]";

export function distantPatternsOf(prose: ProseWords, holders: HolderWords): DistantPatterns {
  const { joins, lead, duty, ownDuty, help, auxiliary, modifier } = proseAlternatives(prose);
  const noObject = oneOf(prose.noObject.words);
  const nouns = oneOf(holders.bodyNouns.words);
  const partVerbs = oneOf(prose.partVerbs.words);
  const partNouns = oneOf(prose.partNouns.words);
  return {
    partPlayed: new RegExp(`^${partVerbs}${PART}{0,12}(?<lead>${lead})${PART}{0,8}?${partNouns}`, "u"),
    onlyPart: new RegExp(`^(?:${modifier})*${partVerbs}[^，,]*${partNouns}[，,]\\s*$`, "u"),
    answersFor: new RegExp(
      `^(?:${modifier})*对(?<task>[^，,。；：:]{2,40}?)(?<cue>${oneOf(prose.answers.words)}|(?<=${oneOf(prose.ownAreas.words)}.*)负责(?=$|[，,]))`,
      "u",
    ),
    otherDuty: new RegExp(
      `[，,](?:${modifier})*(?<duty>${duty})(?=\\p{Script=Han}{4})(?!${noObject}|${nouns}|的)`,
      "u",
    ),
    laterDuty: new RegExp(
      `[，,](?:${modifier})*(?<duty>${ownDuty}|(?<=[，,]并(?:${modifier})*)${help})(?=\\p{Script=Han}{4})(?!${noObject}|${oneOf(prose.liability.words)}|的)`,
      "u",
    ),
    delegated: new RegExp(`[：:]|${oneOf(prose.delegated.words)}`, "u"),
    goesOn: new RegExp(`^\\s*(?:${modifier})*(?<duty>${duty})(?=\\p{Script=Han}{4})(?!${noObject}|${nouns}|的)`, "u"),
    leads: new RegExp(`${lead}(?!${nouns})`, "u"),
    auxiliaries: new RegExp(`^(?:${auxiliary}|[，,\\s])*`, "u"),
    beforeTask: new RegExp(
      `^(?:等?${oneOf(holders.related.words)}?${nouns})?[，,：:\\s]*(?:${oneOf(prose.together.words)})?`,
      "u",
    ),
    subjectGoesOn: new RegExp(
      `^(?:${auxiliary}|${oneOf([...prose.measures.words, ...prose.subjectGoesOn.words, ...prose.answers.words])})`,
      "u",
    ),
    gluedDuty: new RegExp(`${ownDuty}|${joins}`, "u"),
    beforeName: new RegExp(`(?:${oneOf(holders.conjunctions.words)}|[、，,由的各])$`, "u"),
    portfolio: new RegExp(
      `^\\s*${NUMBER}(?<who>\\p{Script=Han}{2,20}(?:\\s\\p{Script=Han}{2,12}){0,2})\\s?[：:，,]?\\s?(?:${oneOf(prose.adverbs.words)})?` +
        `(?<cue>${oneOf(prose.portfolio.words)})(?=\\p{Script=Han}{2})`,
      "u",
    ),
    gathering: new RegExp(`^${PART}{0,24}${oneOf(prose.gatherings.words)}`, "u"),
    leadersGroup: new RegExp(
      `^[^\\S\\n]*${NUMBER}(?<who>\\p{Script=Han}{3,16}?)(?<cue>${oneOf(prose.oversight.words)})的?(?:${oneOf(prose.groupWords.words)})[^\\S\\n]*[|｜]?[^\\S\\n]*$`,
      "gmu",
    ),
    oversees: new RegExp(
      `由(?<person>\\p{Script=Han}{2,14}?)(?<comrade>${oneOf(prose.comrade.words)})?(?:${oneOf(prose.chairing.words)})?` +
        `(?:[，,]?(?:${oneOf(prose.adverbs.words)}|${lead}))?(?<cue>${oneOf(prose.oversight.words)})`,
      "gu",
    ),
  };
}
