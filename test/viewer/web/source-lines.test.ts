import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentsOf, sourceLines, type TextRange } from "../../../viewer/web/data/source-lines.ts";

const range = (from: number, to: number, tone: TextRange["tone"] = "focus"): TextRange => ({ from, to, tone });

/** The words that the page shows under a tone. */
const shown = (text: string, ranges: readonly TextRange[], tone: TextRange["tone"]): string =>
  sourceLines(text, ranges)
    .flatMap(segmentsOf)
    .filter((segment) => segment.ranges.some((under) => under.tone === tone))
    .map((segment) => segment.text)
    .join("");

describe("the lines of an original text", () => {
  test.each([
    ["牵头单位：市水务局。", [range(5, 9)], "市水务局", "words in one line"],
    ["市水\n务局牵头", [range(0, 5)], "市水务局", "words over a line break"],
    ["甲\r\n市水务局\r\n", [range(3, 7)], "市水务局", "Windows line ends count"],
    ["市水务局", [range(0, 4), range(1, 2, "cue")], "市水务局", "ranges within ranges"],
    ["市水务局", [], "", "nothing to show"],
  ])("%j shows %#: %s", (text, ranges, expected) => {
    expect(shown(text, ranges, "focus")).toBe(expected);
  });

  test("of several empty lines one is kept, and places stay those of the file", () => {
    const lines = sourceLines("\n\n一、\n\n\n二、\n", []);
    expect(lines.map(({ from, text }) => [from, text])).toEqual([
      [2, "一、"],
      [5, ""],
      [7, "二、"],
      [10, ""],
    ]);
  });

  test("whatever the text and the range, exactly its characters are shown", () => {
    const char = fc.constantFrom("市", "局", "、", " ", "\n", "a");
    fc.assert(
      fc.property(fc.array(char, { minLength: 1, maxLength: 60 }), fc.nat(60), fc.nat(20), (chars, from, length) => {
        const text = chars.join("");
        const to = Math.min(text.length, from + length);
        if (from >= to) return;
        const visible = (words: string): string => words.replace(/\s/gu, "");
        expect(visible(shown(text, [range(from, to)], "focus"))).toBe(visible(text.slice(from, to)));
      }),
      { seed: 20261121, numRuns: 400 },
    );
  });
});
