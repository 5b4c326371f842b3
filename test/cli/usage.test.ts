import { describe, expect, test } from "vitest";
import type { Language } from "../../cli/language.ts";
import { run } from "../../cli/run.ts";
import { recordedTerminal } from "./recorded-terminal.ts";
import { ceyuan, type Ended, scratchFolder } from "./run-ceyuan.ts";

const COMMANDS = [
  "build",
  "export",
  "query",
  "search",
  "queries",
  "shell",
  "explain",
  "push",
  "remove",
  "serve",
  "start",
];

async function say(args: readonly string[], language: Language = "zh"): Promise<Ended> {
  const { terminal, out, err } = recordedTerminal(language);
  const code = await run(args, terminal);
  return { code, out: out(), err: err() };
}

describe("help", () => {
  test.each(COMMANDS)("of %s has examples and the options that all commands take, in Chinese", async (command) => {
    const { code, out, err } = await say([command, "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(new RegExp(`^用法： ceyuan ${command} .*\\n[^]*\\n示例：\\n {2}\\$ ceyuan ${command}`, "u"));
    expect(out).toMatch(/\n通用选项：\n[^]* --store <dir> /u);
    expect(out).not.toMatch(/\b(?:Usage|Options|Arguments|default|choices)\b/u);
  });

  test.each(COMMANDS)("of %s is English where that is asked, examples aside", async (command) => {
    const { code, out } = await say(["help", command], "en");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: ceyuan ${command} .*\\n[^]*\\nExamples:\\n {2}\\$ ceyuan ${command}`, "u"));
    expect(out.slice(0, out.indexOf("Examples:"))).not.toMatch(/\p{Script=Han}/u);
  });

  test("of the program names every command, in the order of their use", async () => {
    const { code, out } = await say(["--help"]);
    expect(code).toBe(0);
    expect([...out.matchAll(/^ {2}([a-z]+) /gmu)].map((line) => line[1])).toEqual([...COMMANDS, "help"]);
  });

  test("the version is the package's", async () => {
    expect((await say(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe("wrong usage ends with 2 and says what was wrong", () => {
  const form = "\n提示：用法见 ceyuan --help\n";
  const either =
    "错误 给出一个查询名称，或用 --cypher 给出语句，或用 --list、--show 查看，只取其一\n提示：ceyuan query --list 列出全部查询\n";
  const rows: readonly [readonly string[], string][] = [
    [["biuld"], "错误 没有命令 biuld\n提示：是不是 build？\n"],
    [["build", "--forse"], "错误 没有选项 --forse\n提示：是不是 --force？\n"],
    [["build", "--max-size", "-1"], "错误 选项 --max-size <mb> 的值不对：-1\n提示：要一个不小于 0.001 的数\n"],
    [["export", "--format", "csv"], "错误 csv 是一组文件，请用 --output 给出文件夹\n"],
    [["export", "--store", "neo4j://host"], expect.stringMatching(/^错误 export 读的是建图的文件夹/u) as string],
    [
      ["export", "--format", "xml"],
      expect.stringMatching(
        /^错误 选项 -f, --format <format> 的值不对：xml\n提示：可以是 json, jsonl, .*graphml/u,
      ) as string,
    ],
    [["export", "--output"], `错误 选项 -o, --output <file> 后面要有值${form}`],
    [["export", "graph.json"], `错误 参数太多${form}`],
    [["serve", "--port", "80a"], "错误 选项 --port <port> 的值不对：80a\n提示：端口是 0 到 65535 之间的整数\n"],
    [["serve", "--port", "70000"], "错误 选项 --port <port> 的值不对：70000\n提示：端口是 0 到 65535 之间的整数\n"],
    [["query"], either],
    [["query", "a", "--cypher", "b"], either],
    [["query", "a", "--param", "x"], "错误 --param 要写成 名称=值，而不是 x\n"],
    [["query", "a", "--list"], either],
    [["query", "a", "--show", "b"], either],
    [["query", "a", "--tag", "b"], "错误 --tag 只用于 --list\n"],
    [["query", "a", "--limit", "0"], "错误 选项 --limit <rows> 的值不对：0\n提示：要一个不小于 1 的整数\n"],
    [["query", "a", "--limit", "1.5"], "错误 选项 --limit <rows> 的值不对：1.5\n提示：要一个不小于 1 的整数\n"],
    [["query", "a", "--timeout", "0"], "错误 选项 --timeout <seconds> 的值不对：0\n提示：要一个不小于 0.1 的数\n"],
    [
      ["query", "a", "--format", "xls"],
      "错误 选项 -f, --format <format> 的值不对：xls\n提示：可以是 table, csv, json, jsonl, xlsx\n",
    ],
    [["build", "--lang", "fr"], "错误 选项 --lang <lang> 的值不对：fr\n提示：可以是 zh, en\n"],
  ];
  test.each(rows)("%j", async (args, err) => {
    expect(await say(args)).toEqual({ code: 2, out: "", err });
  });

  test("no command at all gets the help", async () => {
    const { code, out, err } = await say([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^用法： ceyuan \[选项\] \[命令\]\n/u);
  });

  test("an unknown query is told with the nearest name", async () => {
    const { code, err } = await say(["query", "agency-worklaod"]);
    expect(code).toBe(2);
    expect(err).toContain("agency-workload");
  });

  test("in English too, from the process itself", async () => {
    const ended = await ceyuan(["build", "--forse"], scratchFolder(), { LANG: "en_US.UTF-8" });
    expect(ended).toEqual({ code: 2, out: "", err: "error unknown option --forse\nhint: did you mean --force?\n" });
  });
});

describe("a store without a graph", () => {
  test.each([[["export"]], [["query", "--cypher", "MATCH (n) RETURN n"]]])(
    "%j fails with 1 and says how to get one",
    async (args) => {
      const { code, out, err } = await ceyuan(args, scratchFolder());
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toMatch(/^错误 .*\n提示：.*ceyuan build/u);
      expect(err).not.toContain("    at ");
    },
  );

  test("the stack of an error is shown when asked for", async () => {
    const { err } = await ceyuan(["export", "--verbose"], scratchFolder());
    expect(err).toContain("    at ");
  });
});
