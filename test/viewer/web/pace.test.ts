import { expect, test } from "vitest";
import { Pace } from "../../../viewer/web/canvas/pace.ts";

const rows: readonly [readonly number[], boolean, string][] = [
  [[], false, "nothing drawn yet"],
  [[0, 16, 32, 48, 64], false, "sixty pictures a second"],
  [[0, 250], false, "one slow picture says nothing: a page that has just loaded is busy"],
  [[0, 250, 500], true, "two in a row do"],
  [[0, 250, 266, 516], false, "two, but not in a row"],
  [[0, 900, 1900, 2900], false, "pauses between single steps are no slowness"],
  [[0, 250, 500, 516, 532, 548], true, "drawn in haste it is fast, and stays so"],
];

test.each(rows)("pictures at %j are slow: %s (%s)", (times, slow) => {
  const pace = new Pace();
  for (const time of times) pace.drew(time);
  expect(pace.isSlow).toBe(slow);
});

test("another picture is judged anew", () => {
  const pace = new Pace();
  for (const time of [0, 250, 500]) pace.drew(time);
  pace.reset();
  expect(pace.isSlow).toBe(false);
});
