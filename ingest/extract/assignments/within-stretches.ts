import type { CleanSpan } from "../../../graph/model/span.ts";

/** Tells of spans asked for in text order whether one of the stretches, sorted and apart, holds them whole. */
export function withinStretches(stretches: readonly CleanSpan[]): (span: CleanSpan) => boolean {
  let next = 0;
  return ({ from, to }) => {
    while ((stretches[next]?.to ?? Number.POSITIVE_INFINITY) <= from) next++;
    const stretch = stretches[next];
    return stretch !== undefined && stretch.from <= from && to <= stretch.to;
  };
}
