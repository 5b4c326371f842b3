import type { EdgeData, EdgeType } from "../../../graph/model/graph-data.ts";
import type { Mark } from "../../server/api.ts";
import type { TextRange } from "./source-lines.ts";

/** A place in an original text that proves an edge. */
export interface Passage {
  readonly edge: string;
  readonly clause: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly cueFrom: number | undefined;
  readonly cueTo: number | undefined;
}

/** Words that no edge mentions, as the one passage to read. */
export const passageOfWords = ({ from, to }: { readonly from: number; readonly to: number }): Passage => ({
  edge: "",
  clause: undefined,
  from,
  to,
  cueFrom: undefined,
  cueTo: undefined,
});

/** Passages in one document that prove edges, in text order; two edges proven by the same words are one stop. */
export function passagesOf(edges: readonly EdgeData[], document: string): Passage[] {
  const passages = edges.flatMap(({ id, properties: { doc, clause, from, to, cueFrom, cueTo } }): Passage[] => {
    if (doc !== document || typeof from !== "number" || typeof to !== "number") return [];
    return [
      {
        edge: id,
        clause: typeof clause === "string" ? clause : undefined,
        from,
        to,
        cueFrom: typeof cueFrom === "number" ? cueFrom : undefined,
        cueTo: typeof cueTo === "number" ? cueTo : undefined,
      },
    ];
  });
  return passages.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** How passages are shown: the one in focus with its cue, the others quietly. */
export function rangesOf(passages: readonly Passage[], focus: Passage | undefined): TextRange[] {
  return passages.flatMap((passage): TextRange[] => {
    const { from, to, cueFrom, cueTo } = passage;
    if (passage !== focus) return from === focus?.from && to === focus.to ? [] : [{ from, to, tone: "also" }];
    const ranges: TextRange[] = [{ from, to, tone: "focus" }];
    if (cueFrom !== undefined && cueTo !== undefined) ranges.push({ from: cueFrom, to: cueTo, tone: "cue" });
    return ranges;
  });
}

/** Which end of an edge the words of its evidence mention. */
const MENTIONS_TARGET: ReadonlySet<EdgeType> = new Set([
  "DERIVES_FROM",
  "CITES",
  "ADDRESSED_TO",
  "SETS",
  "PART_OF",
  "ALIGNS_WITH",
]);

/** Everything a document was read to mention; one range for one stretch of words. */
export function mentionsOf(marks: readonly Mark[]): TextRange[] {
  const ranges = new Map<string, TextRange>();
  for (const { type, source, target, from, to } of marks) {
    const key = `${from} ${to}`;
    if (!ranges.has(key))
      ranges.set(key, { from, to, tone: "read", thing: MENTIONS_TARGET.has(type) ? target : source });
  }
  return [...ranges.values()];
}
