import type { SettledNode } from "./settle.ts";

const GAP = 24;
/** About how much wider than high the whole picture should be. */
const ASPECT = 1.35;

/** A settled component around its own centre. */
interface Block {
  readonly nodes: readonly SettledNode[];
  readonly width: number;
  readonly height: number;
}

type Positions = Map<string, readonly [number, number]>;

/**
 * Pack 拼版: the components of a graph in one picture: the largest first, the others in rows beside or below it, so that
 * nothing overlaps and the whole keeps the shape of a screen. The order is that of the components.
 */
export function pack(components: readonly (readonly SettledNode[])[]): ReadonlyMap<string, readonly [number, number]> {
  const positions: Positions = new Map();
  const [main, ...rest] = components.map(blockOf);
  if (main === undefined) return positions;
  place(positions, main, 0, 0);
  if (rest.length === 0) return positions;
  const beside = main.width < main.height * ASPECT;
  const widest = Math.max(...rest.map(({ width }) => width));
  const width = beside ? Math.max(widest, widthFor(rest, main.height)) : Math.max(widest, main.width);
  const rows = shelves(rest, width);
  const height = rows.reduce((sum, row) => sum + heightOf(row) + GAP, -GAP);
  const left = beside ? main.width / 2 + 2 * GAP : -width / 2;
  let y = beside ? height / 2 : -main.height / 2 - 2 * GAP;
  for (const row of rows) {
    let x = left;
    for (const block of row) {
      place(positions, block, x + block.width / 2, y - heightOf(row) / 2);
      x += block.width + GAP;
    }
    y -= heightOf(row) + GAP;
  }
  return positions;
}

/** The least width at which the rows of blocks are no higher than `height`. */
function widthFor(blocks: readonly Block[], height: number): number {
  const area = blocks.reduce((sum, block) => sum + (block.width + GAP) * (block.height + GAP), 0);
  let width = area / height;
  for (let turn = 0; turn < 40; turn += 1) {
    if (shelves(blocks, width).reduce((sum, row) => sum + heightOf(row) + GAP, 0) <= height + GAP) return width;
    width *= 1.06;
  }
  return width;
}

/** Blocks in rows no wider than `width`, in their order; a row has at least one. */
function shelves(blocks: readonly Block[], width: number): Block[][] {
  const rows: Block[][] = [];
  let row: Block[] = [];
  let used = 0;
  for (const block of blocks) {
    if (row.length > 0 && used + block.width > width) {
      rows.push(row);
      row = [];
      used = 0;
    }
    row.push(block);
    used += block.width + GAP;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

const heightOf = (row: readonly Block[]): number => Math.max(...row.map((block) => block.height));

function place(positions: Positions, block: Block, x: number, y: number): void {
  for (const node of block.nodes) positions.set(node.id, [node.x + x, node.y + y]);
}

function blockOf(nodes: readonly SettledNode[]): Block {
  const left = least(nodes.map((node) => node.x - node.radius));
  const right = -least(nodes.map((node) => -node.x - node.radius));
  const bottom = least(nodes.map((node) => node.y - node.radius));
  const top = -least(nodes.map((node) => -node.y - node.radius));
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return {
    nodes: nodes.map((node) => ({ ...node, x: node.x - x, y: node.y - y })),
    width: right - left,
    height: top - bottom,
  };
}

/** Without spreading: a component may hold more nodes than a call takes arguments. */
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
