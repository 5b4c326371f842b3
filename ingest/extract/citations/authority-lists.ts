import type { CleanSpan } from "../../../graph/model/span.ts";
import type { CueMatch } from "./cues.ts";

/** Lists of authorities: what stands behind 政策依据：, and cells of a column 任务来源. */
export interface AuthorityLists {
  /** The label under which a citation stands. */
  labelOf(span: CleanSpan): CueMatch | undefined;
}

const MARKER_BEFORE =
  /(?:^|[\n。；;：:，,）)\s\p{Script=Han}])(?:[（(]?\d{1,2}[）)]?[、.．]?|[一二三四五六七八九十]{1,2}、|[①-⑳])\s?$/u;
/** A line that goes on with a list of documents: a marker at most before 《, 关于 or a number's code. */
const CITATION_LINE =
  /^[\s\p{P}]*(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])?[\s、.．）)]*(?:[^\s，。；：《]{0,30}《|[^\n，。；：]{0,60}(?:号|第[^条]{1,5}条))/u;
const HEADERS = /序号|任务|措施|责任单位|牵头单位|责任部门|配合单位|完成时限|完成时间|时限|备注|内容|事项|目标/gu;

/** Finds the labels' reach: a label with a colon to the end of its list; a column heading to the end of the text. */
export function authorityLists(text: string, labels: readonly CueMatch[]): AuthorityLists {
  const scopes = labels.flatMap((label) => {
    const behind = text.slice(label.span.to, label.span.to + 4);
    if (/^\s?[：:】\]]|^\n|^\s?(?:[（(][一1]|1[.．、]|《)/u.test(behind))
      return [{ label, to: listEnd(text, label.span.to) }];
    return [];
  });
  const scoped = new Set(scopes.map(({ label }) => label));
  const column = labels.find((label) => !scoped.has(label) && isColumn(text, label.span));
  return {
    labelOf(span) {
      const scope = lastBefore(scopes, span.from);
      if (scope !== undefined && span.to <= scope.to) return scope.label;
      if (column === undefined || span.from < column.span.to) return undefined;
      const before = text.slice(Math.max(0, span.from - 8), span.from);
      return before.endsWith("\n") || MARKER_BEFORE.test(before) ? column : undefined;
    },
  };
}

/** The last scope whose label ends at `offset` or before; scopes are in text order. */
function lastBefore<T extends { readonly label: CueMatch }>(scopes: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = scopes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scopes[middle]?.label.span.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return scopes[low - 1];
}

/** Behind a label: the rest of its line, and the lines below while they name documents. */
function listEnd(text: string, from: number): number {
  let end = lineEnd(text, from);
  if (text.slice(from, end).replace(/[\s：:】\]]/gu, "") === "") end = lineEnd(text, end + 1);
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    if (!CITATION_LINE.test(text.slice(end + 1, next))) return end;
    end = next;
  }
  return end;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** A column heading stands among other headings, in one run or a cell a line. */
function isColumn(text: string, span: CleanSpan): boolean {
  const around = text.slice(Math.max(0, span.from - 60), span.to + 40);
  return new Set([...around.matchAll(HEADERS)].map(([word]) => word)).size >= 3;
}
