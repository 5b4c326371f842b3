import type { NodeLabel } from "../../../graph/model/graph-data.ts";
import type { Line } from "../data/visible.ts";
import { MARKS } from "./marks.ts";
import { LINES, type Palette } from "./palette.ts";

/** A mark on screen, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const shapes = new Map<NodeLabel, { outline: Path2D; detail: Path2D }>();

function shapeOf(kind: NodeLabel): { outline: Path2D; detail: Path2D } {
  const known = shapes.get(kind);
  if (known !== undefined) return known;
  const shape = { outline: new Path2D(MARKS[kind].outline), detail: new Path2D(MARKS[kind].detail) };
  shapes.set(kind, shape);
  return shape;
}

/** Draws a line in full strength over the dimmed picture, in the style of the legend. */
export function drawFocusLine(
  context: CanvasRenderingContext2D,
  line: Line,
  from: Spot,
  to: Spot,
  palette: Palette,
): void {
  const style = LINES[line.type];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return;
  context.save();
  context.strokeStyle = style.colour === "hairline" ? palette.muted : palette.kinds[style.colour];
  context.fillStyle = context.strokeStyle;
  context.globalAlpha = Math.max(0.6, style.opacity) * (line.inferred ? 0.75 : 1);
  context.lineWidth = style.width * 1.15;
  if (line.inferred) context.setLineDash([4.5, 3.5]);
  const end = style.arrow ? Math.max(0, length - to.radius - 7) : length;
  context.translate(from.x, from.y);
  context.rotate(Math.atan2(to.y - from.y, to.x - from.x));
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(end, 0);
  context.stroke();
  if (style.arrow) {
    context.beginPath();
    context.moveTo(end + 8, 0);
    context.lineTo(end - 1, 4);
    context.lineTo(end - 1, -4);
    context.fill();
  }
  context.restore();
}

/** Draws a mark in full strength over the dimmed picture. */
export function drawFocusMark(
  context: CanvasRenderingContext2D,
  kind: NodeLabel,
  { x, y, radius }: Spot,
  palette: Palette,
): void {
  const { outline, detail } = shapeOf(kind);
  const scale = radius / 12;
  context.save();
  context.translate(x - radius, y - radius);
  context.scale(scale, scale);
  context.lineJoin = "round";
  context.lineCap = "round";
  context.strokeStyle = palette.paper;
  context.lineWidth = 3;
  context.stroke(outline);
  context.fillStyle = palette.kinds[kind];
  fillPath(context, outline);
  context.lineWidth = MARKS[kind].stroke;
  context.stroke(detail);
  context.restore();
}

const fillPath = (context: CanvasRenderingContext2D, path: Path2D): void => context.fill(path);
