import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandWords, quotedWord } from "../../../cli/shell/command-words.ts";
import { Entries } from "../../../cli/shell/entries.ts";

const rows: readonly [lines: readonly string[], entries: readonly string[], pending: string, why: string][] = [
  [["RETURN 1 AS a;"], ["RETURN 1 AS a"], "", "one line"],
  [["MATCH (n)", "RETURN n;"], ["MATCH (n)\nRETURN n"], "", "several lines"],
  [["RETURN 1; RETURN 2;"], ["RETURN 1", "RETURN 2"], "", "two in a line"],
  [["RETURN 1; RETURN", "2;"], ["RETURN 1", "RETURN\n2"], "", "the second goes on"],
  [["RETURN ';' AS a;"], ["RETURN ';' AS a"], "", "a semicolon in quotation marks"],
  [["RETURN 'a", "b;c' AS a;"], ["RETURN 'a\nb;c' AS a"], "", "quotation marks over lines"],
  [["RETURN 1 // a;", ";"], ["RETURN 1 // a;"], "", "a semicolon in a comment"],
  [["/* a;", "b */ RETURN 1;"], ["/* a;\nb */ RETURN 1"], "", "a comment over lines"],
  [["RETURN `a;b`;"], ["RETURN `a;b`"], "", "a semicolon in a name"],
  [[":help"], [":help"], "", "a command takes no semicolon"],
  [["  :list agency "], [":list agency"], "", "spaces about a command"],
  [["MATCH (n", ":Agency) RETURN n;"], ["MATCH (n\n:Agency) RETURN n"], "", "a colon that goes on"],
  [["", "  ", "// nothing", ";;"], [], "", "nothing at all"],
  [["// about", ":help"], [":help"], "", "a command after a comment"],
  [["RETURN 1"], [], "RETURN 1", "not ended"],
];
describe("entries", () => {
  test.each(rows)("%j", (lines, expected, pending) => {
    const entries = new Entries();
    expect(lines.flatMap((line) => entries.add(line))).toEqual(expected);
    expect(entries.pending).toBe(pending);
    expect(entries.take()).toEqual(pending === "" ? [] : [pending]);
    expect(entries.pending).toBe("");
  });
});

describe("words of a command", () => {
  test.each([
    [":run a b=c", [":run", "a", "b=c"]],
    [':run a b="甲 乙" c=d', [":run", "a", "b=甲 乙", "c=d"]],
    [':param a="say \\"x\\""', [":param", 'a=say "x"']],
    [':param a="not closed', [":param", "a=not closed"]],
    [":list　agency", [":list", "agency"]],
  ])("%s", (line, expected) => {
    expect(commandWords(line)).toEqual(expected);
  });

  test("any word comes back as it was quoted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (word) => {
        expect(commandWords(`:run ${quotedWord(word)}`)).toEqual([":run", word]);
      }),
      { seed: 20261121 },
    );
  });
});
