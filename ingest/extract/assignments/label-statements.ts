import type { CleanSpan } from "../../../graph/model/span.ts";
import type { LabelMention } from "../../recognize/labels/index.ts";
import { type Bracket, everyBracket } from "./brackets.ts";
import { readLabelValue } from "./label-value.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import type { DutyStatement, Holder } from "./statement.ts";

/**
 * Labelled statements 带标签的责任表述 (FIELD.md §2): labels in a bracket （牵头单位：A，责任单位：B）, on lines of their own,
 * or behind a sentence without bracket or line break. The labels of one bracket are one statement.
 */
export function findLabelStatements(
  text: string,
  brackets: readonly Bracket[],
  lexicon: AssignmentLexicon,
): DutyStatement[] {
  const labels = lexicon.labels.all(text).filter((label) => usable(text, label));
  const around = bracketOf(brackets, labels);
  const statements: DutyStatement[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label === undefined) continue;
    const bracket = around(label);
    if (bracket === undefined) {
      if (label.bare === true) continue;
      const statement = openStatement(text, label, labels[i + 1], lexicon);
      if (statement !== undefined) statements.push(statement);
      continue;
    }
    const inside: LabelMention[] = [label];
    while (around(labels[i + 1]) === bracket) {
      i++;
      const next = labels[i];
      if (next !== undefined) inside.push(next);
    }
    const statement = bracketStatement(text, bracket, inside, lexicon);
    if (statement !== undefined) statements.push(statement);
  }
  return statements;
}

/** “牵头单位”… is about the word. */
const usable = (text: string, label: LabelMention): boolean => !/^[“"]/u.test(text.charAt(label.valueFrom));

/** The innermost bracket around a label, leaving out brackets that belong to the label itself. */
function bracketOf(
  brackets: readonly Bracket[],
  labels: readonly LabelMention[],
): (label: LabelMention | undefined) => Bracket | undefined {
  const found = new Map<LabelMention, Bracket>();
  let next = 0;
  const sorted = [...everyBracket(brackets)].sort((a, b) => a.span.from - b.span.from);
  const open: Bracket[] = [];
  for (const label of labels) {
    while (next < sorted.length && (sorted[next]?.span.from ?? 0) < label.span.from) {
      const bracket = sorted[next];
      if (bracket !== undefined) open.push(bracket);
      next++;
    }
    while (open.length > 0 && (open.at(-1)?.span.to ?? 0) <= label.span.from) open.pop();
    const inner = [...open].reverse().find((bracket) => bracket.span.to > label.valueFrom);
    if (inner !== undefined) found.set(label, inner);
  }
  return (label) => (label === undefined ? undefined : found.get(label));
}

function bracketStatement(
  text: string,
  bracket: Bracket,
  labels: readonly LabelMention[],
  lexicon: AssignmentLexicon,
): DutyStatement | undefined {
  const holders = labels.flatMap((label, i) => {
    const end = labels[i + 1]?.span.from ?? bracket.inside.to;
    const stop = text.slice(label.valueFrom, end).indexOf("。");
    const to = stop < 0 ? end : label.valueFrom + stop;
    return renumber(readLabelValue(text, label, { from: label.valueFrom, to }, true, lexicon).holders, i);
  });
  if (holders.length === 0) return undefined;
  return { span: bracket.span, quote: bracket.span, rule: "bracket-label", holders };
}

const renumber = (holders: readonly Holder[], label: number): Holder[] =>
  holders.map((holder) => ({ ...holder, list: label * 100 + holder.list }));

function openStatement(
  text: string,
  label: LabelMention,
  next: LabelMention | undefined,
  lexicon: AssignmentLexicon,
): DutyStatement | undefined {
  const says = /[为是]/u.test(text.charAt(label.valueFrom - 1));
  if (says && !opensPart(text, label)) return undefined;
  if (says && label.holder === "body" && lexicon.agencies.match(text, label.valueFrom) === undefined) return undefined;
  const region = openRegion(text, label, next);
  const value = readLabelValue(text, label, region.span, region.closed, lexicon);
  if (value.holders.length === 0) return undefined;
  const to = label.holder === "person" && region.bounded ? region.span.to : value.to;
  const end = /[。；;]/u.test(text.charAt(to)) ? to + 1 : to;
  return {
    span: { from: label.span.from, to: end },
    quote: { from: label.span.from, to: end },
    rule: region.lineStart ? "label-line" : "label-sentence",
    holders: value.holders,
  };
}

/** 本项工作牵头单位为市城管局 explains what it is about; 做好供热，牵头单位为市城管局 assigns. */
const opensPart = (text: string, label: LabelMention): boolean =>
  /(?:^|[，,。；;\s])$/u.test(text.slice(Math.max(0, label.span.from - 1), label.span.from));

/** What ends a list where line breaks were lost: a sentence's end, the next item's marker, a heading. */
const STOP =
  /。|#|(?<=.)(?:[（(][一二三四五六七八九十]{1,3}[）)]|(?<![\d年月])\d{1,2}[.．、](?!\d)|(?<![\p{Script=Han}])[一二三四五六七八九十]{1,3}、)/u;

/** From the colon to the next label, sentence end or line end; a list may go on on the next line behind 、. */
function openRegion(
  text: string,
  label: LabelMention,
  next: LabelMention | undefined,
): { span: CleanSpan; closed: boolean; bounded: boolean; lineStart: boolean } {
  const from = label.valueFrom;
  let to = text.indexOf("\n", from);
  if (to < 0) to = text.length;
  if (text.slice(from, to).trim() === "") to = nextLineEnd(text, to);
  const stop = text.slice(from, to).search(STOP);
  if (stop >= 0) to = from + stop;
  const bounded = next !== undefined && next.span.from < to;
  if (bounded) to = next.span.from;
  const lineStart = label.span.from === 0 || text.charAt(label.span.from - 1) === "\n";
  const words = text.slice(from, to);
  const closed = words.length <= 240 && !/[：:]/u.test(words) && (lineStart || stop >= 0 || bounded);
  return { span: { from, to }, closed, bounded, lineStart };
}

function nextLineEnd(text: string, lineEnd: number): number {
  const end = text.indexOf("\n", lineEnd + 1);
  return end < 0 ? text.length : end;
}
