import type { QuantityMention } from "../../recognize/quantities/quantity.ts";
import type { TargetLexicon } from "./lexicon.ts";

/** A quantity with the words of its segment on both sides. */
export interface Placed {
  readonly quantity: QuantityMention;
  readonly before: string;
  readonly behind: string;
  /** The segment before. */
  readonly previous: string;
  readonly hasGoalYear: boolean;
}

const MONEY = /(?:亿|万)?(?:美)?元$/u;
/** Sums that a place aims at, not that somebody is given. */
const AGGREGATE =
  /产值|收入|投资|外资|内资|税收|资金|出口|吸引|销售额|营业额|规模|增加值|总额|交易额|成交额|融资|贸易|消费|GDP|生产总值/u;
/** 评选资助200名: the number says of how many, not how much. */
const CHOSEN = /(?:评选|选拔|择优|重点)(?:并)?资助\s?$/u;
const GRANTED = /给予|一次性|予以|按.{0,10}标准|贷款额度/u;
const OF_WHOM = /^[^，]{0,6}的(?:企业|单位|个人|家庭|项目|人员|机构|学校|院校|地区|市|县|户|职工|商户|建筑|场所|比例)/u;

/** 淘汰9万吨/年及以下煤矿, 建设60万吨炼油项目: how large each of the things is, not how many. */
export const isSize = ({ quantity, behind }: Placed): boolean =>
  behind.startsWith("/") ||
  (quantity.comparator === "≤" && /^的?\p{Script=Han}{2}/u.test(behind)) ||
  (/(?:吨|千瓦|兆瓦|千瓦时)$/u.test(quantity.unit) && /^\p{Script=Han}{2,}/u.test(behind));

/** Money given, prices and rates of interest; sums that a place aims at stay. */
export function isAmount(
  { quantity, before, behind, previous, isAim }: Placed & { readonly isAim: boolean },
  words: TargetLexicon,
): boolean {
  const near =
    (/^(?:名|人|位|家|个|项)$/u.test(quantity.unit) ? before.replace(CHOSEN, "") : before) + behind.slice(0, 12);
  if (MONEY.test(quantity.unit)) return !(isAim && AGGREGATE.test(near) && !/奖|补|资助|给予/u.test(near));
  if (words.measures.test(before)) return false;
  return words.amounts.test(near) || GRANTED.test(previous);
}

/** 份额原则上, 占教师的, 矫正对象, 当地, 每万人…达到: words that look like a condition and are none. */
const NO_CONDITION =
  /(?<=率|比例|占比|份额)原则上|(?<=依)申请|占[^，]{1,16}的?$|(?<=[应相针面反绝结])对|对(?=[象口外标接应比策])|(?<=[相适])当|当(?=[地年期月])|每[十百千万]+人口?(?=[^，]{2,14}(?:达到?|提高[到至]|增加[到至]|保持在|稳定在)$)/gu;

/** A case that a rule meets, not what it aims at: 对…达到30亩以上的, 裁员率不超过5.5%的企业. */
export function isCase({ before, behind, hasGoalYear }: Placed, words: TargetLexicon): boolean {
  if (hasGoalYear) {
    if (behind.startsWith("的")) return words.reachBefore.test(before) && !/(?:覆盖|实现)\s?$/u.test(before);
    return /^(?:对|凡)/u.test(before.trim()) && /^[^，]{0,14}的$/u.test(behind);
  }
  return (
    words.conditions.test(before.replace(NO_CONDITION, "")) || /(?:^|[^目])的$/u.test(behind) || OF_WHOM.test(behind)
  );
}

/** 压缩至4个工作日 aims, and so does 服务时间平均达到24小时; 3个月 by itself is a term. */
export const isTerm = ({ quantity, before }: Placed, words: TargetLexicon): boolean =>
  words.isTime(quantity.unit) &&
  !/[缩压]/u.test(words.reachBefore.exec(before)?.groups?.["verb"] ?? "") &&
  !/(?:时间|时长|时数)[^，]{0,8}(?:年均|人均|平均)达到$|天数[^，]{0,6}$/u.test(before);
