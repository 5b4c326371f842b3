import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as sheets from "@e965/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { ceyuan, scratchFolder, startCeyuan } from "./run-ceyuan.ts";

const NOTICE = `松林市水务局关于整治河道的通知
松水发〔2022〕3号
一、清理河道垃圾。（牵头单位：市水务局；责任单位：市城管局）
二、修补堤岸。（牵头单位：市水务局）
松林市水务局
2022年4月1日
`;

const OWN = `// ---
// title: { zh: 单位名录, en: Names of bodies }
// description: { zh: 名称里有这几个字的单位。, en: Bodies with these words in their names. }
// tags: [own]
// parameters:
//   words: { type: string, default: 松林, zh: 字, en: Words }
//   most: { type: integer, default: 10, zh: 最多, en: Most }
// columns:
//   name: { zh: 名称, en: Name }
//   kind: { zh: 性质, en: Kind, codes: Agency.kind }
// ---
MATCH (a:Agency) WHERE a.name CONTAINS $words AND $most > 0
RETURN a.name AS name, a.kind AS kind ORDER BY name
`;

const folder = scratchFolder();
beforeAll(async () => {
  writeFileSync(join(folder, "rivers.txt"), NOTICE);
  mkdirSync(join(folder, "own"));
  writeFileSync(join(folder, "own", "bodies.cypher"), OWN);
  const { code, err } = await ceyuan(["build", "rivers.txt"], folder);
  if (code !== 0) throw new Error(err);
});

const NAMES = "MATCH (a:Agency) RETURN a.name AS name ORDER BY name";
const query = async (args: readonly string[], input = "", env: NodeJS.ProcessEnv = {}) =>
  ceyuan(["query", ...args], folder, env, input);

