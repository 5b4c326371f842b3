import type { CleanSpan } from "../../../graph/model/span.ts";

/** Behind one of these a title without 《》 cannot have begun before. */
const BOUNDARY = /[\n。；;！？：:《》]|\s{2}/gu;
const LIST_MARKER = /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?\s?[、.．，,]?\s?)(?=\p{Script=Han})/u;
const LEAD =
  /^(?:附件|附|根据|依据|按照|依照|遵照|参照|执行|落实|贯彻|贯彻落实|认真|全面|深入|为|见|详见|以及|和|及|与|或|由|经|在|对|将|的)+/u;
/** Marks at which an enumeration may have brought in another document. */
const JOINT =
  /[，,、]|以及|附件\s?\d{0,2}[:：.．、]?|根据|按照|依据|依照|遵照|参照|执行|落实|贯彻|印发的|下发的|发布的|出台的|转发的/gu;
const MAX_LENGTH = 100;

/**
 * The title without 《》 that ends at `to`, where it ends in a word of a policy: 国务院关于…的意见（国发〔…〕…号). The issuer
 * before 关于 belongs to it. `isPolicy` tells whether the words end as titles of policies do.
 */
export function unquotedTitleBefore(
  text: string,
  to: number,
  isPolicy: (title: string) => boolean,
): CleanSpan | undefined {
  const start = Math.max(0, to - MAX_LENGTH);
  if (/[”"]/u.test(text.charAt(to - 1))) {
    const open = Math.max(text.lastIndexOf("“", to - 2), text.lastIndexOf('"', to - 2));
    return open >= start && isPolicy(text.slice(open + 1, to - 1)) ? { from: open + 1, to: to - 1 } : undefined;
  }
  let from = start;
  for (const match of text.slice(start, to).matchAll(BOUNDARY)) {
    const end = start + match.index + match[0].length;
    if (end < to) from = end;
  }
  const closed = lastBracketEnd(text.slice(from, to));
  from += closed;
  const about = text.slice(from, to).indexOf("关于");
  const limit = about < 0 ? to : from + about;
  let joint = from;
  for (const match of text.slice(from, limit).matchAll(JOINT)) {
    const end = from + match.index + match[0].length;
    if (end < to - 3) joint = end;
  }
  from = joint;
  for (const pattern of [/^\s+/u, LIST_MARKER, LEAD]) from += pattern.exec(text.slice(from, to))?.[0].length ?? 0;
  const words = text.slice(from, to);
  return words.length >= 5 && isPolicy(words) ? { from, to } : undefined;
}

/** End of the last bracket that belongs to an earlier item: （国发〔2016〕9号）2、…; brackets like （试行） belong to a title. */
function lastBracketEnd(words: string): number {
  let end = 0;
  for (const match of words.matchAll(/[（(][^（()）]{0,60}[）)]/gu)) {
    const stop = match.index + match[0].length;
    if (stop < words.length && (/号/u.test(match[0]) || /^\s?\d{1,2}[、.．]/u.test(words.slice(stop)))) end = stop;
  }
  return end;
}
