export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a name stands beside its mark. */
export type Side = "right" | "left" | "below" | "above";

const SIDES: readonly Side[] = ["right", "below", "left", "above"];
const CELL = 48;

/** Room 占位: which parts of the canvas are taken, by a coarse grid. */
export class Room {
  readonly #cells = new Map<number, Box[]>();
  readonly #within: Box;

  constructor(within: Box) {
    this.#within = within;
  }

  isFree(box: Box): boolean {
    const { left, right, top, bottom } = this.#within;
    if (box.left < left || box.right > right || box.top < top || box.bottom > bottom) return false;
    for (const cell of cellsOf(box)) {
      for (const taken of this.#cells.get(cell) ?? []) {
        if (box.left < taken.right && box.right > taken.left && box.top < taken.bottom && box.bottom > taken.top)
          return false;
      }
    }
    return true;
  }

  take(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes === undefined) this.#cells.set(cell, [box]);
      else boxes.push(box);
    }
  }
}

function* cellsOf(box: Box): Generator<number> {
  for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
    for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield x * 65_536 + y;
  }
}

const GAP = 3;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

const CORNERS: Readonly<Record<Side, (mark: Spot, text: Extent) => readonly [left: number, top: number]>> = {
  right: ({ x, y, radius }, { height }) => [x + radius + GAP, y - height / 2],
  left: ({ x, y, radius }, { width, height }) => [x - radius - GAP - width, y - height / 2],
  below: ({ x, y, radius }, { width }) => [x - width / 2, y + radius + GAP - 1],
  above: ({ x, y, radius }, { width, height }) => [x - width / 2, y - radius - GAP + 1 - height],
};

/** The box of a text on one side of a mark. */
export function boxBeside(side: Side, mark: Spot, text: Extent): Box {
  const [left, top] = CORNERS[side](mark, text);
  return { left, top, right: left + text.width, bottom: top + text.height };
}

/** The first side that is free in every room, the one used last time before others so that names do not jump. */
export function findSide(rooms: readonly Room[], mark: Spot, text: Extent, last: Side | undefined): Side | undefined {
  const order = last === undefined ? SIDES : [last, ...SIDES.filter((side) => side !== last)];
  return order.find((side) => {
    const wanted = boxBeside(side, mark, text);
    return rooms.every((room) => room.isFree(wanted));
  });
}
