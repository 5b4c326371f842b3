import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Comparator, QuantityMention } from "../../recognize/quantities/quantity.ts";
import { carriedOut, type Expectation, expectation } from "./expected.ts";
import type { TargetLexicon } from "./lexicon.ts";
import { isAmount, isCase, isSize, isTerm, type Placed } from "./not-an-aim.ts";
import type { Segment } from "./segments.ts";

/** Aim 目标: what one segment aims at, before segments that belong together are joined. */
export interface Aim {
  readonly segment: Segment;
  readonly kind: "rate" | "count" | "all" | "baseline";
  readonly metric: string;
  readonly value: string;
  readonly comparator?: Comparator;
  readonly baseline?: string;
}

/** What surrounds a segment and decides whether a quantity in it is an aim. */
export interface Circumstances {
  /** Where a year begins by which the aim is to be reached, stated before it in the sentence. */
  readonly goalFrom: number | undefined;
  /** The document lays down rules or reports: quantities without a year are thresholds or facts. */
  readonly isRule: boolean;
  /** The document plans work: figures it sets for common measures are aims. */
  readonly isPlan: boolean;
  /** The segment before was an aim of this kind and only a comma parts them. */
  readonly continues: Aim["kind"] | undefined;
  /** A part of the document that tells how things stand. */
  readonly isBackground: boolean;
  /** The sentence tells what was done: 建成了…，覆盖率达到45%. */
  readonly tellsPast: boolean;
  /** The segment before, for 给予补助，最高不超过…. */
  readonly previous: string;
  /** The segment behind, for 达到30%以上，是…的必要条件. */
  readonly next: string;
}

/** The text as it stands and with brackets and quotations blanked; offsets are the same. */
export interface Texts {
  readonly text: string;
  readonly masked: string;
}

const LEADING =
  /^(?:[\s、—]|其中|并|同时|力争|争取|确保|努力|实现|计划|预计|到|至|使|将|全面|以及|和|要|目标|初步|基本|推动|的|(?:(?:19|20)\d{2}\s?年?\s?[—－–\-~～至到]\s?)?(?:19|20)\d{2}年(?:底|末|前)?|\d{1,2}月份?(?:底|末)?(?:\d{1,2}日)?之?前)+/u;
/** 1. 全市|新建…: marker and place before what is to be made. */
const HEAD =
  /^[\s□]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s?)?(?:年内|全年|力争|(?:全|我|本)(?:市|省|区|县|州|旗|年|镇|乡|系统|行业))*/u;
const NOUN_OF_AMOUNT =
  /(?:率|比例|占比|比重|份额|人数|数量|总数|总量|数|面积|产值|增加值|规模|总额|收入|人次|里程|产量|容量|能力|投资|强度|指数|水平|浓度|排放量|覆盖面|幅度|年限|寿命|蓄积量|装机)$/u;
/** 合格率在95%以上, 交流比例占教师的15%以上. */
const SHARE = /((?:率|比例|占比|比重|覆盖面|面积|产量)(?:总体|均|各)?)(?:在|占[^，]{1,16}的?)\s?$/u;
/** 80%以上、农村60%以上由社会力量运营: a share of many of whom something is said. */
const OF_MANY =
  /^(?:[、和及][^，]{0,12}\d+[%％](?:以上|左右)?)*(?:由|实现|建成|建立|建有|开展|纳入|完成|配备|设立|具备|参加|参与|接受|通过|达到)[^，]{2,}/u;
const ALL =
  /(?:全部(?!任务|内容|工作|费用|资金|项目|要求|责任|事项|过程|环节)|100[%％]|百分之百)[^\s，。；]{2,}|实现.{0,24}(?:全覆盖|全部覆盖|清零|全达标)/u;
const FROM = /(?:由|从)\s?(?<base>[\d.．]+\s?[%％]?[^，]{0,4}?)$|(?:较|比)(?<than>(?:19|20)\d{2}年(?:底|末)?)(?:再)?$/u;

