import type { CleanSpan } from "../../graph/model/span.ts";
import { DIGIT, readInteger } from "./quantities/numerals.ts";

/** DateMention 日期: 2012年10月底前, 二〇一二年九月六日, 第三季度, 年内, 111年6月, 2021/01. Of a range it is the end. */
export interface DateMention {
  readonly span: CleanSpan;
  readonly precision: "day" | "month" | "quarter" | "half" | "year";
  readonly year?: number;
  /** 今年 0, 明年 1, 去年 -1: counted from the document's year. */
  readonly relativeYear?: number;
  readonly month?: number;
  readonly day?: number;
  readonly part?: "start" | "middle" | "end";
  /** 前, 之前: not later than; 内: within. */
  readonly bound?: "before" | "within";
  /** The first year of a range, where it is printed: 2012－2015年. */
  readonly startYear?: number;
  readonly isRange: boolean;
}

const D = `[${DIGIT}]`;
const RELATIVE: ReadonlyMap<string, number> = new Map([
  ["今年", 0],
  ["本年", 0],
  ["本年度", 0],
  ["当年", 0],
  ["當年", 0],
  ["明年", 1],
  ["来年", 1],
  ["去年", -1],
  ["上年", -1],
  ["上年度", -1],
]);
const PARTS: ReadonlyMap<string, DateMention["part"]> = new Map([
  ["初", "start"],
  ["上旬", "start"],
  ["中旬", "middle"],
  ["下旬", "end"],
  ["底", "end"],
  ["末", "end"],
  ["终", "end"],
]);

const YEAR =
  `(?:(?<year>(?:19|20|１９|２０)${D}{2}|[一二][〇零○Ｏ一二三四五六七八九]{3})\\s?年度?` +
  `|(?:民國|民国)?\\s?(?<roc>1[01]\\d|[89]\\d)\\s?年(?=\\s?\\d{1,2}\\s?月)` +
  `|(?<relative>今年|本年度?|当年|當年|明年|来年|去年|上年度?))`;
const MONTH = `(?<month>1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九])\\s?月份?`;
const DAY = `(?<day>[12]\\d|3[01]|0?[1-9]|[０-３]?[０-９]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])\\s?(?:日|号(?!文))`;
const CLOCK =
  "(?:\\s?[（(](?:星期|周)[一二三四五六日天][）)])?(?:\\s?(?:上午|下午|中午|晚上?)?\\s?(?:\\d{1,2}\\s?[时点:：]\\s?(?:\\d{2}分?)?|下班(?=之?前)))?";
const PART = "(?:月?(?<part>底|末|初|上旬|中旬|下旬))?";
const YEAR_PART = "(?:年?(?<part>底|末|初|终))?";
const BOUND = "(?<bound>之前|以前|前(?![期述列往提款瞻沿三两半一后])|之内|以内|内(?![部容外涵需设控业蒙江]))?";
const QUARTER = "(?:第\\s?)?(?<quarter>[一二三四1-4])\\s?季度(?<part>末|底)?";
const TO = "\\s?[—―－–\\-~～至到]+\\s?";
const START = `(?:(?<startYear>(?:19|20)\\d{2})\\s?年?(?:\\s?\\d{1,2}\\s?月份?(?:\\s?\\d{1,2}\\s?日)?)?${TO})?`;
const NUMERIC = `(?:(?<startYear>(?:19|20)\\d{2})[./-]\\d{1,2}(?:[./-]\\d{1,2})?${TO})?(?<year>(?:19|20)\\d{2})[./-](?<month>1[0-2]|0?[1-9])(?!\\d)(?:[./-](?<day>3[01]|[12]\\d|0?[1-9])(?!\\d))?`;

/** Of a range within a year what stands before its end: 3月20日～, 3月～, 11月7-. */
const START_MONTH = `(?:(?<startYear>(?:19|20)\\d{2})\\s?年\\s?)?(?<startMonth>1[0-2]|0?[1-9])\\s?(?:月份?)?`;
const START_DAY = `${START_MONTH}\\s?(?:[12]\\d|3[01]|0?[1-9])\\s?日?${TO}`;

const FORMS = [
  `(?:${YEAR})?\\s?${MONTH}\\s?(?<startDay>[12]\\d|3[01]|0?[1-9])\\s?日?${TO}${DAY}${CLOCK}${BOUND}`,
  `${START_DAY.replace("(?:月份?)?", "月")}(?:${YEAR})?\\s?${MONTH}\\s?${DAY}${CLOCK}${BOUND}`,
  `${START_MONTH}${TO}(?:${YEAR})?\\s?${MONTH}${PART}${BOUND}(?!\\s?\\d)`,
  `${START}(?:${YEAR})?\\s?${MONTH}\\s?${DAY}${CLOCK}${BOUND}`,
  `${START}(?:${YEAR})?\\s?${MONTH}${PART}${BOUND}`,
  `${START}(?:${YEAR})?\\s?${QUARTER}${BOUND}`,
  `(?:${YEAR})?\\s?(?<half>上半年|下半年)(?<part>底|末)?${BOUND}`,
  `${NUMERIC}${BOUND}`,
  `${START}${YEAR}\\s?${YEAR_PART}${BOUND}`,
  `(?<end>年|岁)(?:(?<part>底|末|终)${BOUND}|(?<within>内)(?![部容外]))`,
].map((form) => new RegExp(form, "uy"));

