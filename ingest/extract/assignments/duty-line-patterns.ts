import type { Knowledge } from "../../knowledge/knowledge.ts";
import { oneOf } from "../../recognize/word-pattern.ts";
import { proseAlternatives } from "./prose-alternatives.ts";

/** DutyLinePatterns 职责清单句式: how the entries of a list of duties begin and go on. */
export interface DutyLinePatterns {
  /** The word that opens an entry or a part of one; group `verb`. */
  readonly opening: RegExp;
  /** An opening that is a duty's or gives a role: 负责, 配合, 组织. */
  readonly tells: RegExp;
  /** 监督组。负责…: the groups of an office or headquarters, each a heading of its own. */
  readonly groupHeading: RegExp;
  /** 负责资金筹措，会同市审计局开展评价; group `join`. */
  readonly laterJoin: RegExp;
  /** 应当负责…: what stands behind another body that is told something. */
  readonly isTold: RegExp;
  /** 负责资金筹措，参与评审: a further duty in the same sentence; group `verb`. */
  readonly laterDuty: RegExp;
  /** 按照职责分工，负责…: by what measure, and no duty of its own. */
  readonly onlyMeasure: RegExp;
  /** 法律、法规规定的其他职责. */
  readonly anyOther: RegExp;
  /** Headings of sections that share out duties. */
  readonly section: RegExp;
  /** 成员单位职责|总值班室：: such a heading that ran into the first entry. */
  readonly gluedSection: RegExp;
  /** What may stand behind the bodies of a heading: （设在市经信局）, 主要职责, a colon. */
  readonly headingEnd: RegExp;
  /** 市园林局（牵头单位）：; groups `lead`, `participate`. */
  readonly roleBracket: RegExp;
  /** 应当履行下列职责：, 主要职责是：; groups `cue`, `describes`. */
  readonly charter: RegExp;
  /** What stands between a subject and its charter: nothing, auxiliaries, or what else the sentence tells the subject. */
  readonly goesOn: RegExp;
  /** A name of a body that no rule knows, where the whole sentence is its charter. */
  readonly soleBody: RegExp;
  /** What stands before a name that no rule knows and behind it. */
  readonly beforeName: RegExp;
  readonly behindName: RegExp;
  /** 用人单位, 施工单位: at large (ANNOTATION rule 4). */
  readonly anyEmployer: RegExp;
  /** 各成员单位, 有关部门: the heading of a section, no body. */
  readonly anyBody: RegExp;
  /** 组长：: who sits in a group, not what it does. */
  readonly roster: RegExp;
  /** 由…组成, 设在…, 是…: what describes a body. */
  readonly describes: RegExp;
  /** True of an opening that says no more than that the body takes part. */
  takesPart(verb: string): boolean;
  /** True of an opening that gives no role. */
  isOpener(verb: string): boolean;
}

const MARKER = "\\s*(?:[（(]?\\d{1,2}[）).．、]\\s*|[①-⑳]\\s*)?";

