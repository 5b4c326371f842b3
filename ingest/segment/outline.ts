import { escapeName } from "../../graph/model/ids.ts";
import type { Clause } from "../../graph/model/reading.ts";
import type { CleanSpan } from "../../graph/model/span.ts";
import { headingOf } from "./headings.ts";
import type { Marker } from "./marker-lexer.ts";
import type { Accepted } from "./sequence.ts";
import type { OutlinePatterns } from "./outline-patterns.ts";

/** Where an outline stands: the path before its clauses, how deep, and the register that keeps paths apart. */
export interface OutlinePlace {
  readonly prefix: string;
  readonly depth: number;
  take(path: string): string;
}

/** Builds the clauses of a zone that ends at `to` from the markers that count. Iterative: nesting is bounded by levels. */
export function buildOutline(
  text: string,
  to: number,
  accepted: readonly Accepted[],
  place: OutlinePlace,
  patterns: OutlinePatterns,
): Clause[] {
  const build = (first: number, last: number, depth: number, prefix: string, end: number): Clause[] => {
    const clauses: Clause[] = [];
    let at = first;
    while (at < last) {
      const node = accepted[at];
      if (node === undefined) break;
      let next = at + 1;
      while (next < last && (accepted[next]?.depth ?? 0) > node.depth) next++;
      const stop = next < last ? (accepted[next]?.marker.from ?? end) : end;
      const child = at + 1 < next ? (accepted[at + 1]?.marker.from ?? stop) : stop;
      const { marker } = node;
      const path = place.take(`${prefix}${escapeName(marker.label)}`);
      clauses.push({
        kind: isHeading(marker) ? "heading" : "item",
        marker: isHeading(marker) ? "" : text.slice(marker.from, marker.to).trim(),
        ordinal: clauses.length + 1,
        path,
        heading: headingOf(text, marker, child, patterns),
        span: { from: marker.from, to: stop },
        own: { from: marker.from, to: child },
        depth,
        children: build(at + 1, next, depth + 1, `${path}/`, stop),
      });
      at = next;
    }
    return clauses;
  };
  return build(0, accepted.length, place.depth, place.prefix, to);
}

const isHeading = ({ style }: Marker): boolean => style.startsWith("heading") || style === "turn" || style === "words";

/** A node that is no clause but holds text. */
export function holder(
  kind: "container" | "preamble",
  path: string,
  heading: string,
  span: CleanSpan,
  depth: number,
  children: readonly Clause[] = [],
): Clause {
  const own = { from: span.from, to: children[0]?.span.from ?? span.to };
  return { kind, marker: "", ordinal: 0, path, heading, span, own, depth, children };
}

/** Gives siblings their places, from 1. */
export const withOrdinals = (clauses: readonly Clause[]): Clause[] =>
  clauses.map((clause, i) => ({ ...clause, ordinal: i + 1 }));
