import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { History, historyFile } from "../../../cli/shell/history.io.ts";
import { scratchFolder } from "../run-ceyuan.ts";

const mode = (path: string): number => statSync(path).mode & 0o777;

describe("history", () => {
  test("is kept at once, the newest first, for the next shell", () => {
    const file = join(scratchFolder(), "new", "ceyuan", "history");
    const history = History.open(file);
    expect(history.lines).toEqual([]);
    for (const line of ["RETURN 1;", "  ", ":list", "RETURN '甲';"]) history.add(line);
    expect(History.open(file).lines).toEqual(["RETURN '甲';", ":list", "RETURN 1;"]);
  });

  test.skipIf(process.platform === "win32")("is the owner's alone (needs POSIX modes)", () => {
    const folder = scratchFolder();
    const file = join(folder, "ceyuan", "history");
    History.open(file).add("RETURN 1;");
    expect([mode(file), mode(join(folder, "ceyuan"))]).toEqual([0o600, 0o700]);
    writeFileSync(join(folder, "open"), "RETURN 2;\n", { mode: 0o644 });
    History.open(join(folder, "open"));
    expect(mode(join(folder, "open"))).toBe(0o600);
  });

  test("does not grow without end", () => {
    const file = join(scratchFolder(), "history");
    writeFileSync(file, Array.from({ length: 2500 }, (_, at) => `RETURN ${at};\n`).join(""));
    expect(History.open(file).lines).toHaveLength(1000);
    const kept = readFileSync(file, "utf8").split("\n");
    expect([kept.length, kept[0]]).toEqual([1001, "RETURN 1500;"]);
  });

  test("that cannot be kept is no failure", () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "history"));
    const history = History.open(join(folder, "history"));
    history.add("RETURN 1;");
    expect(history.lines).toEqual([]);
  });

  test("stands among the user's settings", () => {
    expect(historyFile({ XDG_CONFIG_HOME: "/settings" })).toBe(join("/settings", "ceyuan", "history"));
    expect(historyFile({ HOME: "/home/甲", APPDATA: "/data" })).toBe(
      process.platform === "win32"
        ? join("/data", "ceyuan", "history")
        : join("/home/甲", ".config", "ceyuan", "history"),
    );
  });
});
