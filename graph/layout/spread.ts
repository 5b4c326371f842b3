import type { AbstractGraph } from "graphology-types";
import { noverlap } from "./packaged-layouts.ts";
import { offsetOf } from "./first-places.ts";

/** A graph with the positions and radii that layouts read and write. */
export type Picture = AbstractGraph<{ x: number; y: number; size: number }, { weight: number }>;

const MARGIN = 5;
/** Share of the disc that nodes with their margins may fill. */
const FILL = 0.3;
const STEPS = 120;

/** Spread 消除重叠: scales the picture to a comfortable density around its centre, then pushes overlapping nodes apart. */
export function spread(picture: Picture): void {
  scaleToFill(picture);
  const settings = { margin: MARGIN, ratio: 1, speed: 3, expansion: 1.1, gridSize: gridFor(picture.order) };
  for (let step = 0; step < STEPS; step += 1) {
    partCoincident(picture);
    const before = picture.mapNodes((_, { x, y }) => x + y * 3);
    noverlap.assign(picture, { maxIterations: 1, settings });
    const after = picture.mapNodes((_, { x, y }) => x + y * 3);
    if (after.every((place, index) => Math.abs(place - (before[index] ?? 0)) < 1e-3)) return;
  }
}

const gridFor = (order: number): number => Math.max(1, Math.min(80, Math.round(Math.sqrt(order))));

function scaleToFill(picture: Picture): void {
  let x = 0;
  let y = 0;
  let area = 0;
  picture.forEachNode((_, node) => {
    x += node.x / picture.order;
    y += node.y / picture.order;
    area += (node.size + MARGIN) ** 2;
  });
  let spreadNow = 0;
  picture.forEachNode((_, node) => {
    spreadNow += ((node.x - x) ** 2 + (node.y - y) ** 2) / picture.order;
  });
  /* An even disc of radius R has a mean square distance of R²/2 from its centre. */
  const wanted = area / FILL / 2;
  const scale = spreadNow > 0 ? Math.sqrt(wanted / spreadNow) : 1;
  picture.updateEachNodeAttributes((_, node) => ({ ...node, x: (node.x - x) * scale, y: (node.y - y) * scale }));
}

/** Two nodes on one spot would make noverlap throw dice; they are parted by their ids instead. */
function partCoincident(picture: Picture): void {
  const taken = new Map<number, number[]>();
  picture.forEachNode((id, node) => {
    node.x = Math.fround(node.x);
    node.y = Math.fround(node.y);
    for (let turn = 0; taken.get(node.x)?.includes(node.y) === true; turn += 1) {
      const off = offsetOf(`${id} ${turn}`, 1);
      node.x = Math.fround(node.x + off.x);
      node.y = Math.fround(node.y + off.y);
    }
    const column = taken.get(node.x);
    if (column === undefined) taken.set(node.x, [node.y]);
    else column.push(node.y);
  });
}
