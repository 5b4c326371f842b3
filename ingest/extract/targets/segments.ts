import type { CleanSpan } from "../../../graph/model/span.ts";

/** Segment 分句: what stands between two commas, with the mark that closes it. */
export interface Segment extends CleanSpan {
  readonly closed: string;
}

const BLOCK = /[^。！？!?\n]+/gu;
const SEPARATOR = /[，；;：]|(?<!\d)[,:]|[,:](?!\d)/gu;

/** Brackets, quotations and names such as 5G blanked out at their places, so that their commas and numbers do not count. */
export function masked(text: string): string {
  return text
    .replace(/（[^（）\n]{0,400}）|\([^()\n]{0,400}\)|〔[^〔〕\n]{0,80}〕|【[^【】\n]{0,80}】/gu, blank)
    .replace(/\d+[GADK](?=\p{Script=Han})/gu, blank)
    .replace(/“[^“”\n]{0,60}”|《[^《》\n]{0,120}》/gu, blank);
}

const blank = (words: string): string => "□".repeat(words.length);

/** Sentences up to a full stop or line end, each as its segments; offsets are those of the text given. */
export function blocksOf(text: string): Segment[][] {
  return [...text.matchAll(BLOCK)].map(({ index, 0: words }) => {
    const segments: Segment[] = [];
    let from = index;
    for (const mark of words.matchAll(SEPARATOR)) {
      segments.push({ from, to: index + mark.index, closed: mark[0] });
      from = index + mark.index + mark[0].length;
    }
    segments.push({ from, to: index + words.length, closed: "" });
    return segments.filter((segment) => segment.to > segment.from);
  });
}
