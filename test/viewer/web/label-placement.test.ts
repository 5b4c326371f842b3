import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Box, boxBeside, findSide, Room, type Side } from "../../../viewer/web/canvas/label-placement.ts";

const canvas: Box = { left: 0, top: 0, right: 800, bottom: 600 };
const text = { width: 80, height: 16 };

describe("placing names", () => {
  test.each<[{ x: number; y: number; radius: number }, Side, string]>([
    [{ x: 400, y: 300, radius: 8 }, "right", "free on all sides"],
    [{ x: 780, y: 300, radius: 8 }, "left", "no room at the right edge"],
    [{ x: 750, y: 590, radius: 8 }, "left", "in the lower right corner"],
  ])("%o → %s: %s", (mark, side) => {
    expect(findSide([new Room(canvas)], mark, text, undefined)).toBe(side);
  });

  test("a name keeps its side while it can", () => {
    expect(findSide([new Room(canvas)], { x: 400, y: 300, radius: 8 }, text, "above")).toBe("above");
  });

  test("a name that fits nowhere is left out", () => {
    const room = new Room(canvas);
    room.take(canvas);
    expect(findSide([room], { x: 400, y: 300, radius: 8 }, text, undefined)).toBeUndefined();
  });

  test("no two placed names overlap", () => {
    const mark = fc.record({ x: fc.nat(800), y: fc.nat(600), radius: fc.integer({ min: 2, max: 20 }) });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 80 }), (marks) => {
        const room = new Room(canvas);
        const boxes: Box[] = [];
        for (const each of marks) {
          const side = findSide([room], each, text, undefined);
          if (side === undefined) continue;
          const box = boxBeside(side, each, text);
          const overlaps = boxes.some(
            (other) =>
              box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
          );
          expect(overlaps).toBe(false);
          boxes.push(box);
          room.take(box);
        }
      }),
      { seed: 20261121, numRuns: 60 },
    );
  });
});
