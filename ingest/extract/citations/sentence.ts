import type { CleanSpan } from "../../../graph/model/span.ts";
import { bracketAround } from "../../recognize/brackets.ts";

const END = /[。！？!?；;\n]/u;
/** A sentence that runs on longer than this is cut; keeps every look around a mention bounded. */
const REACH = 600;

/** The sentence around a range: between 。；！？ or line feeds, within 600 characters each way. */
export function sentenceAround(text: string, { from, to }: CleanSpan): CleanSpan {
  let start = from;
  while (start > 0 && from - start < REACH && !END.test(text.charAt(start - 1))) start--;
  let end = to;
  while (end < text.length && end - to < REACH && !END.test(text.charAt(end))) end++;
  if (end < text.length && /[。！？!?；;]/u.test(text.charAt(end))) end++;
  return { from: start, to: end };
}

/** The smallest bracket or sentence that holds the mention and, where there is one, its cue. */
export function quoteAround(text: string, mention: CleanSpan, cue: CleanSpan | undefined): CleanSpan {
  const both =
    cue === undefined ? mention : { from: Math.min(mention.from, cue.from), to: Math.max(mention.to, cue.to) };
  const bracket = bracketAround(text, both.from);
  if (bracket !== undefined && bracket.to >= both.to) return { from: bracket.from + 1, to: bracket.to - 1 };
  return sentenceAround(text, both);
}
