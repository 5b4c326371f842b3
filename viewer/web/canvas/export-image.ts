import { offer } from "../data/offer.ts";
import { MARKS } from "./marks.ts";
import { LINES, type Palette } from "./palette.ts";
import type { Spot } from "./focus-layer.ts";
import type { Stage } from "./stage.ts";

/** What is out of focus keeps this much of its strength, as in the style sheet. */
const DIM = 0.15;

/** The canvas as it is on screen, on paper. */
export function exportPng(stage: Stage, palette: Palette, name: string): void {
  const { width, height } = stage.sigma.getDimensions();
  const canvases = stage.sigma.getCanvases();
  const layers = ["edges", "nodes", "labels"].flatMap((layer) => canvases[layer] ?? []);
  const dimmed = stage.focused === undefined ? 1 : DIM;
  const picture = document.createElement("canvas");
  const scale = (layers[0]?.width ?? width) / width;
  picture.width = width * scale;
  picture.height = height * scale;
  const context = picture.getContext("2d");
  if (context === null) return;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  /* WebGL forgets its picture after the frame, so it is drawn and copied in one go. */
  stage.drawWithCare();
  for (const layer of layers) {
    context.globalAlpha = layer === canvases["labels"] ? 1 : dimmed;
    context.drawImage(layer, 0, 0, picture.width, picture.height);
  }
  picture.toBlob((blob) => {
    if (blob !== null) offer(blob, `${name}.png`);
  }, "image/png");
}

/** The same picture as drawing instructions: lines, marks and names that an editor can take apart. */
export function exportSvg(stage: Stage, palette: Palette, name: string): void {
  offer(new Blob([svgOf(stage, palette)], { type: "image/svg+xml" }), `${name}.svg`);
}

function svgOf(stage: Stage, palette: Palette): string {
  const { sigma, scene } = stage;
  const { width, height } = sigma.getDimensions();
  const focus = stage.focused;
  const spot = (id: string): Spot => stage.spotOf(id) ?? { x: 0, y: 0, radius: 1 };
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    `<g fill="none">`,
  ];
  scene.forEachEdge((id, { line }, source, target) => {
    const from = spot(source);
    const to = spot(target);
    const near = focus !== undefined && (line.source === focus.centre || line.target === focus.centre);
    const { color, opacity: plain } = splitColour(sigma.getEdgeDisplayData(id)?.color ?? palette.hairline);
    const opacity = near ? 0.9 : focus === undefined ? plain : plain * DIM;
    const dash = line.inferred ? ` stroke-dasharray="4.5 3.5"` : "";
    parts.push(
      `<path d="M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}" stroke="${color}" stroke-opacity="${opacity}" stroke-width="${LINES[line.type].width}"${dash}/>`,
    );
  });
  parts.push("</g>");
  scene.forEachNode((id, { thing }) => {
    const { x, y, radius } = spot(id);
    const color = palette.kinds[thing.kind];
    const opacity = focus === undefined || focus.centre === thing || focus.near.has(thing) ? 1 : DIM;
    const scale = radius / 12;
    const { outline, detail, stroke } = MARKS[thing.kind];
    const cut =
      detail === "" ? "" : `<path d="${detail}" fill="none" stroke="${palette.paper}" stroke-width="${stroke}"/>`;
    parts.push(
      `<g transform="translate(${n(x - 12 * scale)} ${n(y - 12 * scale)}) scale(${n(scale)})" opacity="${opacity}"><title>${escape(thing.name)}</title><path d="${outline}" fill="${color}" stroke="${palette.paper}" stroke-width="1.5" paint-order="stroke"/>${cut}</g>`,
    );
  });
  parts.push(
    `<g font-family="${escape(palette.font)}" paint-order="stroke" stroke="${palette.paper}" stroke-width="3.5">`,
  );
  for (const { item, size, weight, left, middle } of stage.names) {
    parts.push(
      `<text x="${n(left)}" y="${n(middle + size * 0.36)}" font-size="${size}" font-weight="${weight}" fill="${palette.ink}">${escape(item.name)}</text>`,
    );
  }
  parts.push("</g></svg>");
  return parts.join("\n");
}

const n = (value: number): string => (Math.round(value * 100) / 100).toString();

function splitColour(colour: string): { color: string; opacity: number } {
  if (colour.length !== 9) return { color: colour, opacity: 1 };
  return { color: colour.slice(0, 7), opacity: Math.round((Number.parseInt(colour.slice(7), 16) / 255) * 100) / 100 };
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/gu, (char) => ESCAPES[char] ?? char);