/** The aim that a segment states, if it states one. */
export function aimOf(
  texts: Texts,
  segment: Segment,
  quantities: readonly QuantityMention[],
  around: Circumstances,
  words: TargetLexicon,
): Aim | undefined {
  const body = texts.masked.slice(segment.from, segment.to);
  const dated = around.goalFrom !== undefined;
  const shared = leastForEach(texts, segment, quantities, around);
  if (shared !== undefined) return shared;
  const expects = around.isPlan && !around.isBackground && !around.tellsPast;
  const facts = around.isRule || around.isBackground || words.past.test(body);
  if (!dated && facts && !expects) return undefined;
  const committed = words.commit.test(body) || SPAN_OF_YEARS.test(body);
  if (!dated && (around.tellsPast ? !committed : CONDITION.test(around.next))) return undefined;
  if (dated || committed) {
    const base = againstBaseline(texts, segment, words);
    if (base !== undefined) return base;
  }
  for (const quantity of quantities) {
    const hasGoalYear = around.goalFrom !== undefined && around.goalFrom <= quantity.span.from;
    const placed: Placed = {
      quantity,
      before: texts.masked.slice(segment.from, quantity.span.from),
      behind: texts.masked.slice(quantity.span.to, segment.to),
      previous: around.previous,
      hasGoalYear,
    };
    if (isTerm(placed, words) || isCase(placed, words)) continue;
    const expected = expects ? expectation(placed, words) : undefined;
    if (isAmount({ ...placed, isAim: hasGoalYear || expected !== undefined }, words)) continue;
    if (expected !== undefined) return expectedAim(texts, segment, quantity, expected, words);
    if (!dated && facts) continue;
    const carried = expects && !facts ? carriedOut(placed, words) : undefined;
    if (carried !== undefined) {
      const { comparator, words: value } = quantity;
      const metric = carried.replace(/\s+/gu, "");
      return { segment, kind: "count", metric, value, ...(comparator === undefined ? {} : { comparator }) };
    }
    const aim = fromQuantity(
      texts,
      segment,
      placed,
      { sure: hasGoalYear || committed, continues: around.continues },
      words,
    );
    if (aim !== undefined) return aim;
  }
  return dated && ALL.test(body) && !words.amounts.test(body)
    ? { segment, kind: "all", metric: metricOf(texts, segment).replace(/全部/u, ""), value: "全部", comparator: "=" }
    : undefined;
}

/** 5年内, 用三年时间 at the head of what is to be reached. */
const SPAN_OF_YEARS =
  /^[\s□]*(?:未来|力争|争取|用|计划|起)*\s?[二两三四五六七八九十2-9]\s?(?:至[三四五六七八九十]|[-~～]\d)?年(?:内|时间)/u;

