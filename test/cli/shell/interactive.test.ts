import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { History } from "../../../cli/shell/history.io.ts";
import { runShell } from "../../../cli/shell/run-shell.ts";
import { Session } from "../../../cli/shell/session.ts";
import { words } from "../../../cli/words/index.ts";
import { CeyuanError } from "../../../graph/model/errors.ts";
import { loadOntology } from "../../../graph/schema/ontology.io.ts";
import type { QueryOptions, Store } from "../../../graph/stores/store.ts";
import { loadCatalog } from "../../../queries/catalog.io.ts";
import { recordedChannel } from "../recorded-terminal.ts";
import { scratchFolder } from "../run-ceyuan.ts";

/** Answers `RETURN n` with n, and `FOREVER` never. */
function slowStore(): Pick<Store, "query"> {
  return {
    query: (cypher: string, _parameters: unknown, { signal }: QueryOptions = {}) =>
      cypher === "FOREVER"
        ? new Promise((_resolve, reject) => {
            signal?.addEventListener("abort", () => reject(new CeyuanError("query-cancelled", "stopped")));
          })
        : Promise.resolve({ columns: ["n"], rows: [[cypher.replace(/RETURN\s+/u, "")]], truncated: false }),
  };
}

const CTRL_C = "\u{3}";
const CTRL_D = "\u{4}";

/** A shell with somebody at the keyboard, who waits for what must come before typing on. */
function shell(history = History.open(join(scratchFolder(), "history"))) {
  const input = new PassThrough();
  const out = recordedChannel(true);
  const err = recordedChannel(true);
  const terminal = { language: "zh", words: words("zh"), out: out.channel, err: err.channel } as const;
  const around = {
    store: slowStore() as Store,
    catalog: loadCatalog(),
    ontology: loadOntology(),
    limits: { timeoutMs: 1000, rowCap: 10 },
    terminal,
  };
  const ended = runShell(new Session(around, "csv"), { input, history, isVerbose: false });
  let seen = 0;
  /** Waits for what must be written next, after all that was waited for before. */
  const until = async (text: string): Promise<void> => {
    for (let turn = 0; turn < 500; turn++) {
      const at = out.text().indexOf(text, seen);
      if (at !== -1) seen = at + text.length;
      if (at !== -1 || err.text().includes(text)) return;
      await wait(10);
    }
    throw new Error(`waited for ${text} in:\n${out.text()}\n${err.text()}`);
  };
  return { type: (keys: string) => input.write(keys), until, ended, out: out.text, err: err.text };
}

describe("at the keyboard", () => {
  const folder = scratchFolder();

  test("a statement over two lines is prompted for, run and kept", async () => {
    const { type, until, ended, err } = shell(History.open(join(folder, "history")));
    await until("ceyuan> ");
    type("RETURN\r");
    await until("     … ");
    type(" 7;\r");
    await until("n\r\n7\r\n");
    type(":quit\r");
    expect([await ended, err()]).toEqual([0, ""]);
    expect(History.open(join(folder, "history")).lines).toEqual([":quit", " 7;", "RETURN"]);
  });

  test("Ctrl+C stops the query and the shell goes on", async () => {
    const { type, until, ended, err } = shell();
    await until("ceyuan> ");
    type("FOREVER;\r");
    await wait(50);
    type(CTRL_C);
    await until("已停止这个查询");
    type("RETURN 8;\r");
    await until("8\r\n");
    type(CTRL_D);
    expect(await ended).toBe(1);
    expect(err()).toBe("已停止这个查询\n");
  });

  test("Ctrl+C drops what was typed; with nothing typed it says how to leave", async () => {
    const { type, until, ended, out, err } = shell();
    await until("ceyuan> ");
    type("BROKEN\r");
    await until("     … ");
    type("more");
    type(CTRL_C);
    await until("^C");
    type(CTRL_C);
    await until("输入 :quit 或按 Ctrl+D 退出");
    type("RETURN 9;\r");
    await until("9\r\n");
    type(CTRL_D);
    expect(await ended).toBe(0);
    expect(out()).not.toMatch(/BROKEN[^]*BROKEN/u);
    expect(err()).toBe("");
  });

  test("Tab completes, the arrow brings back what an earlier shell was told", async () => {
    const file = join(folder, "earlier");
    History.open(file).add("RETURN 10;");
    const { type, until, ended } = shell(History.open(file));
    await until("ceyuan> ");
    type("\u{1B}[A");
    await until("RETURN 10;");
    type("\r");
    await until("10\r\n");
    type(":form");
    type("\t");
    await until(":format ");
    type("json\r");
    type("RETURN 11;\r");
    await until('"n": "11"');
    type(":quit\r");
    expect(await ended).toBe(0);
    expect(History.open(file).lines).toEqual([":quit", "RETURN 11;", ":format json", "RETURN 10;", "RETURN 10;"]); // biome-ignore format: one idea
  });

  test("an error is told and the shell goes on", async () => {
    const { type, until, ended, err } = shell();
    await until("ceyuan> ");
    type(":lsit\r");
    await until("没有命令 :lsit");
    type("RETURN 12;\r");
    await until("12\r\n");
    type(":quit\r");
    expect(await ended).toBe(1);
    expect(err()).toContain(":list");
  });
});
