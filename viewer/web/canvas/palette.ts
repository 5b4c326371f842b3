import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";

/** Palette 配色: what the canvas needs of the page's colours, read from its style sheet so that they are said once. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly accent: string;
  readonly font: string;
  readonly kinds: Readonly<Record<NodeLabel, string>>;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: value("--paper"),
    ink: value("--ink"),
    muted: value("--ink-2"),
    hairline: value("--hairline-strong"),
    accent: value("--accent"),
    font: value("--sans"),
    kinds: {
      Document: value("--document"),
      Article: value("--article"),
      Clause: value("--clause"),
      Task: value("--task"),
      Agency: value("--agency"),
      Leader: value("--leader"),
      Target: value("--target"),
    },
  };
}

/** How a relation is drawn: whose colour, how wide, how strong. */
export interface LineStyle {
  readonly colour: NodeLabel | "hairline";
  readonly width: number;
  readonly opacity: number;
  readonly arrow: boolean;
}

const line = (colour: LineStyle["colour"], width: number, opacity: number, arrow = false): LineStyle => ({
  colour,
  width,
  opacity,
  arrow,
});

export const LINES: Readonly<Record<EdgeType, LineStyle>> = {
  LEADS: line("Agency", 2, 1),
  RESPONSIBLE_FOR: line("Agency", 1.5, 0.8),
  PARTICIPATES_IN: line("Agency", 1, 0.6),
  OVERSEES: line("Leader", 1.5, 0.9),
  DERIVES_FROM: line("Document", 1.25, 0.9, true),
  CITES: line("Document", 1, 0.45),
  STATES: line("hairline", 1, 0.7),
  HAS_CLAUSE: line("hairline", 1, 0.8),
  PART_OF: line("Article", 1, 0.7),
  ISSUED: line("Document", 1, 0.6),
  ADDRESSED_TO: line("hairline", 1, 0.9),
  SIGNED: line("Leader", 1, 0.6),
  SERVES_IN: line("Leader", 1, 0.5),
  SETS: line("Target", 1, 0.7),
  ALIGNS_WITH: line("Task", 1, 0.6),
  SUCCEEDED_BY: line("Agency", 1, 0.7, true),
};

/** `#rrggbb` with an opacity, as the canvas programs read it. */
export function withOpacity(colour: string, opacity: number): string {
  const alpha = Math.round(Math.max(0, Math.min(1, opacity)) * 255);
  return `${colour}${alpha.toString(16).padStart(2, "0")}`;
}