function expectedAim(
  texts: Texts,
  segment: Segment,
  quantity: QuantityMention,
  { measured, verb, baseline }: Expectation,
  words: TargetLexicon,
): Aim {
  const comparator = quantity.comparator ?? (verb === undefined ? undefined : words.comparatorOf(verb));
  return {
    segment,
    kind: "rate",
    metric: metricOf(texts, { from: segment.from, to: segment.from + measured.length }),
    value: quantity.words,
    ...(comparator === undefined ? {} : { comparator }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/** 每个乡镇至少建1个…, 各县至少有1名…: what each of many is to have. */
const LEAST =
  /(?<each>(?:每(?!年|月|天|日|周|次|季|人|户|名|增加|满|超过)|各(?!自|项)|所有|原则上每)[^，]{1,30}?)(?:应当|应|须|要|都|均|单独|原则上)*(?<verb>(?:设置|设立|建设|建成|建立|建有|建|设有|设|拥有|有|配备|开设|开办|组建|培育|打造)(?:有|了)?)?至少(?<also>设置|设立|建设|建成|建立|建有|建|设有|设|拥有|有|配备|开设|开办|组建|培育|打造)?\s?$/u;

function leastForEach(
  texts: Texts,
  segment: Segment,
  quantities: readonly QuantityMention[],
  around: Circumstances,
): Aim | undefined {
  for (const quantity of quantities) {
    const match = LEAST.exec(texts.masked.slice(segment.from, quantity.span.from));
    if (match === null || !/^(?:个|家|所|名|处|座|支|位|项|场|次|条|门|辆|台)$/u.test(quantity.unit)) continue;
    const verb = match.groups?.["verb"] ?? match.groups?.["also"];
    if (verb === undefined || around.tellsPast) continue;
    const what = texts.masked.slice(quantity.span.to, segment.to);
    if (what.trim() === "" || /^以上?的?$|的$/u.test(what)) continue;
    const metric = verb + metricOf(texts, { from: quantity.span.to, to: segment.to });
    return { segment, kind: "count", metric, value: quantity.words, comparator: "≥" };
  }
  return undefined;
}

/** What follows shows that the value is a case: …达到1%，但未达到…的；…达到30%，是…的条件. */
const CONDITION = /^\s*(?:但(?:未|不|没)|是[^，]*(?:条件|前提|标准)|即可|方可|才能|才可)/u;

function againstBaseline(texts: Texts, segment: Segment, words: TargetLexicon): Aim | undefined {
  const body = texts.masked.slice(segment.from, segment.to);
  const match = words.baseline.exec(body);
  const { verb = "", base = "" } = match?.groups ?? {};
  if (match === null || (words.amounts.test(body.slice(0, match.index)) && !/余额|成本/u.test(body))) return undefined;
  const metric = metricOf(texts, { from: segment.from, to: segment.from + match.index });
  return { segment, kind: "baseline", metric, value: base, comparator: words.comparatorOf(verb), baseline: base };
}

function fromQuantity(
  texts: Texts,
  segment: Segment,
  placed: Placed,
  { sure, continues }: { readonly sure: boolean; readonly continues: Aim["kind"] | undefined },
  words: TargetLexicon,
): Aim | undefined {
  const { quantity, before, behind, hasGoalYear } = placed;
  const { span, unit, comparator } = quantity;
  const isRate = /[%％]$/u.test(unit);
  const object: CleanSpan = {
    from: span.to,
    to: span.to + (/^[^，]*?(?=[、和及与]\s?\d|$)/u.exec(behind)?.[0].length ?? 0),
  };
  const aim = (kind: Aim["kind"], metric: string, more: Partial<Aim> = {}): Aim => ({
    segment,
    kind,
    metric,
    value: quantity.words,
    ...(comparator === undefined ? {} : { comparator }),
    ...more,
  });
  const verb = words.reachBefore.exec(before)?.groups?.["verb"];
  if (
    continues === "rate" &&
    isRate &&
    verb !== undefined &&
    before.slice(0, -verb.length).replace(LEADING, "") === ""
  ) {
    return aim("rate", verb);
  }
  if (verb !== undefined && !(words.isChange(verb) && !/^(?:[%％]|倍|个百分点)?$/u.test(unit))) {
    if (!sure && !isDirective(before, quantity)) return undefined;
    const to = before.lastIndexOf(verb);
    const base = FROM.exec(before.slice(0, to));
    const metric = metricOf(texts, { from: segment.from, to: segment.from + (base?.index ?? to) });
    const baseline = base?.groups?.["base"] ?? base?.groups?.["than"];
    return aim("rate", metric === "" ? metricOf(texts, object) : metric, {
      comparator: comparator ?? words.comparatorOf(verb),
      ...(baseline === undefined ? {} : { baseline }),
    });
  }
  const share = SHARE.exec(before);
  if (share !== null && (isRate || comparator !== undefined) && (sure || comparator !== undefined)) {
    return aim(
      "rate",
      metricOf(texts, { from: segment.from, to: segment.from + share.index + (share[1]?.length ?? 0) }),
    );
  }
  if (hasGoalYear && isRate && OF_MANY.test(behind)) {
    return aim("rate", metricOf(texts, { from: segment.from, to: span.from }));
  }
  if (sure && NOUN_OF_AMOUNT.test(before)) return aim("rate", metricOf(texts, { from: segment.from, to: span.from }));
  const made = words.makeBefore.exec(before);
  const between = made?.groups?.["object"] ?? "";
  const opens = made !== null && before.slice(0, made.index).replace(HEAD, "").replace(LEADING, "") === "";
  if (made !== null && !isRate && !isSize(placed) && between.length <= (sure ? 24 : opens ? 14 : 0)) {
    const what = between === "" ? object : { from: span.from - between.length, to: span.from };
    return aim("count", `${made.groups?.["verb"] ?? ""}${metricOf(texts, what)}`);
  }
  if (hasGoalYear && isRate && /^的[^，]{4,}/u.test(behind)) return aim("rate", metricOf(texts, object));
  if (continues === "count" && before.replace(LEADING, "") === "" && /^\p{Script=Han}{2,}/u.test(behind)) {
    return aim("count", metricOf(texts, object));
  }
  return undefined;
}

/** Without a year or a word of commitment only the rate of something, or a shortening, reads as an aim. */
const isDirective = (before: string, { unit }: QuantityMention): boolean =>
  unit !== "" &&
  (/(?:率|比例|占比|份额|增速|覆盖面|人次|人数|集中度|满意度|知晓度|成本)[^，]{0,10}$/u.test(before) ||
    /^(?:.{0,4}将|把).{2,}(?:缩短|压缩|压减)[至到]\s?$/u.test(before));

/** The words that name what is measured: without brackets, years and words of commitment. */
function metricOf({ text }: Texts, { from, to }: CleanSpan): string {
  return text
    .slice(from, to)
    .replace(/[（(][^（()）]*[）)]/gu, "")
    .replace(/\s+/gu, "")
    .replace(LEADING, "")
    .trim();
}
