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
const AGGREGATE = /产值|收入|投资|销售额|营业额|规模|增加值|总额|交易额|成交额|融资|贸易|消费|GDP|生产总值/u;
const GRANTED = /给予|一次性|予以|按.{0,10}标准|贷款额度/u;
const OF_WHOM = /^[^，]{0,6}的(?:企业|单位|个人|家庭|项目|人员|机构|学校|院校|地区|市|县|户|职工|商户|建筑|场所|比例)/u;

/** Money given, prices and rates of interest; sums that a place aims at stay. */
export function isAmount({ quantity, before, behind, previous, hasGoalYear }: Placed, words: TargetLexicon): boolean {
  const near = before + behind.slice(0, 12);
  if (MONEY.test(quantity.unit)) return !(hasGoalYear && AGGREGATE.test(near));
  if (words.measures.test(before)) return false;
  return words.amounts.test(near) || GRANTED.test(previous);
}

/** A case that a rule meets, not what it aims at: 对…达到30亩以上的, 裁员率不超过5.5%的企业. */
export function isCase({ before, behind, hasGoalYear }: Placed, words: TargetLexicon): boolean {
  if (hasGoalYear) {
    if (behind.startsWith("的")) return words.reachBefore.test(before) && !/(?:覆盖|实现)\s?$/u.test(before);
    return /^(?:对|凡)/u.test(before.trim()) && /^[^，]{0,14}的$/u.test(behind);
  }
  return (
    words.conditions.test(before.replace(/(?<=率|比例|占比|份额)原则上/u, "")) ||
    /(?:^|[^目])的$/u.test(behind) ||
    OF_WHOM.test(behind)
  );
}

/** 压缩至4个工作日 aims, and so does 服务时间平均达到24小时; 3个月 by itself is a term. */
export const isTerm = ({ quantity, before }: Placed, words: TargetLexicon): boolean =>
  words.isTime(quantity.unit) &&
  !/[缩压]/u.test(words.reachBefore.exec(before)?.groups?.["verb"] ?? "") &&
  !/(?:时间|时长|时数)[^，]{0,8}(?:年均|人均|平均)达到$/u.test(before);
