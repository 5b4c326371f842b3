import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";

/** Kinds 类别 in the order of the legend. */
export const KINDS: readonly NodeLabel[] = ["Agency", "Task", "Leader", "Document", "Article", "Target", "Clause"];

/** Relations 关系 in the order of the legend and of the panel. */
export const RELATIONS: readonly EdgeType[] = [
  "LEADS",
  "RESPONSIBLE_FOR",
  "PARTICIPATES_IN",
  "OVERSEES",
  "DERIVES_FROM",
  "CITES",
  "ISSUED",
  "ADDRESSED_TO",
  "SIGNED",
  "SERVES_IN",
  "SETS",
  "PART_OF",
  "STATES",
  "ALIGNS_WITH",
  "SUCCEEDED_BY",
  "HAS_CLAUSE",
];
