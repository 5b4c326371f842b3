import type { Knowledge } from "../../knowledge/knowledge.ts";
import { oneOf } from "../../recognize/word-pattern.ts";
import { proseAlternatives } from "./prose-alternatives.ts";

/** DutyLinePatterns 职责清单句式: how the entries of a list of duties begin and go on. */
export interface DutyLinePatterns {
  /** The word that opens an entry or a part of one; group `verb`. */
  readonly opening: RegExp;
  /** 监督组。负责…: the groups of an office or headquarters, each a heading of its own. */
  readonly groupHeading: RegExp;
  /** 负责资金筹措，会同市审计局开展评价; group `join`. */
  readonly laterJoin: RegExp;
  /** True of an opening that says no more than that the body takes part. */
  takesPart(verb: string): boolean;
  /** True of an opening that gives no role. */
  isOpener(verb: string): boolean;
}

export function dutyLinePatternsOf({ dutyLines, prose }: Knowledge): DutyLinePatterns {
  const { joins, modifier } = proseAlternatives(prose);
  const { lead, responsible, participate } = prose.duties.words;
  const takesPart = new Set(dutyLines.takesPart.words);
  const openers = new Set(dutyLines.openers.words);
  const verbs = oneOf([...lead, ...responsible, ...participate, ...prose.joins.words, ...takesPart, ...openers]);
  return {
    opening: new RegExp(`^\\s*(?:[（(]?\\d{1,2}[）).．、]\\s*|[①-⑳]\\s*)?(?:${modifier})*(?<verb>${verbs})`, "u"),
    groupHeading: new RegExp(`^\\p{Script=Han}{1,10}(?<!小)${oneOf(dutyLines.groupHeadings.words)}$`, "u"),
    laterJoin: new RegExp(`[，,](?:${modifier})*(?<join>${joins})(?=\\p{Script=Han})`, "u"),
    takesPart: (verb) => takesPart.has(verb),
    isOpener: (verb) => openers.has(verb),
  };
}
