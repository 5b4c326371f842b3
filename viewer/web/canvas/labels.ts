import type { NodeLabel } from "../../../graph/model/graph-data.ts";
import { type Box, boxBeside, findSide, Room, type Side } from "./label-placement.ts";
import type { Palette } from "./palette.ts";

/** A mark on screen that may get a name. */
export interface Labelled {
  readonly id: string;
  readonly kind: NodeLabel;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0: one of the picture; 1: near what is in focus; 2: in focus itself. */
  readonly rank: 0 | 1 | 2;
  readonly dimmed: boolean;
  /** A document of the collection, not one that is only cited. */
  readonly prominent: boolean;
}

export interface PlacedName {
  readonly item: Labelled;
  readonly side: Side;
  readonly size: number;
  readonly weight: number;
  readonly left: number;
  readonly middle: number;
  readonly width: number;
  /** One of the first names, written in ink. */
  readonly strong: boolean;
}

export interface PlacingOptions {
  /** How many names: 0 few, 1 some, 2 many. */
  readonly level: number;
  readonly font: string;
  /** The part of the canvas that is to be seen. */
  readonly within: Box;
}

/** So many names may cover small marks. */
const BOLD = 24;

/** Square pixels of a canvas on a desk. */
const FULL = 980_000;
/** Names that a level of the appearance allows on a canvas of that size. */
const LIMITS = [18, 60, 400] as const;

const KIND_BONUS: Readonly<Record<NodeLabel, number>> = {
  Document: 0,
  Leader: 5,
  Agency: 2,
  Task: 0,
  Article: -2,
  Target: -2,
  Clause: -6,
};

/** Places names so that none covers another or a mark, the weightier first, and remembers their sides. */
export class NamePlacer {
  readonly #sides = new Map<string, Side>();
  readonly #widths = new Map<string, number>();

  place(context: CanvasRenderingContext2D, items: readonly Labelled[], options: PlacingOptions): PlacedName[] {
    const { level, font, within } = options;
    const names = new Room(within);
    const marks = new Room(within);
    const large = new Room(within);
    for (const { x, y, radius, dimmed } of items) {
      if (dimmed) continue;
      const reach = radius * 0.85;
      const mark = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
      marks.take(mark);
      if (radius >= 8) large.take(mark);
    }
    const ordered = items
      .filter(({ dimmed }) => !dimmed)
      .toSorted((a, b) => b.rank - a.rank || weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1));
    const focused = ordered.some(({ rank }) => rank > 0);
    const share = ((within.right - within.left) * (within.bottom - within.top)) / FULL;
    const limit = focused ? Number.POSITIVE_INFINITY : (LIMITS[level] ?? LIMITS[1]) * Math.min(2, share);
    const placed: PlacedName[] = [];
    for (const item of ordered) {
      if (placed.length >= limit) break;
      const { size, weight } = fontOf(item);
      const width = this.#widthOf(context, item.name, size, weight, font);
      const text = { width: width + 4, height: size + 4 };
      /* The weightiest may lie over small marks; nothing may lie over another name. */
      const last = this.#sides.get(item.id);
      const side =
        findSide([names, marks], item, text, last) ??
        (item.rank > 0 || placed.length < BOLD ? findSide([names, large], item, text, last) : undefined) ??
        (item.rank === 2 ? "right" : undefined);
      if (side === undefined) continue;
      this.#sides.set(item.id, side);
      const box = boxBeside(side, item, text);
      names.take(box);
      const strong = item.rank > 0 || item.prominent || item.radius >= 7 || placed.length < BOLD;
      placed.push({ item, side, size, weight, left: box.left + 2, middle: (box.top + box.bottom) / 2, width, strong });
    }
    return placed;
  }

  #widthOf(context: CanvasRenderingContext2D, name: string, size: number, weight: number, font: string): number {
    const key = `${size} ${weight} ${name}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    context.font = `${weight} ${size}px ${font}`;
    const { width } = context.measureText(name);
    this.#widths.set(key, width);
    return width;
  }
}

const weightOf = (item: Labelled): number => item.radius + KIND_BONUS[item.kind] + (item.prominent ? 12 : 0);

function fontOf({ radius, prominent, rank }: Labelled): { size: number; weight: number } {
  if (rank === 2) return { size: 14, weight: 600 };
  if (prominent) return { size: 13, weight: 600 };
  return { size: radius >= 13 ? 13 : radius >= 7 ? 12 : 11, weight: radius >= 13 ? 500 : 400 };
}

/** Writes placed names, each with a halo of paper so that lines do not cut it. */
export function drawNames(context: CanvasRenderingContext2D, names: readonly PlacedName[], palette: Palette): void {
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  for (const { item, size, weight, left, middle, strong } of names.toReversed()) {
    context.font = `${weight} ${size}px ${palette.font}`;
    context.lineWidth = 3.5;
    context.strokeStyle = palette.paper;
    context.strokeText(item.name, left, middle + 0.5);
    context.fillStyle = strong ? palette.ink : palette.muted;
    context.fillText(item.name, left, middle + 0.5);
  }
}
