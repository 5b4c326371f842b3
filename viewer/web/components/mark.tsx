import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";
import { MARKS } from "../canvas/marks.ts";
import { LINES } from "../canvas/palette.ts";

/** A kind's mark as in the picture; always beside its name. */
export function Mark({ kind }: { kind: NodeLabel }) {
  const { outline, detail, stroke } = MARKS[kind];
  return (
    <svg class="mark" data-kind={kind} viewBox="0 0 24 24" aria-hidden="true">
      <path class="mark-shape" d={outline} />
      {detail === "" ? null : <path class="mark-detail" d={detail} stroke-width={stroke + 0.4} />}
    </svg>
  );
}

/** A relation's line as in the picture. */
export function LineSample({ type }: { type: EdgeType }) {
  const { colour, width, opacity, arrow } = LINES[type];
  return (
    <svg class="line-sample" data-kind={colour} viewBox="0 0 24 12" aria-hidden="true">
      <path d={arrow ? "M1 6h17" : "M1 6h22"} stroke-width={width * 1.2} stroke-opacity={Math.max(0.55, opacity)} />
      {arrow ? <path class="line-head" d="M24 6 17 3v6Z" /> : null}
    </svg>
  );
}