export function dutyLinePatternsOf({ dutyLines, prose, holders }: Knowledge): DutyLinePatterns {
  const { joins, modifier } = proseAlternatives(prose);
  const { lead, responsible, participate } = prose.duties.words;
  const takesPart = new Set(dutyLines.takesPart.words);
  const openers = new Set(dutyLines.openers.words);
  const done = oneOf(dutyLines.noTask.words);
  const told = oneOf([...prose.orders.words, ...prose.adverbs.words, ...prose.connectives.words]);
  const telling = oneOf([...lead, ...responsible, ...participate, ...takesPart, ...prose.joins.words]);
  const verbs = oneOf([...lead, ...responsible, ...participate, ...prose.joins.words, ...takesPart, ...openers]);
  const nouns = oneOf(dutyLines.duties.words);
  const kinds = oneOf(dutyLines.dutyKinds.words);
  const sections = oneOf(dutyLines.sections.words);
  const following = oneOf(dutyLines.following.words);
  const noObject = oneOf([...prose.noObject.words, ...prose.liability.words, ...holders.bodyNouns.words]);
  return {
    opening: new RegExp(`^${MARKER}(?:${modifier})*(?<verb>${verbs})`, "u"),
    tells: new RegExp(`^${MARKER}(?:${modifier})*${telling}|[，,](?:${modifier})*${telling}`, "u"),
    groupHeading: new RegExp(`^\\p{Script=Han}{1,10}(?<!小)${oneOf(dutyLines.groupHeadings.words)}$`, "u"),
    laterJoin: new RegExp(`[，,](?:${modifier})*(?<join>${joins})(?=\\p{Script=Han})`, "u"),
    isTold: new RegExp(`^(?:${modifier})*${telling}`, "u"),
    laterDuty: new RegExp(
      `[，,](?:${modifier})*(?<verb>${telling})(?=[^，,。；;]{4})(?!${noObject})(?!${done}(?:[，,。；;]|$))`,
      "gu",
    ),
    onlyMeasure: new RegExp(
      `^${MARKER}(?:${modifier})*${oneOf(prose.measures.words)}(?:[^，,。；：:]{1,40}${oneOf(dutyLines.measureNouns.words)}|《[^》]+》)$`,
      "u",
    ),
    anyOther: new RegExp(`^[^，,。；;]{0,40}${oneOf(dutyLines.others.words)}[^，,。；]{0,8}${nouns}(?:[。；;]|$)`, "u"),
    section: new RegExp(sections, "u"),
    gluedSection: new RegExp(`^[^，,。：:；]{0,14}?${sections}(?:${following})?`, "u"),
    headingEnd: new RegExp(
      `(?:[（(](?:${oneOf(dutyLines.seats.words)})[^（()）]{1,24}[）)])?(?:的?(?:${kinds})*${nouns})?[：:。]?$`,
      "u",
    ),
    roleBracket: new RegExp(
      `[（(](?:(?<lead>${oneOf(lead)})|(?<participate>${oneOf([...participate, ...takesPart])})|${oneOf(holders.departmentKinds.words)})(?:${oneOf(holders.bodyNouns.words)})?[）)]$`,
      "u",
    ),
    charter: new RegExp(
      `(?:[，,]\\s?)?(?:${told})*(?<cue>${oneOf(dutyLines.charterVerbs.words)}${following}[^，,。；：:]{0,6}${nouns}|(?<describes>的?(?:${kinds})+${nouns})(?:${oneOf(dutyLines.isWords.words)}|${following})?)[：:]`,
      "gu",
    ),
    goesOn: new RegExp(
      `^(?:${modifier})*$|^(?:${modifier}|${telling}|${oneOf(dutyLines.isWords.words)}|作为)[^。；：:]*$`,
      "u",
    ),
    soleBody: new RegExp(
      `^[^的要应将是把被，,。；：:、（()）]{2,24}(?:[（(]\\p{Script=Han}{1,6}[）)])?[^的要应将是把被，,。；：:、（()）]{0,12}${oneOf(dutyLines.publicBodies.words)}$`,
      "u",
    ),
    beforeName: new RegExp(`^[^，,。；]*的(?=[^的，,。；]*$)`, "u"),
    behindName: new RegExp(
      `(?<=..)(?:${oneOf([...prose.orders.words.filter((word) => word.length > 1), ...prose.adverbs.words])}|${telling}|[，,]).*$`,
      "u",
    ),
    anyEmployer: new RegExp(`${oneOf(dutyLines.employers.words)}$`, "u"),
    roster: new RegExp(`${oneOf(dutyLines.posts.words)}[：:]`, "u"),
    anyBody: new RegExp(
      `^(?:${oneOf(holders.related.words)}|${oneOf(holders.places.words)}级?直?)*(?:${oneOf(holders.departmentKinds.words)})*${oneOf(holders.bodyNouns.words)}$|成员${oneOf(holders.bodyNouns.words)}$`,
      "u",
    ),
    describes: new RegExp(`^(?:${oneOf(dutyLines.describing.words)}|[、。]|$)`, "u"),
    takesPart: (verb) => takesPart.has(verb),
    isOpener: (verb) => openers.has(verb),
  };
}
