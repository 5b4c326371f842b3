import type { CleanSpan } from "../../../graph/model/span.ts";
import type { AssignmentLexicon } from "./lexicon.ts";

/** Sentences 句: stretches up to a full stop, semicolon or line end. */
export function* sentencesOf(text: string, region: CleanSpan): Generator<CleanSpan> {
  let from = region.from;
  for (let i = region.from; i < region.to; i++) {
    if (!/[。；;！？\n]/u.test(text.charAt(i))) continue;
    if (i > from) yield { from, to: i };
    from = i + 1;
  }
  if (region.to > from) yield { from, to: region.to };
}

/** Where the subject of a statement may begin. */
export interface Start {
  readonly at: number;
  readonly by: "由" | "start";
}

/** Where a subject may begin: at the sentence, behind a comma, marker or the space of a lost break, or behind 由. */
export function* startsOf(text: string, sentence: CleanSpan, { prose }: AssignmentLexicon): Generator<Start> {
  const words = text.slice(sentence.from, sentence.to);
  for (const match of words.matchAll(prose.start)) {
    yield { at: sentence.from + match.index + match[0].length, by: match[0].endsWith("由") ? "由" : "start" };
  }
}

const LONGEST_TOPIC = 60;

/** 具体名录由A会同B提出: what stands before 由 is what the task is about; of a long sentence its last part. */
export function topicFrom(text: string, sentence: CleanSpan, at: number): number {
  const opened = openBracket(text, sentence.from, at);
  if (opened !== undefined) return opened;
  const words = text.slice(sentence.from, at);
  const marker = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]|[①-⑳])?\s*/u.exec(words)?.[0].length ?? 0;
  if (words.length - marker <= LONGEST_TOPIC) return sentence.from + marker;
  const comma = words.slice(-LONGEST_TOPIC).search(/[，,]/u);
  return comma < 0 ? at - 1 : at - LONGEST_TOPIC + comma + 1;
}

/** （其中宣传经费由A负责）: inside a bracket the topic begins there. */
function openBracket(text: string, from: number, to: number): number | undefined {
  const words = text.slice(from, to);
  const open = Math.max(words.lastIndexOf("（"), words.lastIndexOf("("));
  const close = Math.max(words.lastIndexOf("）"), words.lastIndexOf(")"));
  return open > close && to - from - open > 3 ? from + open + 1 : undefined;
}

/**
 * 会同…制定了…: what was done is no task; 为了, 除了 and 了解 are other words. Nor is what a rule forbids: 协助申报人弄虚作假的，
 * 取消资格.
 */
export const isDone = (object: string, { prose }: AssignmentLexicon): boolean =>
  /(?<![为除])了(?!解)/u.test(object.slice(0, 24)) || prose.forbidden.test(object);
