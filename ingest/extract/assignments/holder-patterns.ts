import type { Knowledge } from "../../knowledge/knowledge.ts";
import { oneOf } from "../../recognize/word-pattern.ts";
import { proseAlternatives } from "./prose-alternatives.ts";

/** HolderPatterns 名单句式: what parts, opens and ends the members of a list, and what a member is called. */
export interface HolderPatterns {
  /** Sticky, as are the next two. */
  readonly conjunction: RegExp;
  /** 等有关部门 behind the last member. */
  readonly openEnd: RegExp;
  /** Words between members and predicates that say nothing about either. */
  readonly filler: RegExp;
  /** 部 + 分别 looks like a longer name to a grammar of names. */
  readonly adverbTail: RegExp;
  /** The open end of a list behind a name that no rule knows: 商贸物流园等. */
  readonly openTail: RegExp;
  readonly implausible: RegExp;
  /** However it begins, what ends so names a body: 省推进某项工作领导小组成员单位. */
  readonly bodyTail: RegExp;
  /** （市核安全局）: a second name of the body, by its place and rank. */
  readonly secondName: RegExp;
  /** Of 应急处、疾控处、基层处 some are known to be bodies; what else in the list is called like one is one too. */
  readonly calledLikeABody: RegExp;
  /** True of 和, 及: both sides may be names. */
  readonly joint: RegExp;
}

const NUMBER = "[一二三四五六七八九十\\d]+";

export function holderPatternsOf({ holders, prose, listRules, agencies }: Knowledge): HolderPatterns {
  const { modifier } = proseAlternatives(prose);
  const related = oneOf(holders.related.words);
  const kinds = oneOf(holders.departmentKinds.words);
  const nouns = oneOf(holders.bodyNouns.words);
  const conjunctions = oneOf(holders.conjunctions.words);
  const anyNoun = oneOf([...holders.bodyNouns.words, ...holders.openNouns.words]);
  const fillers = oneOf(holders.fillers.words);
  const ranks = oneOf([...agencies.shape.ranks.general, ...agencies.shape.ranks.internal]);
  return {
    conjunction: new RegExp(conjunctions, "uy"),
    openEnd: new RegExp(
      `等${related}?${kinds}?(?:${anyNoun}|${NUMBER}个?(?:${anyNoun}|家))?(?:[（(]${nouns}[）)])?(?:和${related}?${anyNoun})?`,
      "uy",
    ),
    filler: new RegExp(`${modifier}|${fillers}|由`, "uy"),
    adverbTail: new RegExp(`(?:${oneOf(prose.adverbs.words)}|${fillers})$`, "u"),
    openTail: new RegExp(`(?<=..)等${related}?${kinds}?${nouns}?$`, "u"),
    implausible: new RegExp(
      `${oneOf([...holders.notInNames.words, ...listRules.ruleWords.words])}|\\d{3}|[年月日]底?前?$|[%％]|${oneOf(holders.notLast.words)}$|^${oneOf(holders.notFirst.words)}`,
      "u",
    ),
    bodyTail: new RegExp(`^[^的为]+${oneOf(holders.bodyTails.words)}$`, "u"),
    secondName: new RegExp(`^[（(]${oneOf(holders.places.words)}\\p{Script=Han}{2,9}${ranks}[）)]$`, "u"),
    calledLikeABody: new RegExp(`${ranks}$`, "u"),
    joint: new RegExp(`^(?:${conjunctions}|、)(?![所其下直])`, "u"),
  };
}
