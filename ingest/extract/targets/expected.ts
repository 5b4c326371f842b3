import type { TargetLexicon } from "./lexicon.ts";
import type { Placed } from "./not-an-aim.ts";

/** 地区生产总值比上年|增长, 均|增长: what may stand between what is measured and the verb. */
const BETWEEN =
  /(?:(?:比|较|同比)?(?:上年|去年|上一年)(?:同期)?|(?:比|较)(?:19|20)\d{2}年|同比|年均|平均|累计|总量|总体|继续|再|均|都|分别|各|力争|预期|稳步|逐步|持续|实际)+$/u;

/** Measures of anything at all: limits on them are rules (数量不超过10个), shares of them and levels to be reached are aims. */
const SOFT = /(?:数量|总量|人数|户数|面积|天数|余额|融资|总额)$/u;
/** What is to become less: 办理时限压缩60%. */
const SHORTENED = /(?:时间|时限|周期|环节|材料)$/u;
/** 可办率100%, 涨幅3%左右: a share needs no verb. */
const SHARE = /(?:率|增速|增幅|涨幅|占比|比重)$/u;

/** Expectation 预期: how a quantity stands behind what is measured. */
export interface Expectation {
  /** The words from the start of the segment that name what is measured. */
  readonly measured: string;
  readonly verb?: string;
  /** 较2014年: what the change is counted from. */
  readonly baseline?: string;
}

/**
 * A figure set for a year 预期指标 in a document that plans work: 地区生产总值增长6%左右, 产量在120亿斤以上, 利用外资3亿美元. What is
 * measured is one of the measures that plans set; an increase over the year before counts only where the value is open.
 */
export function expectation(
  { quantity, before, behind, previous }: Placed,
  words: TargetLexicon,
): Expectation | undefined {
  if (/^\s*每(?:个|条|处|座|家|所|间)/u.test(previous)) return undefined;
  if (!/^(?:\s*$|[、和及与]|[（(□])/u.test(behind)) return undefined;
  const verb = words.reachBefore.exec(before)?.groups?.["verb"] ?? /(?:完成|[在为])$/u.exec(before)?.[0];
  const head = verb === undefined ? before : before.slice(0, before.lastIndexOf(verb));
  const between = BETWEEN.exec(head)?.[0] ?? "";
  const measured = head.slice(0, head.length - between.length);
  if (!words.aggregates.test(measured)) return undefined;
  const isRate = /[%％]$/u.test(quantity.unit);
  if (SOFT.test(measured) && !isRate && verb?.startsWith("不") === true && !/[万亿]/u.test(quantity.words))
    return undefined;
  if (SHORTENED.test(measured) && !/[缩压减降]/u.test(verb ?? "")) return undefined;
  if (words.amounts.test(measured) && !words.measures.test(before)) return undefined;
  const open = quantity.comparator !== undefined;
  if (
    verb === undefined &&
    !(isRate && SHARE.test(measured)) &&
    !/(?:完成|带动|拉动|撬动|利用|引进|吸引|实现|力争|争取|到位|新增)/u.test(measured)
  )
    return undefined;
  if ((verb === "在" || verb === "为" || /上年|去年|上一年|同比/u.test(between)) && !open) return undefined;
  const baseline = /[比较]((?:19|20)\d{2}年|上年|去年|上一年)/u.exec(between)?.[1];
  return { measured, ...(baseline === undefined ? {} : { baseline }), ...(verb === undefined ? {} : { verb }) };
}

/**
 * What a plan has carried out, with how many behind it: 实施技改项目60个, 开展巡演100场次. The verb opens the segment, and
 * nothing but marker and place stands before it.
 */
export function carriedOut({ quantity, before, behind }: Placed, words: TargetLexicon): string | undefined {
  if (!/^(?:\s*$|、)/u.test(behind) || /[%％元吨]$|^$/u.test(quantity.unit)) return undefined;
  const [, head = "", done] = words.carryOut.exec(before) ?? [];
  return done === undefined || head.length > 12 ? undefined : done;
}
