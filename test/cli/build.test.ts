import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ceyuan, scratchFolder, startCeyuan } from "./run-ceyuan.ts";

const NOTICE = `松林市园林局关于做好行道树养护的通知
松园发〔2021〕7号
各区园林所：
现就行道树养护通知如下。
一、加强巡查。每周巡查一次，发现险情及时处置。（牵头单位：市园林局；责任单位：市城管局）
二、补植树木。年底前完成缺株补植。（牵头单位：市城管局）
松林市园林局
2021年3月5日
`;

function folderWithNotice(): string {
  const folder = scratchFolder();
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "docs", "notice.txt"), NOTICE);
  return folder;
}

describe("build", () => {
  test("says what the graph holds, then has nothing to do until something changes", async () => {
    const folder = folderWithNotice();
    const first = await ceyuan(["build", "docs"], folder);
    expect(first).toMatchObject({ code: 0, err: "读取文件…\n理解公文…\n建图、排布位置…\n写入图数据库…\n" });
    expect(first.out).toMatch(/^图已建成，存放在 \.ceyuan，用时 [\d.]+ 秒\n公文 1 份，任务 2 项，单位 \d+ 个\n/u);
    expect(first.out).toMatch(/\n牵头 +LEADS +2\n/u);

    const again = await ceyuan(["build", "docs"], folder);
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/^公文没有变化，沿用 \.ceyuan 里的图/u);

    const forced = await ceyuan(["build", "docs", "--force"], folder);
    expect(forced.out).toMatch(/^图已建成/u);

    writeFileSync(join(folder, "docs", "notice.txt"), NOTICE.replace("每周", "每月"));
    expect((await ceyuan(["build", "docs"], folder)).out).toMatch(/^图已建成/u);
  });

  test("speaks English when asked", async () => {
    const { out } = await ceyuan(["build", "docs", "--lang", "en"], folderWithNotice());
    expect(out).toMatch(/^graph built in \.ceyuan, [\d.]+ s\n1 document, 2 tasks/u);
  });

  test("takes a folder to store in and never colours what no terminal shows", async () => {
    const folder = folderWithNotice();
    const { out, err } = await ceyuan(["build", "docs", "--store", "other"], folder);
    expect(existsSync(join(folder, "other", "current"))).toBe(true);
    expect(existsSync(join(folder, ".ceyuan"))).toBe(false);
    expect(out + err).not.toContain("\u{1B}");
  });
});

describe("a store that cannot be written", () => {
  test.skipIf(process.platform !== "linux").each([
    [["build", "docs"], "store-unwritable", /^读取文件…\n错误 无法写入图库 .*\/proc\/ceyuan.*\n提示：.*--store/u],
    [["start", "--no-open"], "store-unwritable", /^读取文件…\n错误 无法写入图库 .*\/proc\/ceyuan/u],
    [["query", "agency-workload"], "store-missing", /^错误 没有图库 .*\/proc\/ceyuan\n提示：.*ceyuan build/u],
    [["serve", "--no-open"], "store-missing", /^错误 没有图库 /u],
    [["push", "--to", "neo4j://127.0.0.1:1"], "store-missing", /^错误 没有图库 /u],
  ])("%j ends with 1 and %s (needs /proc)", async (args, _code, said) => {
    const { code, out, err } = await ceyuan([...args, "--store", "/proc/ceyuan"], folderWithNotice());
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(said);
  });
});

describe("a build that is interrupted", () => {
  test.skipIf(process.platform === "win32")(
    "ends at once, saying that nothing was changed (needs signals)",
    async () => {
      const folder = folderWithNotice();
      for (let n = 0; n < 300; n++) {
        writeFileSync(join(folder, "docs", `${n}.txt`), NOTICE.replace("7号", `${n + 100}号`));
      }
      const child = startCeyuan(["build", "docs"], folder);
      let err = "";
      child.stderr.on("data", (chunk: Buffer) => {
        err += chunk.toString("utf8");
        if (err.endsWith("理解公文…\n")) child.kill("SIGINT");
      });
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(130);
      expect(err).toBe("读取文件…\n理解公文…\n已中断，原有的图没有改动\n");
      expect(existsSync(join(folder, ".ceyuan", "current"))).toBe(false);
    },
  );
});

describe("bad input is named file by file, the rest is built", () => {
  /** Gives an error when it is read, also to root. */
  const UNREADABLE = "/proc/self/mem";
  const messages: readonly [string, (path: string) => void, RegExp][] = [
    ["binary.txt", (path) => writeFileSync(path, Buffer.from([0, 1, 2, 255, 0, 3])), /二进制内容/u],
    [
      "invalid.txt",
      (path) => writeFileSync(path, Buffer.concat([Buffer.from("甲乙丙丁戊己"), Buffer.from([0xff])])),
      /不是完整的 UTF-8 文本，第 1 行/u,
    ],
    ["huge.txt", (path) => writeFileSync(path, Buffer.alloc(50 * 1024 * 1024, "公文")), /50\.0 MB，超过上限 20\.0 MB/u],
    ["empty.txt", (path) => writeFileSync(path, ""), /文件是空的/u],
    ["scan.pdf", (path) => writeFileSync(path, "%PDF-1.7"), /暂不读取 PDF/u],
    ["unreadable.txt", (path) => symlinkSync(UNREADABLE, path), /文件读不出来（EIO）/u],
    ["again.txt", (path) => writeFileSync(path, NOTICE), /内容完全相同/u],
  ];

  test("each with what to do about it", async () => {
    const folder = folderWithNotice();
    const files = existsSync(UNREADABLE) ? messages : messages.filter(([name]) => name !== "unreadable.txt");
    for (const [name, make] of files) make(join(folder, "docs", name));
    mkdirSync(join(folder, "none"));
    const { code, out, err } = await ceyuan(["build", "docs", "missing.txt", "none"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/公文 1 份/u);
    const lines = err.split("\n");
    for (const [name, , message] of files) {
      expect(lines.filter((line) => line.includes(name) && message.test(line))).toHaveLength(1);
    }
    expect(err).toMatch(/ missing\.txt：路径不存在/u);
    expect(err).toMatch(/ none：文件夹里没有可读的文件/u);
    for (const line of lines.filter((text) => /^(?:警告|说明) /u.test(text))) expect(line).toMatch(/\(.+\)$/u);
  });

  describe("and where nothing is left to build", () => {
    let folder: string;
    let before: string;
    beforeAll(async () => {
      folder = folderWithNotice();
      mkdirSync(join(folder, "empty"));
      mkdirSync(join(folder, "bad"));
      writeFileSync(join(folder, "bad", "x.txt"), Buffer.from([0, 1, 2, 0]));
      await ceyuan(["build", "docs"], folder);
      before = (await ceyuan(["export"], folder)).out;
    });

    test.each([
      ["a missing path", "missing"],
      ["an empty folder", "empty"],
      ["nothing but a binary file", "bad"],
    ])("%s: it fails, and the graph there was stays", async (_why, path) => {
      const { code, out, err } = await ceyuan(["build", path], folder);
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toMatch(/\n错误 没有一份公文可以建图；原有的图（如果有）没有改动\n提示：/u);
      const { out: after } = await ceyuan(["export"], folder);
      expect(after).toBe(before);
      expect(before).toContain("松园发〔2021〕7号");
    });
  });
});
