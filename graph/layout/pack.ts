import type { SettledNode } from "./settle.ts";

const GAP = 26;

/** A settled component around its own centre, with the half-width and half-height it needs. */
interface Block {
  readonly nodes: readonly SettledNode[];
  readonly width: number;
  readonly height: number;
}

/**
 * Pack 拼版: the components of a graph in one picture: the largest in the middle, the others in rows around it so that
 * the whole is about as wide as 5:4. Nothing overlaps; the order is that of the components.
 */
export function pack(components: readonly (readonly SettledNode[])[]): ReadonlyMap<string, readonly [number, number]> {
  const positions = new Map<string, readonly [number, number]>();
  const [main, ...rest] = components.map(blockOf);
  if (main === undefined) return positions;
  const place = (block: Block, x: number, y: number): void => {
    for (const node of block.nodes) positions.set(node.id, [node.x + x, node.y + y]);
  };
  place(main, 0, 0);
  let reach = { left: -main.width / 2, right: main.width / 2, bottom: -main.height / 2, top: main.height / 2 };
  let waiting = rest;
  for (let side = 0; waiting.length > 0; side += 1) {
    const upright = reach.right - reach.left > (reach.top - reach.bottom) * 1.25;
    const length = upright ? reach.right - reach.left : reach.top - reach.bottom;
    const { row, left } = takeRow(waiting, length, upright);
    waiting = left;
    const depth = Math.max(...row.map((block) => (upright ? block.height : block.width)));
    const used = row.reduce((sum, block) => sum + (upright ? block.width : block.height) + GAP, -GAP);
    let at = -used / 2;
    const far = Math.floor(side / 2) % 2 === 0;
    for (const block of row) {
      const size = upright ? block.width : block.height;
      const along = at + size / 2;
      if (upright) {
        const y = far ? reach.bottom - GAP - depth / 2 : reach.top + GAP + depth / 2;
        place(block, (reach.left + reach.right) / 2 + along, y);
      } else {
        const x = far ? reach.right + GAP + depth / 2 : reach.left - GAP - depth / 2;
        place(block, x, (reach.top + reach.bottom) / 2 + along);
      }
      at += size + GAP;
    }
    reach = upright
      ? far
        ? { ...reach, bottom: reach.bottom - GAP - depth }
        : { ...reach, top: reach.top + GAP + depth }
      : far
        ? { ...reach, right: reach.right + GAP + depth }
        : { ...reach, left: reach.left - GAP - depth };
  }
  return positions;
}

/** As many blocks as fit side by side into `length`, at least one. */
function takeRow(blocks: readonly Block[], length: number, upright: boolean): { row: Block[]; left: Block[] } {
  const row: Block[] = [];
  let used = 0;
  for (const block of blocks) {
    const size = (upright ? block.width : block.height) + GAP;
    if (row.length > 0 && used + size > length) break;
    row.push(block);
    used += size;
  }
  return { row, left: blocks.slice(row.length) };
}

function blockOf(nodes: readonly SettledNode[]): Block {
  const left = Math.min(...nodes.map((node) => node.x - node.radius));
  const right = Math.max(...nodes.map((node) => node.x + node.radius));
  const bottom = Math.min(...nodes.map((node) => node.y - node.radius));
  const top = Math.max(...nodes.map((node) => node.y + node.radius));
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return {
    nodes: nodes.map((node) => ({ ...node, x: node.x - x, y: node.y - y })),
    width: right - left,
    height: top - bottom,
  };
}
