import type { CleanSpan } from "../../../graph/model/span.ts";
import { bracketAround } from "../../recognize/brackets.ts";
import { type DateMention, dateAt } from "../../recognize/dates.ts";
import { sentenceAround } from "../citations/sentence.ts";
import type { CompiledDeadlineWords } from "./compiled-words.ts";
import type { DeadlineMention } from "./index.ts";

const MARKER = /^[\s\p{P}]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s?|[一二三四五六七八九十]是)?/u;
/** 2月底前启动的项目: the date says which project, not when. */
const DESCRIBES =
  /^[^，,。；]{0,30}?(?:的$|的(?:企业|单位|纳税人|人员|项目|机组|家庭|用户|职工|学生|车辆|店|户|闲置|设施|设备|产品|温室|A类))/u;
const QUALIFIES = /(?:对|对于|凡|凡是|已|具备|如|若|除|属于|符合)[^，,。；]{0,14}$/u;
const PAST = /(?:了|已|已经|曾|截至|累计|同比)/u;

const COMING_ROUND =
  /每(?:个)?(?:月|季度?|半年|年度?|周|旬)(?:度)?(?:终了|结束|末月?|底|首月)?(?:后|次月|下月)?的?第?\s?(?:[1-9]|[12]\d|3[01]|[一二三四五六七八九十]{1,3})\s?(?:个工作)?(?:日|号|天)(?:之|以)?[前内](?![部容外述款期])|每(?:个)?(?:月|季度?|半年)(?:度)?[底末](?:之|以)?前/gu;

/** What is done on a day that comes round; a list of what is due when has none of it. */
const HANDS_IN =
  /^(?:[，,。；;）)]|[^，,。；;\n\d]{0,40}(?:报|送|交|完成|公布|公开|公示|通报|反馈|汇总|填|发放|召开|检查|组织|开展|上传|录入|更新))/u;

/** Deadlines in sentences, brackets and behind labels. */
export function proseDeadlines(
  text: string,
  dates: readonly DateMention[],
  words: CompiledDeadlineWords,
): DeadlineMention[] {
  const found = [...labelled(text, words)];
  const taken = new Set(found.map(({ span }) => span.from));
  dates.forEach((date, place) => {
    if (taken.has(date.span.from)) return;
    const rule = ruleOf(text, date, dates[place + 1], words);
    if (rule === undefined) return;
    // 每年3月底前 comes round again: it has words but no single last day.
    const again = words.recurring.exec(text.slice(Math.max(0, date.span.from - 6), date.span.from));
    const span = again === null ? date.span : { from: date.span.from - again[0].length, to: date.span.to };
    const once = again === null && !comesRound(text, date);
    found.push({ span, taskSpan: taskOf(text, span), rule, ...(once ? { date } : {}) });
  });
  return [...found, ...comingRound(text, dates, words), ...openInBrackets(text, words)];
}

/** 每年2月底前甲完成，3月底前乙完成: a month of every year, said once at the head of the sentence. */
const comesRound = (text: string, { span, year, relativeYear }: DateMention): boolean =>
  year === undefined &&
  relativeYear === undefined &&
  /每[一两二三]?年(?:度)?[^。；;\n]{0,80}[，,][^。；;\n]{0,60}$/u.test(
    text.slice(Math.max(0, span.from - 160), span.from),
  );

/** Which pattern makes the date a deadline. */
function ruleOf(
  text: string,
  date: DateMention,
  next: DateMention | undefined,
  words: CompiledDeadlineWords,
): string | undefined {
  const { span } = date;
  const before = text.slice(Math.max(0, span.from - 24), span.from);
  const behind = text.slice(span.to, span.to + 60);
  const limited = date.bound !== undefined || (date.part === "end" && /(?:[于在]|每年)$/u.test(before));
  if (tellsDone(text, date)) return undefined;
  if (isPhase(text, date)) return "phase";
  if (date.bound === undefined && /^\s?[至到—－–~～-]/u.test(behind)) return undefined;
  const toMonthEnd = byTheEnd(before, date, behind, words);
  if (toMonthEnd) return "not-later-than";
  if (words.notBefore.test(before) || words.notBehind.test(behind) || words.benefit.test(behind)) {
    return undefined;
  }
  if (!limited && next !== undefined && /^[、和及与]\s?$/u.test(text.slice(span.to, next.span.from))) {
    // 9月10日、11月25日前报送: the last date's 前 holds for all.
    return next.bound === "before" && date.precision === next.precision
      ? ruleOf(text, next, undefined, words)
      : undefined;
  }
  if (limited) return describes(before, behind) ? undefined : "not-later-than";
  const segment = before.slice(before.search(/[^，,。；\n]*$/u));
  if (closesBracket(text, date)) return "bracket-end";
  if (PAST.test(segment) || date.precision === "year") return undefined;
  const asked = date.part === "end" || /(?:于|在|务必|请|须|应)\s?$/u.test(before);
  if (asked && words.submit.test(behind)) return "submit-on";
  return words.done.test(behind) && !/^[^，,。；]{0,12}(?:了|的)/u.test(behind) ? "done-on" : undefined;
}

