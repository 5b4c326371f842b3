import type { Knowledge } from "../../knowledge/knowledge.ts";
import { oneOf } from "../../recognize/word-pattern.ts";
import { MARKS } from "./holders.ts";
import { proseAlternatives } from "./prose-alternatives.ts";

/** ListRulePatterns 通则句式: how a document says which of its lists' members leads. */
export interface ListRulePatterns {
  readonly first: RegExp;
  readonly comma: RegExp;
  /** 带★的为牵头单位. */
  readonly mark: RegExp;
  readonly others: RegExp;
  readonly without: RegExp;
  /** A rule for the whole document stands in the first duty bracket: 列首位的为牵头单位，下同. */
  readonly ruleWords: RegExp;
}

const WORD = "[^，。；）)]";

export function listRulePatternsOf({ listRules, prose, roles }: Knowledge): ListRulePatterns {
  const { lead } = proseAlternatives(prose);
  const first = oneOf(listRules.first.words);
  return {
    first: new RegExp(
      `${oneOf(listRules.placed.words)}[在于]?${first}[的者]?${WORD}{0,14}?为${WORD}{0,6}${lead}|${first}${WORD}{0,8}为总?${lead}`,
      "u",
    ),
    comma: new RegExp(`${oneOf(listRules.beforeComma.words)}${WORD}{0,8}为总?${lead}`, "u"),
    mark: new RegExp(
      `${oneOf(listRules.carries.words)}[“”"‘’']?[${MARKS}][“”"‘’']?${WORD}{0,10}?为${WORD}{0,6}${lead}`,
      "u",
    ),
    others: new RegExp(`${oneOf(listRules.others.words)}${WORD}{0,10}${oneOf(roles.predicates.participate)}`, "u"),
    without: new RegExp(
      `${oneOf(listRules.without.words)}${lead}${WORD}{0,6}的?[，,]?${WORD}{0,8}${oneOf(roles.stems.responsible)}${WORD}{0,8}为${lead}`,
      "u",
    ),
    ruleWords: new RegExp(`${oneOf(listRules.ruleWords.words)}|${lead}`, "u"),
  };
}