describe("query --list", () => {
  test("shows every query with its tags, one's own beside the bundled ones", async () => {
    const { code, out } = await query(["--list", "--library", "own"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^名称 +说明 +参数 +标签\n/u);
    expect(out).toMatch(/\nagency-workload /u);
    expect(out).toMatch(/\nbodies +单位名录 +words=松林, most=10 +own\n/u);
  });

  test("by tag, for programs", async () => {
    const { out } = await query(["--tag", "own", "--library", "own", "--format", "jsonl"]);
    expect(out.trimEnd().split("\n").map((line) => (JSON.parse(line) as { name: string }).name)).toEqual(["bodies"]); // biome-ignore format: one idea
  });

  test.each([
    ["agancy", "是否指 agency、", "the nearest tag"],
    ["Agency", "是否指 agency、", "in lower case"],
    ["zzzzzzzz", "有 accountability、agency、", "every tag where none is near"],
  ])("refuses the tag %s, which no query carries: %s", async (tag, said) => {
    for (const args of [
      ["query", "--list", "--tag", tag, "--format", "json"],
      ["queries", "--tag", tag],
    ]) {
      // biome-ignore format: one idea
      const { code, out, err } = await ceyuan(args, folder);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(new RegExp(`^错误 没有带标签 ${tag} 的查询 .*\n提示：${said}`, "u"));
    }
  });

  test("needs no graph", async () => {
    expect((await ceyuan(["query", "--list"], scratchFolder())).code).toBe(0);
  });
});

describe("query --show", () => {
  test("prints what a query answers, takes, gives and runs", async () => {
    const { code, out } = await query(["--show", "bodies", "--library", "own"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^bodies {2}单位名录\n名称里有这几个字的单位。\n标签 {2}own\n/u);
    expect(out).toMatch(/\n参数 +说明 +类型 +默认 .*\n─.*\nwords +字 +string +松林\nmost +最多 +integer +10\n/u);
    expect(out).toMatch(/\n列 +说明\n─.*\nname +名称\nkind +性质\n/u);
    expect(out.endsWith(OWN.slice(OWN.indexOf("MATCH")))).toBe(true);
  });

  test("in English, and as JSON", async () => {
    const { out } = await query(["--show", "bodies", "--library", "own", "--lang", "en"]);
    expect(out).toMatch(/^bodies {2}Names of bodies\n/u);
    const json = await query(["--show", "bodies", "--library", "own", "--format", "json"]);
    expect(JSON.parse(json.out)).toMatchObject({ name: "bodies", tags: ["own"], columns: [{ name: "name" }, {}] });
  });

  test("of a name that is none suggests the nearest", async () => {
    const { code, err } = await query(["--show", "agency-taks"]);
    expect(code).toBe(2);
    expect(err).toContain("agency-tasks");
  });
});

describe("queries of one's own", () => {
  test("run like the bundled ones, codes and headings in the user's language", async () => {
    const zh = await query(["bodies", "--library", "own"]);
    expect(zh.out).toMatch(/^名称 +性质\n─.*\n\S*水务局 +\p{Script=Han}+\n1 行\n$/u);
    const en = await query(["bodies", "--library", "own", "--lang", "en"]);
    expect(en.out).toMatch(/^Name +Kind\n─.*\n\S*水务局 +[a-z ]+\n1 row\n$/u);
  });

  test("from folders that are not there, or with names that are taken, are refused", async () => {
    expect(await query(["--list", "--library", "none"])).toMatchObject({ code: 1, out: "" });
    mkdirSync(join(folder, "taken"));
    writeFileSync(join(folder, "taken", "agency-tasks.cypher"), OWN);
    const { code, err } = await query(["--list", "--library", "taken"]);
    expect(code).toBe(1);
    expect(err).toContain("agency-tasks");
  });
});

describe("parameters are checked by type, with the nearest valid value", () => {
  const rows: readonly [readonly string[], string, string][] = [
    [["bodies", "-p", "most=x", "--library", "own"], "应为整数", "a word for an integer"],
    [["bodies", "-p", "most=2.6", "--library", "own"], "most=3", "a fraction"],
    [["bodies", "-p", "wrods=甲", "--library", "own"], "words", "a misspelt name"],
    [["agency-tasks", "-p", "agency=松林市水务据"], "松林市水务局", "a misspelt body"],
    [["agency-tasks", "-p", "agency=松林市水务局", "-p", "roles=牵投"], "牵头", "a misspelt role"],
    [["agency-workload", "-p", "groups=maybe"], "true", "no truth"],
  ];
  test.each(rows)("%j → %s: %s", async (args, suggested) => {
    const { code, out, err } = await query(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(suggested);
  });

  test("a statement that lacks one is refused", async () => {
    const { code, err } = await query(["-c", "MATCH (a:Agency) WHERE a.name = $name RETURN a.name AS name"]);
    expect(code).toBe(1);
    expect(err).toContain("$name");
  });
});

describe("a statement at standard input", () => {
  test("is run as it is", async () => {
    const { code, out } = await query(["-", "--format", "json", "-p", "least=0"], `\u{FEFF}${NAMES.replace("RETURN", "WHERE 1 > $least RETURN")};\n`); // biome-ignore format: one idea
    expect(code).toBe(0);
    expect(JSON.parse(out)).toContainEqual({ name: expect.stringMatching(/水务局$/u) as string });
  });

  test("may be a file of the library with its header", async () => {
    const { out } = await query(["-", "-p", "words=城管"], OWN);
    expect(out).toMatch(/^名称 +性质\n─.*\n\S*城管局/u);
  });

  test("that is empty is refused", async () => {
    expect(await query(["-"], " \n")).toEqual({ code: 2, out: "", err: "错误 标准输入里没有语句\n" });
  });
});

describe("formats", () => {
  test("jsonl is a record a line, values as they are", async () => {
    const { out } = await query(["-c", "MATCH (a:Agency)-[:LEADS]->(t:Task) RETURN a.name AS name, count(t) AS n, [1, 2] AS l", "-f", "jsonl"]); // biome-ignore format: one idea
    expect(out).toMatch(/^\{"name":"\S*水务局","n":2,"l":\[1,2\]\}\n$/u);
  });

  test("xlsx holds the rows under headings in the language, to a file or a pipe", async () => {
    const { code, err } = await query(["bodies", "--library", "own", "--output", "bodies.xlsx"]);
    expect({ code, err }).toEqual({ code: 0, err: "已写入 bodies.xlsx：1 行\n" });
    const book = sheets.read(readFileSync(join(folder, "bodies.xlsx")));
    expect(book.SheetNames).toEqual(["单位名录"]);
    const rows = sheets.utils.sheet_to_json<Record<string, string>>(book.Sheets["单位名录"] ?? {});
    expect(rows).toEqual([{ 名称: expect.stringMatching(/水务局$/u) as string, 性质: expect.any(String) as string }]);

    const child = startCeyuan(["query", "-c", "RETURN '=1+1' AS 甲", "-f", "xlsx", "--lang", "en"], folder);
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    await new Promise((resolve) => child.on("close", resolve));
    const piped = sheets.read(Buffer.concat(chunks));
    expect(sheets.utils.sheet_to_json(piped.Sheets["Result"] ?? {})).toEqual([{ 甲: "=1+1" }]);
  });

  test.each([
    ["names.csv", /^\u{FEFF}name\r\n/u],
    ["names.json", /^\[\n/u],
    ["names.jsonl", /^\{"name":/u],
    ["names.txt", /^name\n─/u],
    ["names.CSV", /^\u{FEFF}name\r\n/u],
  ])("%s is written as its ending says", async (file, beginning) => {
    await query(["-c", NAMES, "-o", file]);
    expect(readFileSync(join(folder, file), "utf8")).toMatch(beginning);
  });

  test("what is asked for goes before the ending", async () => {
    await query(["-c", NAMES, "-o", "odd.csv", "-f", "json"]);
    expect(readFileSync(join(folder, "odd.csv"), "utf8")).toMatch(/^\[\n/u);
  });

  test("colours come where they are forced and go where they are not wanted", async () => {
    const bold = "\u{1B}[1m";
    expect((await query(["-c", NAMES], "", { FORCE_COLOR: "1" })).out).toContain(bold);
    expect((await query(["-c", NAMES], "", { FORCE_COLOR: "1", NO_COLOR: "1" })).out).not.toContain(bold);
    await query(["-c", NAMES, "-o", "plain.txt"], "", { FORCE_COLOR: "1" });
    expect(readFileSync(join(folder, "plain.txt"), "utf8")).not.toContain(bold);
  });
});

describe("a graph on a server", () => {
  test.each([
    ["neo4j://127.0.0.1:1", "127.0.0.1:1", "nobody answers"],
    ["http://127.0.0.1:1", "neo4j://", "no address of a Neo4j server"],
    ["bolt://user:secret@127.0.0.1", "NEO4J_PASSWORD", "no passwords on the command line"],
  ])("%s fails with 1 and says why: %s", async (address, told) => {
    const { code, out, err } = await query(["-c", NAMES, "--store", address], "", { XDG_CONFIG_HOME: folder });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^错误 [^]*\n提示：/u);
    expect(err).toContain(told);
    expect(err).not.toContain("secret");
  });
});

describe("running", () => {
  test("--explain prints the plan and runs nothing", async () => {
    const { code, out } = await query(["agency-tasks", "-p", "agency=松林市水务局", "--explain"]);
    expect(code).toBe(0);
    expect(out).toMatch(/NodeScan/u);
    expect(out).not.toContain("清理");
    expect((await query(["--explain", "-c", "CREATE (n)"])).code).toBe(1);
  });

  test("a query that takes too long is stopped", async () => {
    const endless = "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j) RETURN count(*) AS n";
    const { code, err } = await query(["-c", endless, "--timeout", "0.5", "-o", "never.csv"]);
    expect(code).toBe(1);
    expect(err).toMatch(/500 毫秒/u);
    expect(existsSync(join(folder, "never.csv"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")(
    "Ctrl+C stops the query and ends with 130 (needs POSIX signals)",
    async () => {
      const endless = "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j) RETURN count(*) AS n";
      let code: number | null = null;
      // On a busy machine the signal may come before the process listens: then the next try waits longer.
      for (const delay of [2500, 8000, 20_000]) {
        if (code === 130) break;
        const child = startCeyuan(["query", "-c", endless, "--timeout", "60"], folder);
        setTimeout(() => child.kill("SIGINT"), delay);
        code = await new Promise((resolve) => child.on("close", resolve));
      }
      expect(code).toBe(130);
    },
  );

  test.skipIf(process.platform === "win32")(
    "a reader that stops early is no failure (needs a POSIX shell)",
    async () => {
      const child = startCeyuan(["query", "-c", NAMES], folder);
      child.stdout.destroy();
      child.stderr.destroy();
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    },
  );
});
