import type { ProseWords } from "../../knowledge/prose.ts";
import type { Role } from "../../knowledge/roles.ts";
import { oneOf } from "../../recognize/word-pattern.ts";
import { proseAlternatives } from "./prose-alternatives.ts";

/** ProsePatterns 行文句式: the shapes in which running text has a subject, its duty and what the duty is about. */
export interface ProsePatterns {
  /** Any word that can make a statement: a cheap first look. */
  readonly anyDuty: RegExp;
  /** What tells what was done, explains or exhorts everybody is no assignment (ANNOTATION rule 4). */
  readonly past: RegExp;
  /** 弄虚作假的，…: what a rule forbids. */
  readonly forbidden: RegExp;
  readonly report: RegExp;
  /** Where a subject may begin. */
  readonly start: RegExp;
  /** 应当依法, 将具体, 负责|牵头: what stands between a body and its duty. */
  readonly modal: RegExp;
  readonly orders: RegExp;
  /** 在职责范围内分别负责, 依照标准牵头制定, 按各自职能配合: by what measure, between a body and its duty. */
  readonly aside: RegExp;
  readonly duty: RegExp;
  readonly lead: RegExp;
  /** A duty that does not help another's. */
  readonly ownDuty: RegExp;
  /** 承办, which says of a follower what the duty before says of the first. */
  readonly hosts: RegExp;
  readonly anyJoin: RegExp;
  /** A联合B, A商B: where the name of a body follows; group `join`. */
  readonly joinsNamed: RegExp;
  /** What makes the subject of a sentence that of the next, too. */
  readonly told: RegExp;
  readonly joinsFirst: RegExp;
  readonly joinsLeader: RegExp;
  /** 会同 behind a comma or at the beginning of a sentence; group `join`. */
  readonly joinsLater: RegExp;
  readonly noObject: RegExp;
  /** 市财政局参加。: a predicate that alone divides no work. */
  readonly weakEnd: RegExp;
  /** 由市财政局组织实施。: a predicate that behind 由 divides work. */
  readonly done: RegExp;
  /** 由A牵头、B参加的机制 describes the mechanism. */
  readonly attribute: RegExp;
  /** 牵头抓总，: what stands between a duty and its object, or between it and a further list. */
  readonly beforeObject: RegExp;
  readonly beforeList: RegExp;
  /** 设施应当|由…: what ends no topic. */
  readonly topicEnd: RegExp;
  readonly auxiliaries: RegExp;
  isJoin(word: string): boolean;
  isHelp(word: string): boolean;
  roleOf(duty: string): Role;
}

/** 6月30日前 is a date, 日前 the recent past. */
const NOT_A_DATE = "(?<![\\d０-９一二三四五六七八九十](?=日前))";

const MARKER =
  "第[一二三四五六七八九十百\\d]{1,5}[条章节]\\s*|[（(]?[一二三四五六七八九十\\d]{1,3}[）).．、]\\s*|[①-⑳]\\s*|[一二三四五六七八九十]是";

export function prosePatternsOf(prose: ProseWords): ProsePatterns {
  const { joins, lead, duty, ownDuty, auxiliary, modifier } = proseAlternatives(prose);
  const { words } = prose.duties;
  const roles = new Map<string, Role>([
    ...words.lead.map((word) => [word, "lead"] as const),
    ...words.participate.map((word) => [word, "participate"] as const),
  ]);
  const joining = new Set(prose.joins.words);
  // 供应, 许可: a modal of one character may end another word.
  const longModal = oneOf([...prose.orders.words, ...prose.modals.words].filter((word) => word.length > 1));
  const by = byOf(prose.notBy.words);
  const named = oneOf(prose.joinsNamed.words);
  const overall = oneOf(prose.overall.words);
  return {
    anyDuty: new RegExp(`${duty}|${joins}|${oneOf([...prose.answers.words, ...prose.joinsNamed.words])}`, "u"),
    past: new RegExp(`${NOT_A_DATE}${oneOf(prose.past.words)}`, "u"),
    forbidden: new RegExp(`^[^，,。；]{0,16}${oneOf(prose.fraud.words)}[^，,。；]{0,10}的[，,]`, "u"),
    report: new RegExp(`${NOT_A_DATE}${oneOf(prose.reports.words)}`, "u"),
    start: new RegExp(
      `(?:^\\s*(?:${MARKER})?|[，,：:]\\s*|(?<=[\\p{Script=Han}）)])\\s+)(?:${by})?(?=\\p{Script=Han})|${by}`,
      "gu",
    ),
    modal: new RegExp(`^(?:${modifier}|${oneOf(words.responsible)}(?=${lead}))*`, "u"),
    orders: new RegExp(oneOf(prose.orders.words), "u"),
    aside: new RegExp(
      `^${oneOf(prose.measures.words)}[^，,。；：:]{1,24}?[，,]?(?=(?:${modifier})*(?:${duty}|${joins}))`,
      "u",
    ),
    lead: new RegExp(lead, "u"),
    ownDuty: new RegExp(ownDuty, "u"),
    hosts: new RegExp(`^${oneOf(prose.hosts.words)}$`, "u"),
    anyJoin: new RegExp(joins, "u"),
    joinsNamed: new RegExp(`^(?:(?!${named})(?:${modifier}))*(?<join>${named})(?=\\p{Script=Han})`, "u"),
    duty: new RegExp(`${duty}|${joins}`, "uy"),
    told: new RegExp(`^(?:${auxiliary}|${ownDuty}|${joins})`, "u"),
    joinsFirst: new RegExp(`^\\s*(?:${modifier})*${joins}`, "u"),
    joinsLeader: new RegExp(`^[，,]?(?:${modifier})*${joins}`, "u"),
    joinsLater: new RegExp(`(?:^\\s*|[，,]\\s*)(?:${modifier}|${lead})*(?<join>${joins})(?=\\p{Script=Han})`, "u"),
    noObject: new RegExp(
      `^(?!${oneOf(prose.notTheWord.words)})(?:${oneOf(prose.noObject.words)}|[的、和及]|或(?!者?由))`,
      "u",
    ),
    weakEnd: new RegExp(`^${oneOf(prose.weakEnds.words)}$`, "u"),
    done: new RegExp(`${oneOf(prose.doing.words)}$`, "u"),
    attribute: new RegExp(
      [
        `^[^，。；]{0,24}${oneOf(prose.attributes.words)}的`,
        `^[^，。；：《]{0,16}${oneOf(prose.drafted.words)}的《`,
        `^[^，。；：《]{0,8}${oneOf(prose.stated.words)}[：:]`,
        `^(?:${duty})?${oneOf(prose.relative.words)}的`,
      ].join("|"),
      "u",
    ),
    beforeObject: new RegExp(`^(?:${overall})?[，,：:、\\s]*`, "u"),
    beforeList: new RegExp(`^(?:${overall})?、`, "u"),
    topicEnd: new RegExp(`(?:${longModal}|[，,\\s])+$`, "u"),
    auxiliaries: new RegExp(`^(?:${auxiliary})*`, "u"),
    isJoin: (word) => joining.has(word),
    isHelp: (word) => roles.get(word) === "participate",
    roleOf: (word) => roles.get(word) ?? "responsible",
  };
}

/** 由 where it names who acts: not 由于, not 理由. */
function byOf(others: readonly string[]): string {
  const behind = others.filter((word) => word.startsWith("由")).map((word) => word.slice(1));
  const before = others.filter((word) => word.endsWith("由")).map((word) => word.slice(0, -1));
  return `(?<!${oneOf(before)})由(?!${oneOf(behind)})`;
}