/** 1. 3月5日～4月10日，各区自查: an item that begins with the days in which it is to be done. */
const isPhase = (text: string, { span, isRange, bound, precision }: DateMention): boolean =>
  isRange &&
  bound === undefined &&
  (precision === "day" || precision === "month") &&
  (/阶段\s?[（(]$/u.test(text.slice(Math.max(0, span.from - 4), span.from)) || opensItem(text, span));

const opensItem = (text: string, span: CleanSpan): boolean =>
  /^\s?[，,：:](?![^，,。；\n]{0,24}(?:了|共))/u.test(text.slice(span.to, span.to + 40)) &&
  /(?:^|[。；;：:\n])\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s?)?(?:第[一二三四五六]阶段)?\s?$/u.test(
    text.slice(Math.max(0, span.from - 12), span.from),
  ) &&
  /阶段|步骤|安排|时间|进度|日程/u.test(text.slice(Math.max(0, span.from - 160), span.from));

/** 6月30日前，各部门完成了…; 年内无事故，得4分: what was done, and how points are given. */
function tellsDone(text: string, { span }: DateMention): boolean {
  const behind = text.slice(span.to, span.to + 160).split(/[。\n]/u)[0] ?? "";
  return (
    /(?:完成|开展|组织|建成|实现|取得|出台|制定|召开|印发|举办)了/u.test(behind) ||
    /(?:得|扣|计|加|减)\s?\d+(?:[.．]\d+)?\s?分/u.test(behind)
  );
}

/** 到年底，确保完成…: the end of a span that has not run out, with what is to be done by then. */
const byTheEnd = (before: string, date: DateMention, behind: string, { done }: CompiledDeadlineWords): boolean =>
  date.part === "end" &&
  date.bound === undefined &&
  !date.isRange &&
  (date.precision === "month" || date.relativeYear !== undefined) &&
  /(?:^|[，,。；;：:\n])\s?(?:力争)?[到至]$/u.test(before) &&
  done.test(behind.replace(/^[，,\s]+/u, ""));

const describes = (before: string, behind: string): boolean =>
  DESCRIBES.test(behind.split(/[，,。；\n]/u)[0] ?? "")
    ? QUALIFIES.test(before) || /^[^，,。；]{1,14}的$/u.test(behind.split(/[，,。；\n]/u)[0] ?? "")
    : false;

/** …，2021年9月）: the last words of a bracket that says more than a date, and stands behind words. */
function closesBracket(text: string, { span, isRange }: DateMention): boolean {
  if (isRange || !/^(?:完成|前)?\s?[）)〕\]】]/u.test(text.slice(span.to, span.to + 4))) return false;
  const before = text.slice(Math.max(0, span.from - 1), span.from);
  if (!/[，,；;。:：]/u.test(before)) return false;
  const bracket = bracketAround(text, span.from);
  return (
    bracket !== undefined && /牵头|负责|责任|配合|参与|落实|单位|部门|时限/u.test(text.slice(bracket.from, bracket.to))
  );
}

/** What is to be done: the sentence; of a bracket at the end of words, the sentence before it. */
function taskOf(text: string, span: CleanSpan): CleanSpan {
  const bracket = bracketAround(text, span.from);
  const within = bracket === undefined ? span : { from: Math.max(0, bracket.from - 1), to: bracket.from };
  const sentence = sentenceAround(text, within);
  const to = bracket === undefined ? sentence.to : bracket.from;
  const marker = MARKER.exec(text.slice(sentence.from, to))?.[0].length ?? 0;
  const from = Math.min(sentence.from + marker, to);
  return { from, to };
}

/** 每月25日前报送, 每季度终了后15日内上报: a day of every month, quarter or year, which is no single date. */
function* comingRound(
  text: string,
  dates: readonly DateMention[],
  { benefit, notBehind }: CompiledDeadlineWords,
): Generator<DeadlineMention> {
  for (const match of text.matchAll(COMING_ROUND)) {
    const span = { from: match.index, to: match.index + match[0].length };
    if (dates.some((date) => date.span.from < span.to && span.from < date.span.to)) continue;
    const behind = text.slice(span.to, span.to + 60);
    if (
      !HANDS_IN.test(behind) ||
      benefit.test(behind) ||
      notBehind.test(behind) ||
      DESCRIBES.test(behind.split(/[，,。；\n]/u)[0] ?? "")
    )
      continue;
    yield { span, taskSpan: taskOf(text, span), rule: "coming-round" };
  }
}

/** 完成时限：2021年9月; 完成时限：长期坚持. */
function* labelled(text: string, words: CompiledDeadlineWords): Generator<DeadlineMention> {
  for (const match of text.matchAll(words.label)) {
    let from = match.index + match[0].length;
    while (/\s/u.test(text.charAt(from)) && text.charAt(from) !== "") from++;
    const date = dateAt(text, from);
    words.openSticky.lastIndex = from;
    const open = words.openSticky.exec(text)?.[0];
    const to = date?.span.to ?? (open === undefined ? undefined : from + open.length);
    if (to === undefined) continue;
    const span = { from, to };
    yield {
      span,
      taskSpan: taskOf(text, { from: match.index, to: match.index }),
      rule: "labelled",
      ...(date === undefined ? {} : { date }),
    };
  }
}

/** （市水务局负责，持续推进）: 持续推进 and the like close a duty bracket without a date. */
function* openInBrackets(text: string, words: CompiledDeadlineWords): Generator<DeadlineMention> {
  const open = new RegExp(`(?<=[，,；;。])(?:年内)?${words.openSticky.source}(?=[）)])`, "gu");
  for (const match of text.matchAll(open)) {
    const span = { from: match.index, to: match.index + match[0].length };
    const bracket = bracketAround(text, span.from);
    if (bracket === undefined || !/牵头|负责|责任|配合|参与|落实|单位|部门/u.test(text.slice(bracket.from, span.from)))
      continue;
    if (match[0].startsWith("年内")) continue;
    yield { span, taskSpan: taskOf(text, span), rule: "bracket-end" };
  }
}
