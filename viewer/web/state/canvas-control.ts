import { computed, signal } from "@preact/signals";
import type { Insets } from "../canvas/stage.ts";
import { panelWidth, railOpen, reading, selected, view } from "./session.ts";
import { narrow } from "./viewport.ts";

/** What the tools may ask of the canvas; absent while there is none. */
export interface CanvasControl {
  zoom(factor: number): void;
  fit(): void;
  /** Brings the selected thing and what is related to it into view. */
  centre(): void;
  toggleLayout(): void;
  png(): void;
  svg(): void;
}

export const canvasControl = signal<CanvasControl | undefined>(undefined);
export const layoutRuns = signal(false);

const RAIL_WIDTH = 288;
const READER_WIDTH = 480;
/** Tools and counts along the lower edge. */
const TOOLS_HEIGHT = 44;
/** Below this the filters make room for the original text. */
const WIDE = 1700;

const width = signal(innerWidth);
addEventListener("resize", () => {
  width.value = innerWidth;
});

export const railShown = computed(
  () =>
    !narrow.value && railOpen.value && !(reading.value !== undefined && view.value === "network" && width.value < WIDE),
);

/** What the panels cover of the canvas. */
export const insets = computed<Insets>(() => {
  if (narrow.value) {
    const sheet = selected.value === undefined ? 2 * TOOLS_HEIGHT : Math.round(innerHeight * 0.42);
    return { left: 0, right: 0, top: 0, bottom: sheet };
  }
  const panel = selected.value === undefined ? 0 : panelWidth.value;
  const reader = reading.value === undefined ? 0 : Math.min(READER_WIDTH, width.value - panel);
  return { left: railShown.value ? RAIL_WIDTH : 0, right: panel + reader, top: 0, bottom: TOOLS_HEIGHT };
});
