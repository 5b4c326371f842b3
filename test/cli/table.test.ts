import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { formatTable, printable, truncate } from "../../cli/table.ts";

describe("a table", () => {
  test("lines up hanzi and letters", () => {
    const table = formatTable(["单位", "n"], [["市文旅局", "3"], ["Bureau", "12"]], undefined); // biome-ignore format: a table
    expect(table.split("\n")).toEqual(["单位      n", "────────  ──", "市文旅局  3", "Bureau    12", ""]);
  });

  test("keeps to the terminal, the widest column giving way first", () => {
    const row = ["甲局", "一项内容很长很长很长很长的任务，说了许多话", "牵头"];
    const lines = formatTable(["单位", "任务", "角色"], [row], 30).trimEnd().split("\n");
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(30);
    expect(lines[2]).toMatch(/^甲局 {2}一项内容很长.*… {2,3}牵头$/u);
  });

  test("is whole where the output is no terminal", () => {
    const long = "任务".repeat(200);
    expect(formatTable(["t"], [[long]], undefined)).toContain(long);
  });

  test("leaves columns wide enough to read, however narrow the terminal", () => {
    const table = formatTable(["a", "b"], [["甲乙丙丁戊", "甲乙丙丁戊"]], 4);
    expect(table).toContain("甲乙…");
  });

  test("ends rows that are too short with empty cells", () => {
    expect(formatTable(["a", "b"], [["1"]], undefined)).toBe("a  b\n─\u{20}\u{20}─\n1\n");
  });
});

describe("text for the terminal", () => {
  const rows: readonly [string, number, string, string][] = [
    ["任务清单", 8, "任务清单", "fits"],
    ["任务清单", 7, "任务清…", "six columns of hanzi and the mark"],
    ["任务清单", 6, "任务…", "a hanzi is not halved"],
    ["👨‍👩‍👧家庭", 4, "👨‍👩‍👧…", "nor is a composed sign"],
  ];
  test.each(rows)("%s in %i columns is %s: %s", (text, width, expected) => {
    expect(truncate(text, width)).toBe(expected);
  });

  test("cannot move the cursor, ring or turn the writing round", () => {
    expect(printable("甲\u{1B}[2J乙\u{7}\u{202E}丙\r\n丁")).toBe("甲[2J乙丙 丁");
  });
});
