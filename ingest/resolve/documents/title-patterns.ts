import type { Knowledge } from "../../knowledge/knowledge.ts";
import { oneOf } from "../../recognize/word-pattern.ts";

/** TitlePatterns 标题归一句式: what titles and numbers tell of whose document is meant; their words are seeds. */
export interface TitlePatterns {
  /** 甲市人民政府 of 甲市人民政府关于…; group `issuer`. */
  readonly statedIssuer: RegExp;
  /** A title that begins with the nation. */
  readonly central: RegExp;
  /** A title or name that holds it anywhere: it means one document or body everywhere. */
  readonly national: RegExp;
  /** A law itself. */
  readonly law: RegExp;
  /** A law, an ordinance or what carries one out; a bracket may follow. */
  readonly lawLike: RegExp;
  /** 本市, 我省 in a title: whose it is, only the home of the citing document tells. */
  readonly local: RegExp;
  readonly party: RegExp;
  /** The form of a number without code: 令 of 国务院令第722号. */
  readonly decreeForm: RegExp;
  /** Groups `issuer`, `year`, `serial`. */
  readonly decree: RegExp;
  /** 省政府令: whose, only the home of the citing document tells; group `division`. */
  readonly homeDecree: RegExp;
  /** Characters whose exchange makes another title, not a slip. */
  readonly telling: RegExp;
}

const compiled = new WeakMap<Knowledge, TitlePatterns>();

/** The expressions compiled from this knowledge, once. */
export function titlePatternsOf(knowledge: Knowledge): TitlePatterns {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const patterns = { ...titlesOf(knowledge), ...numbersOf(knowledge) };
  compiled.set(knowledge, patterns);
  return patterns;
}

function titlesOf({ sameDocuments: words, bodies, titleKinds }: Knowledge) {
  const nation = [...bodies.nation.words, ...words.central.words];
  const laws = (list: readonly string[]): string => `${oneOf(list)}(?<!${oneOf(words.notLaws.words)})`;
  const about = oneOf(titleKinds.aboutWords.filter((word) => word.length > 1));
  const ends = oneOf(words.issuerEnds.words);
  return {
    statedIssuer: new RegExp(`^(?<issuer>.{2,40}?${ends})(?=${about})`, "u"),
    central: new RegExp(`^${oneOf(nation)}`, "u"),
    national: new RegExp(
      `${oneOf([...nation, ...words.everywhere.words])}|\\p{Script=Han}{2}${oneOf(words.ministries.words)}$`,
      "u",
    ),
    law: new RegExp(`${laws(words.laws.words)}$`, "u"),
    lawLike: new RegExp(
      `${laws([...words.laws.words, ...words.ordinances.words])}${oneOf(words.ofLaws.words)}?(?:[（(][^（）()]*[）)])?$`,
      "u",
    ),
    local: new RegExp(`${oneOf(words.own.words)}${oneOf(words.ownBodies.words)}`, "u"),
    party: new RegExp(`^${oneOf(words.party.words)}`, "u"),
    telling: new RegExp(`[0-9〇一二三四五六七八九十百]|${oneOf(words.telling.words)}`, "u"),
  };
}

function numbersOf({ documentNumbers, prose, titleKinds }: Knowledge) {
  const orders = oneOf(titleKinds.orders.words);
  return {
    decreeForm: new RegExp(`(?<form>${oneOf(documentNumbers.decrees)})(?:\\d{4}年)?第\\d+号$`, "u"),
    decree: new RegExp(`^(?<issuer>.*?${orders})(?<year>\\d{4}年)?第(?<serial>[^号]+)号$`, "u"),
    homeDecree: new RegExp(`^(?<division>省|市|自治区)${oneOf(prose.governments.words)}${orders}$`, "u"),
  };
}
