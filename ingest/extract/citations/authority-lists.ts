import type { CleanSpan } from "../../../graph/model/span.ts";
import type { CueMatch } from "./cues.ts";

/** Lists of authorities: what stands behind 政策依据：, and cells of a column 任务来源. */
export interface AuthorityLists {
  /** The label under which a citation stands. */
  labelOf(span: CleanSpan): CueMatch | undefined;
}

const MARKER_BEFORE =
  /(?:^|[\n。；;：:，,）)\s\p{Script=Han}])(?:[（(]?\d{1,2}[）)]?[、.．]?|\d{3,4}[.．]|[一二三四五六七八九十]{1,2}、|[①-⑳])\s?$/u;
/** A line that goes on with a list of documents: a marker at most before 《, 关于 or a number's code. */
const CITATION_LINE =
  /^[\s\p{P}]*(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])?[\s、.．）)]*(?:[^\s，。；：《]{0,30}《|[^\n，。；：]{0,60}(?:号|第[^条]{1,5}条))/u;
const HEADERS = /序号|任务|措施|责任单位|牵头单位|责任部门|配合单位|完成时限|完成时间|时限|备注|内容|事项|目标/gu;

/** Finds the labels' reach: a label with a colon to the end of its list; a column heading to the end of the text. */
export function authorityLists(text: string, labels: readonly CueMatch[]): AuthorityLists {
  const breaks = [...text.matchAll(/\n/gu)].map(({ index }) => index);
  const scopes = labels.flatMap((label) => {
    const behind = text.slice(label.span.to, label.span.to + 4);
    if (/^\s?[：:】\]]|^\n|^\s?(?:[（(][一1]|1[.．、]|《)/u.test(behind))
      return [{ label, to: listEnd(text, label.span.to, breaks) }];
    return [];
  });
  const ends = scopes.map(({ label }) => label.span.to);
  const scoped = new Set(scopes.map(({ label }) => label));
  const column = labels.find((label) => !scoped.has(label) && isColumn(text, label.span));
  return {
    labelOf(span) {
      const scope = scopes[firstFrom(ends, span.from + 1) - 1];
      if (scope !== undefined && span.to <= scope.to) return scope.label;
      if (column === undefined || span.from < column.span.to) return undefined;
      const before = text.slice(Math.max(0, span.from - 8), span.from);
      return before.endsWith("\n") || MARKER_BEFORE.test(before) ? column : undefined;
    },
  };
}

/** Behind a label: the rest of its line, and the lines below while they name documents. */
function listEnd(text: string, from: number, breaks: readonly number[]): number {
  let place = firstFrom(breaks, from);
  const endAt = (at: number): number => breaks[at] ?? text.length;
  LABEL_ALONE.lastIndex = from;
  if (LABEL_ALONE.test(text)) place++;
  while (endAt(place) < text.length && CITATION_LINE.test(text.slice(endAt(place) + 1, endAt(place + 1)))) place++;
  return endAt(place);
}

/** Nothing behind the label on its own line. */
const LABEL_ALONE = /[^\S\n]*[：:】\]]*[^\S\n]*\n/uy;

/** Place of the first number of a sorted list that is not below `offset`. */
function firstFrom(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A column heading stands among other headings, in one run or a cell a line. */
function isColumn(text: string, span: CleanSpan): boolean {
  const around = text.slice(Math.max(0, span.from - 60), span.to + 40);
  return new Set([...around.matchAll(HEADERS)].map(([word]) => word)).size >= 3;
}
