import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { TargetWords } from "../../knowledge/targets.ts";
import { type Comparator, createQuantityFinder, type QuantityFinder } from "../../recognize/quantities/quantity.ts";
import { oneOf } from "../../recognize/word-pattern.ts";

/** The words of `seeds/vocabulary/targets.yaml` as expressions. */
export interface TargetLexicon {
  readonly quantities: QuantityFinder;
  /** A verb of reaching that ends the words before a value; group `verb`. */
  readonly reachBefore: RegExp;
  comparatorOf(verb: string): Comparator;
  /** A verb of making, somewhere before a counted object; group `verb`. */
  readonly makeBefore: RegExp;
  /** A verb of reaching against what was: 不低于2019年同期余额. */
  readonly baseline: RegExp;
  readonly commit: RegExp;
  readonly yearHead: RegExp;
  readonly past: RegExp;
  /** Words that make the whole sentence a report of what was. */
  readonly isTold: (sentence: string) => boolean;
  readonly background: RegExp;
  readonly amounts: RegExp;
  readonly conditions: RegExp;
  /** What is measured right before the verb, though it speaks of loans or costs. */
  readonly measures: RegExp;
  readonly isTime: (unit: string) => boolean;
  readonly rules: RegExp;
  /** Titles of documents that plan work; 年度工作要点 and the like plan it for one year. */
  readonly plans: RegExp;
  readonly yearly: RegExp;
  readonly duties: RegExp;
  /** A verb of carrying out that opens a segment, and what is carried out, up to its number. */
  readonly carryOut: RegExp;
  /** What plans set a figure for, at the end of words: 地区生产总值. */
  readonly aggregates: RegExp;
  /** 增长, 下降: their value is a rate of change. */
  readonly isChange: (verb: string) => boolean;
}

const lexicons = new WeakMap<Knowledge, TargetLexicon>();

export function targetLexiconOf(knowledge: Knowledge): TargetLexicon {
  const known = lexicons.get(knowledge);
  if (known !== undefined) return known;
  const lexicon = compile(knowledge.targets);
  lexicons.set(knowledge, lexicon);
  return lexicon;
}

function compile(words: TargetWords): TargetLexicon {
  const { reach } = words;
  const comparators = new Map<string, Comparator>([
    ...reach.atLeast.map((word) => [word, "≥"] as const),
    ...reach.atMost.map((word) => [word, "≤"] as const),
    ...reach.above.map((word) => [word, ">"] as const),
  ]);
  const verbs = oneOf(Object.values(reach).flat());
  const change = new Set(reach.change);
  const time = new Set(words.timeUnits);
  const told = new RegExp(oneOf(words.told), "u");
  const notTold = new RegExp(oneOf(words.notTold), "gu");
  return {
    quantities: createQuantityFinder(words),
    reachBefore: new RegExp(
      `(?<verb>(?<!平(?=均))${verbs})(?:了)?(?:约|近|不到|本市|全国|当年|并动态保持在|并保持在|并稳定在)?\\s?$`,
      "u",
    ),
    comparatorOf: (verb) => comparators.get(verb) ?? "=",
    makeBefore: new RegExp(`(?<verb>${oneOf(words.make)})(?<object>[^0-9０-９]{0,24})$`, "u"),
    baseline: new RegExp(
      `(?<verb>${oneOf([...reach.atLeast, ...reach.atMost, ...reach.above])})(?<base>(?:(?:19|20)\\d{2}年|上年|去年|上一年)[^，。；]{0,14})$`,
      "u",
    ),
    commit: new RegExp(oneOf(words.commit), "u"),
    yearHead: new RegExp(`${oneOf(words.yearHeads)}$`, "u"),
    past: new RegExp(oneOf(words.past), "u"),
    isTold: (sentence) => told.test(sentence.replace(notTold, "")),
    background: new RegExp(`${oneOf(words.background)}$`, "u"),
    amounts: new RegExp(oneOf(words.amounts), "u"),
    measures: new RegExp(`${oneOf(words.measures)}(?:较[^，]{0,8})?(?:再|平均|同比)?${verbs}?\\s?$`, "u"),
    conditions: new RegExp(oneOf(words.conditions), "u"),
    isChange: (verb) => change.has(verb),
    isTime: (unit) => time.has(unit),
    rules: new RegExp(`${oneOf(words.rules)}(?:[（(][^（()）]*[）)])?$`, "u"),
    plans: new RegExp(oneOf(words.plans), "u"),
    yearly: new RegExp(oneOf(words.yearly), "u"),
    duties: new RegExp(oneOf(words.duties), "gu"),
    carryOut: new RegExp(
      `^([\\s□]*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]\\s?)?(?:年内|全年|力争|计划|(?:全|我|本)(?:市|省|区|县|州|年))*)(${oneOf(words.carryOut)}[^\\d，]{2,20})$`,
      "u",
    ),
    aggregates: new RegExp(`${oneOf(words.aggregates)}$`, "u"),
  };
}
