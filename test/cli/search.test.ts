import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ceyuan, scratchFolder } from "./run-ceyuan.ts";

const NOTICE = `松林市水务局关于整治河道的通知
松水发〔2022〕3号
一、清理河道垃圾。（牵头单位：市水务局；责任单位：市城管局）
二、修补堤岸，汛期前完成。（牵头单位：市水务局）
松林市水务局
2022年4月1日
`;

const folder = scratchFolder();
beforeAll(async () => {
  writeFileSync(join(folder, "rivers.txt"), NOTICE);
  const { code, err } = await ceyuan(["build", "rivers.txt"], folder);
  if (code !== 0) throw new Error(err);
});

const search = async (...args: string[]) => ceyuan(["search", ...args], folder);

describe("search", () => {
  test("lists what was found, best first, with the words where they stand", async () => {
    const { code, out } = await search("水务局");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^类别 +名称 +所在文字 +标识\n─.*\n单位 +市水务局 +agency\/\?松水发〔2022〕3号\/市水务局\n单位 +松林市水务局 +agency.*\n/u,
    );
    expect(out).toMatch(/\n文件 .*整治河道.*doc\/松水发〔2022〕3号\n/u);
  });

  test.each([
    ["岸", [], ["Clause", "Task"], "one hanzi"],
    ["岸", ["--label", "任务"], ["Task"], "a kind by its name in Chinese"],
    ["岸", ["--label", "Task", "--label", "单位"], ["Task"], "kinds by either name"],
    ["〔2022〕", [], ["Document", "Clause"], "a part of a number"],
    ["河道", ["--limit", "2"], ["Clause", "Task"], "no more than asked for"],
  ])("%s %j gives %j: %s", async (words, args, labels) => {
    const { out } = await search(words, ...args, "--format", "jsonl");
    const found = out.trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, string>); // biome-ignore format: one idea
    expect(found.map(({ label }) => label)).toEqual(labels);
    for (const { name, found: text } of found) expect(text ?? name).toContain(words);
  });

  test("says that there are more, and that there is nothing", async () => {
    expect((await search("河道", "--limit", "1")).err).toContain("还有更多");
    expect(await search("没有的字")).toEqual({ code: 0, out: "", err: "图里没有“没有的字”\n" });
  });

  test("writes a file by its ending", async () => {
    const { err } = await search("松水发", "--label", "文件", "--output", "bodies.csv");
    expect(err).toBe("已写入 bodies.csv：1 行\n");
    expect(readFileSync(join(folder, "bodies.csv"), "utf8")).toBe(
      "\u{FEFF}类别,名称,所在文字,标识\r\n文件,松林市水务局关于整治河道的通知,松水发〔2022〕3号,doc/松水发〔2022〕3号\r\n",
    );
  });

  test.each([
    [["--label", "任无", "岸"], /^错误 选项 --label <label> 的值不对：任无\n提示：可以是 文件、/u],
    [["  "], /^错误 要找的字词不能为空\n/u],
    [["岸", "--limit", "0"], /^错误 选项 --limit <count> 的值不对：0\n/u],
  ])("%j is wrong usage", async (args, said) => {
    expect(await search(...args)).toMatchObject({ code: 2, err: expect.stringMatching(said) as string });
  });
});

test("remove of a graph in a folder says how that is done", async () => {
  expect(await ceyuan(["remove", "松水发〔2022〕3号"], folder)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^错误 remove 用于 Neo4j 服务器上的图.*\n提示：把文件从公文文件夹里拿走/u) as string,
  });
});
