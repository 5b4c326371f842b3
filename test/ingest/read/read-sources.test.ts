import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ReadOptions, readSources } from "../../../ingest/read/index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ceyuan-read-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function read(paths: readonly string[] = [folder], options: ReadOptions = {}) {
  const { sources, problems } = await readSources(paths, options);
  return {
    names: sources.map((source) => source.name),
    problems: problems.map(({ code, path }) => `${code} ${relative(folder, path)}`),
    sources,
  };
}

describe("finds documents", () => {
  test("in folders below folders, sorted by path, hidden files passed over", async () => {
    put("b.txt", "乙");
    put("a/2.txt", "丙");
    put("a/1.TXT", "丁");
    put(".hidden.txt", "隐");
    put(".git/x.txt", "隐藏");
    put("~$b.txt", "锁");
    expect(await read()).toMatchObject({ names: ["1.TXT", "2.txt", "b.txt"], problems: [] });
  });

  test("a hidden file that is named outright is read", async () => {
    expect((await read([put(".note.txt", "甲")])).names).toEqual([".note.txt"]);
  });

  test("once, though folders are named twice and links go round", async () => {
    put("a/1.txt", "甲");
    symlinkSync(folder, join(folder, "a", "loop"));
    symlinkSync(join(folder, "a", "1.txt"), join(folder, "again.txt"));
    expect(await read([folder, folder, join(folder, "a")])).toMatchObject({ names: ["1.txt"], problems: [] });
  });

  test("names are NFC, contents hashed as bytes", async () => {
    const bytes = Buffer.from("\u{FEFF}正文", "utf8");
    const { sources } = await read([put("cafe\u{301}.txt", bytes)]);
    expect(sources).toEqual([
      { name: "café.txt", sha256: createHash("sha256").update(bytes).digest("hex"), text: "正文" },
    ]);
  });

  test("the same bytes under two names are one document, named", async () => {
    put("a.txt", "同一份文件");
    put("b.txt", "同一份文件");
    const result = await read();
    expect(result).toMatchObject({ names: ["a.txt"], problems: ["same-bytes b.txt"] });
  });

  test("one name in two folders with other contents is noted", async () => {
    put("a/x.txt", "甲");
    put("b/x.txt", "乙");
    expect(await read()).toMatchObject({ names: ["x.txt", "x.txt"], problems: [join("same-name b", "x.txt")] });
  });
});

describe("what cannot be read is named, the others go on", () => {
  const rows: readonly [string, (name: string) => void, string][] = [
    ["a binary file named .txt", (name) => put(name, Buffer.from([0, 1, 2, 0, 255, 254, 0, 3, 9])), "file-binary"],
    [
      "invalid UTF-8",
      (name) => put(name, Buffer.concat([Buffer.from("甲乙丙丁戊己"), Buffer.from([0xff])])),
      "encoding-invalid",
    ],
    ["an empty file", (name) => put(name, ""), "file-empty"],
    ["a link to nothing", (name) => symlinkSync("/nowhere/at/all", join(folder, name)), "link-broken"],
    ["a link to itself", (name) => symlinkSync(join(folder, name), join(folder, name)), "link-broken"],
    ["a file over the limit", (name) => put(name, "长".repeat(4000)), "file-too-large"],
  ];
  test.each(rows)("%s", async (_why, make, code) => {
    put("good.txt", "好的");
    make("x.txt");
    const result = await read([folder], { maxBytes: 10_000 });
    expect(result).toMatchObject({ names: ["good.txt"], problems: [`${code} x.txt`] });
  });

  test("a missing path, beside one that is there", async () => {
    const good = put("good.txt", "好的");
    const result = await read([join(folder, "none"), good]);
    expect(result).toMatchObject({ names: ["good.txt"], problems: ["path-missing none"] });
  });

  test("an empty folder, also one that holds only empty folders", async () => {
    mkdirSync(join(folder, "a", "b"), { recursive: true });
    expect(await read()).toMatchObject({ names: [], problems: ["folder-empty "] });
  });

  test("formats not read yet", async () => {
    for (const name of ["a.pdf", "b.docx", "README"]) put(name, "x");
    const { problems } = await readSources([folder]);
    expect(problems.map(({ message }) => message)).toEqual([
      "暂不读取 “README” 文件",
      "暂不读取 PDF 文件",
      "暂不读取 DOCX 文件",
    ]);
  });

  test("the size stands in the message", async () => {
    const { problems } = await readSources([put("big.txt", "a".repeat(3 << 20))], { maxBytes: 1 << 20 });
    expect(problems[0]).toMatchObject({ message: "文件有 3.0 MB，超过上限 1.0 MB", severity: "warning" });
  });

  test("another encoding is read and noted", async () => {
    const { sources, problems } = await readSources([put("gb.txt", Buffer.from([0xb9, 0xab, 0xce, 0xc4, 0xa1, 0xa3]))]);
    expect(sources[0]?.text).toBe("公文。");
    expect(problems).toMatchObject([{ code: "encoding-converted", severity: "info", message: "按 GB18030 编码读取" }]);
  });
});

describe("files the system will not give", () => {
  const asRoot = process.getuid?.() === 0;

  test.skipIf(asRoot || process.platform === "win32")(
    "no permission (skipped for root, who may read all)",
    async () => {
      chmodSync(put("x.txt", "甲"), 0);
      expect((await read()).problems).toEqual(["file-unreadable x.txt"]);
    },
  );

  test.skipIf(!existsSync("/proc/self/mem"))("a read that fails midway (needs /proc)", async () => {
    symlinkSync("/proc/self/mem", join(folder, "x.txt"));
    put("good.txt", "好的");
    expect(await read()).toMatchObject({ names: ["good.txt"], problems: ["file-unreadable x.txt"] });
  });

  test.skipIf(process.platform === "win32")("a pipe is not waited for (needs mkfifo)", async () => {
    execFileSync("mkfifo", [join(folder, "x.txt")]);
    expect((await read()).problems).toEqual(["not-a-file x.txt"]);
  });
});
