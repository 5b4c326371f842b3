import type { HolderWords } from "../../knowledge/holders.ts";
import type { ProseWords } from "../../knowledge/prose.ts";
import { oneOf } from "../../recognize/word-pattern.ts";
import { proseAlternatives } from "./prose-alternatives.ts";

/** BodyPatterns 行文单位名单句式: how a list of bodies ends in running text, what fields it names, and whom nobody can task. */
export interface BodyPatterns {
  readonly everybody: RegExp;
  readonly nobody: RegExp;
  /** Houses that serve the public, and companies, have duties of their own, which nobody divides here. */
  readonly serving: RegExp;
  /** Far from the subject, 会同有关部门 says no more than that it will not act alone. */
  readonly anybody: RegExp;
  readonly everyKind: RegExp;
  /** Up to where a list is looked for. */
  readonly listEnd: RegExp;
  /** 会同监管部门|将运营单位纳入…: behind a verb's particle stands its object, no further member. */
  readonly particle: RegExp;
  readonly openEnd: RegExp;
  /** 专区监管部门、数据提供部门和运营单位: behind a body, what 部门 or 单位 ends is one too. */
  readonly unlisted: RegExp;
  readonly unlistedEnd: RegExp;
  readonly moreFields: RegExp;
  /** 有关地方交通运输、卫生健康等部门: fields up to 等部门, though a group (有关地方) might end before. */
  readonly openFields: RegExp;
  /** Level, fields and 等部门 or 部门. */
  readonly fields: RegExp;
  readonly opens: RegExp;
  /** A field that no list knows, among those that are known: 水行政、农业农村等部门. */
  readonly field: RegExp;
  readonly secondNoun: RegExp;
}

/** With what the names of bodies end, so that 联合 behind it joins another: 市工商业联合会 is one name. */
const NAME_END = "[局委厅部办室院会队心处所站关府门构位组]";

export function bodyPatternsOf(prose: ProseWords, holders: HolderWords): BodyPatterns {
  const { joins, auxiliary } = proseAlternatives(prose);
  const related = oneOf(holders.related.words);
  const kinds = oneOf(holders.departmentKinds.words);
  const nouns = oneOf(holders.bodyNouns.words);
  const departments = oneOf(holders.departments.words);
  const conjunctions = oneOf(holders.conjunctions.words);
  const works = oneOf(prose.works.words);
  const called = oneOf(prose.called.words);
  const namedJoin =
    `(?<=${NAME_END})${oneOf(prose.joinsNamed.words)}` +
    `(?=${oneOf([...holders.places.words, ...holders.related.words, ...prose.fieldHeads.words])})`;
  const secondNoun = `(?:[（(]${nouns}[）)]|${conjunctions}${nouns})`;
  const andOthers = `等${related}?${kinds}?${departments}`;
  const level = `${oneOf(prose.fieldHeads.words)}|${oneOf(holders.places.words)}级以上(?:地方)?(?:各级)?${oneOf(prose.governments.words)}?`;
  return {
    everybody: new RegExp(`^${oneOf(prose.everybody.words)}$`, "u"),
    nobody: new RegExp(`${oneOf(prose.nobody.words)}$`, "u"),
    serving: new RegExp(
      `^(?:${related}|[^、]{1,12}的)*${oneOf(prose.serving.words)}[^、]{0,6}${oneOf(prose.servingNouns.words)}$|${oneOf(prose.companies.words)}$`,
      "u",
    ),
    anybody: new RegExp(`^${oneOf(prose.anybody.words)}$`, "u"),
    everyKind: new RegExp(`^${oneOf(prose.everyKind.words)}`, "u"),
    listEnd: new RegExp(`[，,：:]|${joins}|${namedJoin}|[（(]${called}`, "u"),
    particle: new RegExp(`${auxiliary}|由`, "u"),
    openEnd: new RegExp(
      `^(?:\\s*等(?:[一二三四五六七八九十\\d]+个?)?${related}?${kinds}?${oneOf([...holders.bodyNouns.words, ...holders.openNouns.words])}?(?:[（(]${nouns}[）)])?)?` +
        `(?:[（(]${called}[^（()）]{1,30}[）)])?`,
      "u",
    ),
    unlisted: new RegExp(
      `^(?:、|${conjunctions})(?!${works})(\\p{Script=Han}{2,8}?${nouns})(?!${oneOf(prose.compounds.words)})`,
      "u",
    ),
    unlistedEnd: new RegExp(`等${related}?${nouns}$`, "u"),
    moreFields: new RegExp(`、[^、]*${departments}`, "u"),
    openFields: new RegExp(`^[^，,。；：:（()）]{2,40}、[^，,。；：:（()）]{2,60}?${andOthers}`, "u"),
    fields: new RegExp(
      `^(${level})?([^，,。；：:]{2,100}?)(?:${andOthers}|${kinds}?${departments})${secondNoun}?`,
      "u",
    ),
    opens: new RegExp(andOthers, "u"),
    field: new RegExp(`^(?!${works})\\p{Script=Han}{2,8}$`, "u"),
    secondNoun: new RegExp(`(?<=${departments})${secondNoun}$`, "u"),
  };
}