const MAY_BEGIN = /[0-9０-９一二三四五六七八九十今本当當明来去上下年岁第民]/gu;
/** 年底 and 年内 stand alone only here: 少年内, 每年底, 一年内 are other words. */
const BEFORE_YEAR_END = /(?:^|[^\p{Script=Han}0-9０-９]|[于在到至力争须应要并请将计划拟确保])$/u;

/** All dates between `from` and `to`, in text order. Linear: a bounded expression is tried where a date may begin. */
export function findDates(text: string, from = 0, to = text.length): DateMention[] {
  const found: DateMention[] = [];
  MAY_BEGIN.lastIndex = from;
  for (let hit = MAY_BEGIN.exec(text); hit !== null && hit.index < to; hit = MAY_BEGIN.exec(text)) {
    const date = dateAt(text, hit.index);
    if (date === undefined || date.span.to > to) continue;
    found.push(date);
    MAY_BEGIN.lastIndex = date.span.to;
  }
  return found;
}

/** The date that begins at `from`; none inside a longer number. */
export function dateAt(text: string, from: number): DateMention | undefined {
  const before = text.slice(Math.max(0, from - 4), from);
  const isYear = /^(?:19|20)\d{2}\s?年/u.test(text.slice(from, from + 6));
  // 1.3月20日: the marker of an item, not a decimal.
  const isItem =
    /(?:^|[\s。；;：:）)])\d{1,2}[.．]$/u.test(before) && /^\d{1,2}\s?月/u.test(text.slice(from, from + 4));
  if (/[0-9０-９]$/u.test(before) || (/\d[.．]$/u.test(before) && !isYear && !isItem)) return undefined;
  for (const form of FORMS) {
    form.lastIndex = from;
    const match = form.exec(text);
    if (match === null || match[0] === "") continue;
    const groups = match.groups ?? {};
    if (groups["end"] !== undefined && !BEFORE_YEAR_END.test(before)) continue;
    return read(groups, { from, to: from + match[0].trimEnd().length });
  }
  return undefined;
}

function read(groups: Record<string, string | undefined>, span: CleanSpan): DateMention {
  const value = (name: string): number | undefined => readInteger(groups[name] ?? "");
  const roc = value("roc");
  const relative = RELATIVE.get(groups["relative"] ?? "") ?? (groups["end"] === undefined ? undefined : 0);
  const quarter = value("quarter");
  const half = groups["half"];
  const month = value("month") ?? (quarter === undefined ? undefined : quarter * 3);
  const day = value("day");
  const startYear = value("startYear");
  const startMonth = value("startMonth");
  // 2014年11月－2月: the end is in the year after.
  const inherited = startYear === undefined || (month ?? 12) >= (startMonth ?? 0) ? startYear : startYear + 1;
  const year = value("year") ?? (roc === undefined ? inherited : roc + 1911);
  const part = PARTS.get(groups["part"] ?? "");
  const words = groups["bound"] ?? groups["within"];
  return {
    span,
    precision:
      day !== undefined
        ? "day"
        : quarter !== undefined
          ? "quarter"
          : month !== undefined
            ? "month"
            : half !== undefined
              ? "half"
              : "year",
    ...(year === undefined ? {} : { year }),
    ...(year !== undefined || relative === undefined ? {} : { relativeYear: relative }),
    ...(month === undefined ? (half === undefined ? {} : { month: half === "上半年" ? 6 : 12 }) : { month }),
    ...(day === undefined ? {} : { day }),
    ...(part === undefined ? {} : { part }),
    ...(words === undefined ? {} : { bound: words.endsWith("内") ? "within" : "before" }),
    ...(startYear === undefined ? {} : { startYear }),
    isRange: startYear !== undefined || startMonth !== undefined || groups["startDay"] !== undefined,
  };
}

/** LastDay 截止日: the last day allowed (ONTOLOGY.md, "Conventions"). */
export interface LastDay {
  readonly date: string;
  readonly precision: "day" | "month" | "quarter" | "year";
}

/** 3月 → 03-31, 年底前 → 12-31, 2014年前 → 2013-12-31; the document's year where the words give none. */
export function lastDayOf(date: DateMention, documentYear: number | undefined): LastDay | undefined {
  const year = date.year ?? (documentYear === undefined ? undefined : documentYear + (date.relativeYear ?? 0));
  if (year === undefined) return undefined;
  const { month = 0, day = 0, part, precision } = date;
  const before = date.bound === "before" && part === undefined;
  if (precision === "day") return isDay(year, month, day) ? { date: iso(year, month, day), precision } : undefined;
  if (precision === "month") {
    if (part === "start") return { date: iso(year, month, 10), precision };
    if (part === "middle") return { date: iso(year, month, 20), precision };
    const [inYear, last] = before ? (month === 1 ? [year - 1, 12] : [year, month - 1]) : [year, month];
    return { date: endOfMonth(inYear, last), precision };
  }
  if (precision === "year") {
    return { date: part === "start" ? endOfMonth(year, 1) : iso(before ? year - 1 : year, 12, 31), precision };
  }
  return { date: endOfMonth(year, month), precision: "quarter" };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));
const isDay = (year: number, month: number, day: number): boolean => day >= 1 && day <= daysIn(year, month);
const endOfMonth = (year: number, month: number): string => iso(year, month, daysIn(year, month));
const iso = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
