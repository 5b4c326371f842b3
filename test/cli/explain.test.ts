import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ceyuan, scratchFolder } from "./run-ceyuan.ts";

const NOTICE = `攀枝花市园林局关于做好行道树养护的通知
攀园发〔2021〕7号
各区园林所：
现就行道树养护通知如下。
一、加强巡查。每周巡查一次，发现险情及时处置。（牵头单位：市财
政局；责任单位：市审计局）
攀枝花市园林局
2021年3月5日
`;
const folder = scratchFolder();
const build = async (...more: string[]) => ceyuan(["build", "docs", ...more], folder);

beforeAll(async () => {
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "docs", "notice.txt"), NOTICE);
  await build();
});

describe("explain", () => {
  test("prints words, place, rule, repairs and how the name was found", async () => {
    const { code, out } = await ceyuan(["explain", "LEADS", "攀枝花市财政局"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^攀枝花市财政局 —LEADS→ 加强巡查\n/u);
    expect(out).toContain("notice.txt 第 5 行");
    expect(out).toContain("市财⏎政局");
    expect(out).toMatch(/规则 {2}bracket-label 带标签的括号/u);
    expect(out).toMatch(/引文里有 1 处修订\n +wrap/u);
    expect(out).toContain("“市”指攀枝花市");
  });

  test("says so in English too", async () => {
    const { out } = await ceyuan(["explain", "LEADS", "攀枝花市财政局", "--lang", "en"], folder);
    expect(out).toContain("bracket with labels");
  });

  test("lists the relations that several words may mean", async () => {
    const { code, err } = await ceyuan(["explain", "加强巡查"], folder);
    expect(code).toBe(1);
    expect(err).toContain("对应 ");
    expect(err).toContain("LEADS|agency/攀枝花市财政局|");
  });

  test("says that there is none", async () => {
    const { code, err } = await ceyuan(["explain", "LEADS", "没有这个局"], folder);
    expect(code).toBe(1);
    expect(err).toContain("没有标识里含有");
  });
});

describe("build --corrections", () => {
  test("replays the file, shows what it did and builds again when it changes", async () => {
    writeFileSync(
      join(folder, "corrections.yaml"),
      "- rename: { from: 攀枝花市审计局, to: 攀枝花市审计中心 }\n- drop: 没有这条\n",
    );
    const { code, out } = await build("--corrections", "corrections.yaml");
    expect(code).toBe(0);
    expect(out).toContain("第 1 行：攀枝花市审计局 改称 攀枝花市审计中心，改动 1 条关系");
    expect(out).toContain("第 2 行：没有起作用：没有关系 没有这条");
    expect((await ceyuan(["export"], folder)).out).toContain("RESPONSIBLE_FOR|agency/攀枝花市审计中心|");
    expect((await build("--corrections", "corrections.yaml")).out).toMatch(/^公文没有变化/u);
  });

  test("names file and line of what it cannot read, and keeps the graph", async () => {
    writeFileSync(join(folder, "broken.yaml"), "- drop: x\n- merge: [a, b]\n");
    const { code, err } = await build("--corrections", "broken.yaml");
    expect(code).toBe(1);
    expect(err).toContain("broken.yaml 第 2 行 (line 2): 不认识的更正 (no such correction): merge");
    expect((await build("--corrections", "missing.yaml")).err).toContain(
      "读不了更正文件 (the file of corrections cannot be read): missing.yaml",
    );
    expect((await ceyuan(["export"], folder)).code).toBe(0);
  });
});
