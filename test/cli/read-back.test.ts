import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../graph/package-root.io.ts";
import { ceyuan, scratchFolder, startCeyuan } from "./run-ceyuan.ts";

const NOTICE = `松林市水务局关于整治河道的通知
松水发〔2022〕3号
一、清理河道垃圾。（牵头单位：市水务局；责任单位：市城管局）
二、修补堤岸。（牵头单位：市水务局）
松林市水务局
2022年4月1日
`;

const folder = scratchFolder();
beforeAll(async () => {
  writeFileSync(join(folder, "rivers.txt"), NOTICE);
  const { code, err } = await ceyuan(["build", "rivers.txt"], folder);
  if (code !== 0) throw new Error(err);
});

const LEADERS = "MATCH (a:Agency)-[:LEADS]->(t:Task) WITH a.name AS name, count(t) AS n RETURN name AS name, n AS n";

describe("export", () => {
  test("to standard output is the graph and nothing else; to a file the same bytes", async () => {
    const { code, out, err } = await ceyuan(["export", "--format", "json"], folder);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const graph = JSON.parse(out) as { nodes: { id: string }[] };
    expect(graph.nodes.map(({ id }) => id)).toContain("doc/松水发〔2022〕3号");

    const toFile = await ceyuan(["export", "--output", "graph.json"], folder);
    expect(toFile).toMatchObject({
      code: 0,
      out: "",
      err: expect.stringMatching(/^已写入 graph\.json：\d+ 个节点，\d+ 条边\n$/u),
    });
    expect(readFileSync(join(folder, "graph.json"), "utf8")).toBe(out);
  });

  test("to a folder that is not there fails and leaves nothing", async () => {
    const { code, err } = await ceyuan(["export", "--output", "none/graph.json"], folder);
    expect(code).toBe(1);
    expect(err).toBe("错误 写不了文件 none/graph.json（ENOENT）\n提示：检查文件夹是否存在、是否可写\n");
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")(
    "a reader that stops early is no failure (needs a POSIX shell)",
    async () => {
      const child = startCeyuan(["export"], folder);
      child.stdout.destroy();
      const code = await new Promise((resolve) => child.on("close", resolve));
      expect(code).toBe(0);
    },
  );
});

describe("query", () => {
  test("as a table", async () => {
    const { code, out } = await ceyuan(["query", "--cypher", LEADERS], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^name +n\n─+ {2}─\n\S*水务局 +2\n1 行\n$/u);
  });

  test("as JSON, values as they are", async () => {
    const { out } = await ceyuan(["query", "-c", LEADERS, "--format", "json"], folder);
    expect(JSON.parse(out)).toEqual([{ name: expect.stringMatching(/水务局$/u) as string, n: 2 }]);
  });

  test("as CSV for a spreadsheet, with the mark in a file alone", async () => {
    const { out } = await ceyuan(["query", "-c", LEADERS, "--format", "csv"], folder);
    expect(out).toMatch(/^name,n\r\n\S*水务局,2\r\n$/u);
    await ceyuan(["query", "-c", LEADERS, "--format", "csv", "--output", "leaders.csv"], folder);
    expect(readFileSync(join(folder, "leaders.csv"), "utf8")).toBe(`\u{FEFF}${out}`);
  });

  test("with parameters as JSON reads them, else as words", async () => {
    const args = ["--param", "n=2", "--param", "word=市水务局", "--param", 'quoted="2"'];
    const { out } = await ceyuan(
      ["query", "-c", "RETURN $n AS n, $word AS word, $quoted AS quoted", ...args, "-f", "json"],
      folder,
    );
    expect(JSON.parse(out)).toEqual([{ n: 2, word: "市水务局", quoted: "2" }]);
  });

  test("no more rows than asked for, saying so", async () => {
    const { out, err } = await ceyuan(["query", "-c", "MATCH (n) RETURN n AS n", "--limit", "1", "-f", "json"], folder);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(err).toBe("后面还有，只列出了这些行（用 --limit 放宽）\n");
  });

  test.each([
    ["a write", "CREATE (n) RETURN n"],
    ["no Cypher", "SELECT 1"],
  ])("%s is refused in words", async (_why, statement) => {
    const { code, out, err } = await ceyuan(["query", "--cypher", statement], folder);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^错误 .+/u);
    expect(err).not.toContain("    at ");
  });

  test("a saved query, its columns headed in the language", async () => {
    const { code, out } = await ceyuan(["query", "agency-workload"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/水务局/u);
  });
});

describe("queries", () => {
  test("are listed with what they answer", async () => {
    const { code, out } = await ceyuan(["queries"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^名称 +说明 +参数 +标签\n/u);
    expect(out).toMatch(/\nagency-workload /u);
  });

  test("by tag, and for programs", async () => {
    const { out } = await ceyuan(["queries", "--format", "json"], folder);
    const all = JSON.parse(out) as { name: string; tags: string[] }[];
    const tag = all[0]?.tags[0] ?? "";
    const some = JSON.parse((await ceyuan(["queries", "--format", "json", "--tag", tag], folder)).out) as typeof all;
    expect(some).toEqual(all.filter(({ tags }) => tags.includes(tag)));
    expect(some.length).toBeGreaterThan(0);
  });
});

describe("serve", () => {
  const hasPage = existsSync(join(packageRoot(), "dist", "viewer", "web", "index.html"));

  test.skipIf(!hasPage || process.platform === "win32")(
    "prints the address, answers there, ends well on Ctrl+C (needs the page: npm run build)",
    async () => {
      const child = startCeyuan(["serve", "--port", "0", "--no-open"], folder);
      const url = await new Promise<string>((resolve, reject) => {
        let text = "";
        child.stdout.on("data", (chunk: Buffer) => {
          text += chunk.toString("utf8");
          const address = /http:\/\/127\.0\.0\.1:\d+\//u.exec(text)?.[0];
          if (address !== undefined) resolve(address);
        });
        child.on("close", () => {
          reject(new Error(`ended: ${text}`));
        });
      });
      expect((await fetch(`${url}api/build`)).status).toBe(200);
      child.kill("SIGINT");
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
      await expect(fetch(url)).rejects.toThrow("fetch failed");
    },
  );

  test.skipIf(!hasPage)("a port that is taken is told (needs the page: npm run build)", async () => {
    const holder = spawn(process.execPath, [
      "-e",
      "const s=require('net').createServer().listen(0,'127.0.0.1',()=>console.log(s.address().port))",
    ]);
    const port = await new Promise<string>((resolve) =>
      holder.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8").trim())),
    );
    try {
      const { code, err } = await ceyuan(["serve", "--port", port, "--no-open"], folder);
      expect(code).toBe(1);
      expect(err).toContain(`端口 ${port} 已被占用`);
    } finally {
      holder.kill();
    }
  });
});
