import { MARK_ORDER, MARKS } from "./marks.ts";

export const CELLS = 8;
const CELL = 128;
/** Share of a cell that the 24 × 24 grid takes; the rest is room for the halo. */
export const GRID_SHARE = 0.8;

/**
 * The marks as one texture, a cell each: red is the shape, green the detail cut out of it, blue the shape with its halo.
 * Colours come from the nodes, so one texture serves both themes.
 */
export function markAtlas(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = CELLS * CELL;
  canvas.height = CELL;
  const context = canvas.getContext("2d");
  if (context === null) return canvas;
  context.fillStyle = "#000";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.globalCompositeOperation = "lighter";
  context.lineJoin = "round";
  context.lineCap = "round";
  MARK_ORDER.forEach((kind, cell) => {
    const { outline, detail, stroke } = MARKS[kind];
    const scale = (CELL * GRID_SHARE) / 24;
    const margin = (CELL * (1 - GRID_SHARE)) / 2;
    const shape = new Path2D(outline);
    context.save();
    context.beginPath();
    context.rect(cell * CELL, 0, CELL, CELL);
    context.clip();
    context.translate(cell * CELL + margin, margin);
    context.scale(scale, scale);
    context.fillStyle = "#f00";
    fillPath(context, shape);
    context.strokeStyle = "#0f0";
    context.lineWidth = stroke;
    if (detail !== "") context.stroke(new Path2D(detail));
    context.strokeStyle = "#00f";
    context.lineWidth = 3;
    context.stroke(shape);
    context.fillStyle = "#00f";
    fillPath(context, shape);
    context.restore();
  });
  return canvas;
}

const fillPath = (context: CanvasRenderingContext2D, path: Path2D): void => context.fill(path);
