import type { NodeLabel } from "../../../graph/model/graph-data.ts";

/**
 * Mark 图形标记: a kind's shape, told apart by outline alone when small and by its detail when large. Paths on a 24 × 24
 * grid; `detail` is cut out of the shape, as strokes of the given width.
 */
export interface MarkShape {
  readonly outline: string;
  readonly detail: string;
  readonly stroke: number;
}

export const MARKS: Readonly<Record<NodeLabel, MarkShape>> = {
  Document: {
    outline: "M5 1.5h9.5L20 7v14.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-19a1 1 0 0 1 1-1Z",
    detail: "M7.5 11h9M7.5 14.6h9M7.5 18.2h5.5M14 2v5.4h5.6",
    stroke: 1.5,
  },
  Article: {
    outline: "M12 .8 23.2 12 12 23.2.8 12Z",
    detail:
      "M15.4 7.6C15.1 6 13.8 5 12.1 5 10 5 8.7 6 8.7 7.6c0 3 6.9 3 6.9 6.1 0 1.2-.9 2-2.2 2.4M8.6 16.4C8.9 18 10.2 19 11.9 19c2.1 0 3.4-1 3.4-2.6 0-3-6.9-3-6.9-6.1 0-1.2.9-2 2.2-2.4",
    stroke: 1.4,
  },
  Clause: { outline: "M12 6.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z", detail: "", stroke: 1 },
  Task: {
    outline: "M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21Z",
    detail: "m7.2 12.4 3.4 3.4 6.4-7.2",
    stroke: 2.2,
  },
  Agency: {
    outline: "M12 1 22.5 7.2V10H21v9h1.5v3.5h-21V19H3v-9H1.5V7.2Z",
    detail: "M7.4 11.5v6.5M12 11.5v6.5M16.6 11.5v6.5",
    stroke: 1.9,
  },
  Leader: {
    outline: "M12 1.2a5.6 5.6 0 1 1 0 11.2 5.6 5.6 0 0 1 0-11.2ZM1.8 22.6c0-5.6 4.4-9 10.2-9s10.2 3.4 10.2 9Z",
    detail: "",
    stroke: 1,
  },
  Target: {
    outline: "M4 1.2h2.6v1.3H21l-3.4 5.2L21 13H6.6v9.8H4Z",
    detail: "",
    stroke: 1,
  },
};

/** Order of the cells in the texture; a node carries its place in it. */
export const MARK_ORDER: readonly NodeLabel[] = ["Document", "Article", "Clause", "Task", "Agency", "Leader", "Target"];
