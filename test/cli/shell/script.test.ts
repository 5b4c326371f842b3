import { spawn, spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../../graph/package-root.io.ts";
import { ceyuan, scratchFolder, startCeyuan } from "../run-ceyuan.ts";

const NOTICE = `松林市水务局关于整治河道的通知
松水发〔2022〕3号
一、清理河道垃圾。（牵头单位：市水务局；责任单位：市城管局）
松林市水务局
2022年4月1日
`;
const ENDLESS = "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m) RETURN count(*) AS n;";

const folder = scratchFolder();
beforeAll(async () => {
  writeFileSync(join(folder, "rivers.txt"), NOTICE);
  const { code, err } = await ceyuan(["build", "rivers.txt"], folder);
  if (code !== 0) throw new Error(err);
});

const shell = async (script: string, args: readonly string[] = []) => ceyuan(["shell", ...args], folder, {}, script);

describe("a script", () => {
  test("is run statement by statement, the last without its semicolon; nothing is prompted", async () => {
    const script = ":format jsonl\r\nRETURN 1 AS a;\r\nRETURN\r\n'一;二' AS b; RETURN 3 AS c\r\n";
    expect(await shell(script)).toEqual({ code: 0, out: '{"a":1}\n{"b":"一;二"}\n{"c":3}\n', err: "" });
  });

  test("goes on after an error and fails in the end", async () => {
    const script = "CREATE (n);\nNONSENSE;\n:run agency-taks\n:nothing\nRETURN 4 AS d;\n";
    const { code, out, err } = await shell(script, ["--format", "csv"]);
    expect({ code, out }).toEqual({ code: 1, out: "d\r\n4\r\n" });
    expect(err.match(/^错误 /gmu)).toHaveLength(5);
    expect(err).toContain("agency-tasks");
    expect(err).toMatch(/\n错误 没有命令 :nothing\n[^]*错误 有 4 条没有成功\n$/u);
  });

  test("stops at :quit", async () => {
    expect(await shell("RETURN 1 AS a;\n:quit\nRETURN 2 AS b;\n", ["-f", "jsonl"])).toEqual({ code: 0, out: '{"a":1}\n', err: "" }); // biome-ignore format: one idea
  });

  test("sets parameters for statements and saved queries", async () => {
    const script = `:param most=2 agency=市水务局 words="甲 乙"
:param
RETURN $most AS most, $words AS words;
:run agency-tasks
:run agency-tasks agency=市城管具
:param most=
RETURN $most AS most;
:param x
`;
    const { code, out, err } = await shell(script, ["-f", "jsonl"]);
    expect(code).toBe(1);
    expect(out).toMatch(/^most=2\nagency=市水务局\nwords=甲 乙\n\{"most":2,"words":"甲 乙"\}\n\{"task":"清理/u);
    expect(err).toContain("市城管局");
    expect(err).toContain("$most");
    expect(err).toContain("参数要写成 名称=值，而不是 x");
  });

  test("lists, shows, explains and describes, in English too", async () => {
    const script =
      ":list workload\n:show agency-workload\n:schema\nexplain MATCH (a:Agency) RETURN a.id AS id;\n:help\n";
    const { code, out, err } = await shell(script, ["--lang", "en"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^name +what it answers +parameters +tags\n─.*\n(?:.*\n)*agency-workload /u);
    expect(out).toMatch(/\nAgency +[A-Za-z ]+ \d+ +.*\bname\b/u);
    expect(out).toMatch(/\nLEADS +[A-Za-z ]+ \d+ +.*\bquote\b/u);
    expect(out).toMatch(/NodeScan \(a:Agency\)\n/u);
    expect(out).toMatch(/\n {2}:quit +leave/u);
  });

  test("runs queries of one's own and keeps to the limits", async () => {
    const { out, err } = await shell("MATCH (n) RETURN n.id AS id;\n", ["--limit", "1", "--format", "jsonl"]);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toBe("后面还有，只列出了这些行（用 --limit 放宽）\n");
    const timed = await shell(`${ENDLESS}\nRETURN 5 AS e;\n`, ["--timeout", "0.5", "--format", "jsonl"]);
    expect(timed).toMatchObject({ code: 1, out: '{"e":5}\n', err: expect.stringContaining("500 毫秒") as string });
  });

  test("of nothing does nothing", async () => {
    expect(await shell("")).toEqual({ code: 0, out: "", err: "" });
  });

  test("needs a graph, and formats that text can hold", async () => {
    expect((await ceyuan(["shell"], scratchFolder())).err).toMatch(/ceyuan build/u);
    expect(await shell("", ["--format", "xlsx"])).toMatchObject({ code: 2 });
  });

  test.skipIf(process.platform === "win32")(
    "Ctrl+C stops the query that runs, not the script (needs POSIX signals)",
    async () => {
      const out: string[] = [];
      let code: number | null = null;
      // On a busy machine the signal may come before the second query runs: then the next try waits longer.
      for (const delay of [500, 4000, 12_000]) {
        if (code === 1) break;
        const child = startCeyuan(["shell", "--format", "jsonl"], folder);
        out.length = 0;
        child.stdout.on("data", (chunk: Buffer) => {
          out.push(chunk.toString("utf8"));
          if (out.length === 1) setTimeout(() => child.kill("SIGINT"), delay);
        });
        child.stdin.end(`RETURN 1 AS ready;\n${ENDLESS}\nRETURN 6 AS f;\n`);
        code = await new Promise((resolve) => child.on("close", resolve));
      }
      expect(code).toBe(1);
      expect(out.join("")).toBe('{"ready":1}\n{"f":6}\n');
    },
  );

  test.skipIf(process.platform === "win32")(
    "Ctrl+C while nothing runs ends with 130 (needs POSIX signals)",
    async () => {
      const child = startCeyuan(["shell", "--format", "jsonl"], folder);
      child.stdout.once("data", () => setTimeout(() => child.kill("SIGINT"), 300));
      child.stdin.write("RETURN 1 AS ready;\n");
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(130);
    },
  );

  test.skipIf(process.platform === "win32")(
    "a reader that stops early is no failure (needs a POSIX shell)",
    async () => {
      const child = startCeyuan(["shell"], folder);
      child.stdout.destroy();
      child.stdin.on("error", () => undefined).end("RETURN 1 AS a;\nRETURN 2 AS b;\n");
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    },
  );
});

const hasTerminals = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;

test.skipIf(!hasTerminals)(
  "on a real terminal it prompts, survives Ctrl+C and keeps its history (needs script of util-linux)",
  async () => {
    const program = [process.execPath, "--import", import.meta.resolve("tsx"), join(packageRoot(), "cli", "main.ts"), "shell"]; // biome-ignore format: one idea
    const settings = join(folder, "settings");
    const { PATH } = process.env;
    const child = spawn("script", ["-qec", program.map((word) => `'${word}'`).join(" "), "/dev/null"], {
      cwd: folder,
      env: { PATH, LANG: "zh_CN.UTF-8", TERM: "xterm", XDG_CONFIG_HOME: settings, HOME: folder },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const steps: readonly [said: string, typed: string][] = [
      ["ceyuan> ", `${ENDLESS}\r`],
      ["AS n;", ""],
      ["已停止这个查询", "RETURN 41 + 1 AS answer;\r"],
      ["42", ":quit\r"],
    ];
    let step = 0;
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
      for (let next = steps[step]; next !== undefined && text.includes(next[0]); next = steps[step]) {
        text = text.slice(text.indexOf(next[0]) + next[0].length);
        const [, typed] = next;
        if (typed === "") setTimeout(() => child.stdin.write("\u{3}"), 500);
        else child.stdin.write(typed);
        step++;
      }
    });
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    expect(step).toBe(steps.length);
    expect(readFileSync(join(settings, "ceyuan", "history"), "utf8")).toBe(`${ENDLESS}\nRETURN 41 + 1 AS answer;\n:quit\n`); // biome-ignore format: one idea
    expect(statSync(join(settings, "ceyuan", "history")).mode & 0o777).toBe(0o600);
  },
);
