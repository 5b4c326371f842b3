import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { beforeAll, describe, expect, test } from "vitest";
import { EXPORT_FORMATS } from "../../graph/exports/index.ts";
import { fromJson, toJson } from "../../graph/exports/json.ts";
import { fromJsonl } from "../../graph/exports/jsonl.ts";
import type { GraphData } from "../../graph/model/graph-data.ts";
import { readCsv } from "../graph/exports/read-csv.ts";
import { ceyuan, scratchFolder, startCeyuan } from "./run-ceyuan.ts";

const NOTICE = `松林市水务局关于整治河道的通知
松水发〔2022〕3号
一、清理河道垃圾。（牵头单位：市水务局；责任单位：市城管局）
松林市水务局
2022年4月1日
`;

const folder = scratchFolder();
let graph: GraphData;
beforeAll(async () => {
  writeFileSync(join(folder, "rivers.txt"), NOTICE);
  const { code, err } = await ceyuan(["build", "rivers.txt"], folder);
  if (code !== 0) throw new Error(err);
  graph = fromJson((await ceyuan(["export"], folder)).out);
});

const read = (name: string): string => readFileSync(join(folder, name), "utf8");

type Sizes = readonly [nodes: number, edges: number];

/** How each file is read back; what it holds is the graph's. */
const READERS: Readonly<Record<string, (name: string) => Sizes>> = {
  json: (name) => sizesOf(fromJson(read(name))),
  jsonl: (name) => sizesOf(fromJsonl(read(name).split("\n"))),
  gexf: (name) => drawn(gexf.parse(MultiDirectedGraph, read(name))),
  graphml: (name) => drawn(graphml.parse(MultiDirectedGraph, read(name))),
  cypher: (name) => {
    const text = read(name);
    return [graph.nodes.every(({ id }) => text.includes(id)) ? graph.nodes.length : 0, graph.edges.length];
  },
};

const sizesOf = ({ nodes, edges }: GraphData): Sizes => [nodes.length, edges.length];

/** Sizes of a graph whose nodes all have their places. */
function drawn(opened: MultiDirectedGraph): Sizes {
  const placed = opened.filterNodes((_id, { x, y }) => typeof x === "number" && typeof y === "number");
  return [placed.length, opened.size];
}

const FILES = Object.keys(EXPORT_FORMATS).filter((format) => format !== "csv");

describe("export", () => {
  test.each(FILES)("as %s by its file's ending opens and holds the graph", async (format) => {
    const name = `graph.${format}`;
    const { code, out, err } = await ceyuan(["export", "--output", name], folder);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toBe(`已写入 ${name}：${graph.nodes.length} 个节点，${graph.edges.length} 条边\n`);
    expect(READERS[format]?.(name)).toEqual(sizesOf(graph));
  });

  test("as jsonl to standard output loses nothing", async () => {
    const { out, err } = await ceyuan(["export", "--format", "jsonl"], folder);
    expect(err).toBe("");
    expect(toJson(fromJsonl(out.split("\n")))).toBe(toJson(graph));
  });

  test("as csv is a folder, which the next export replaces", async () => {
    for (const path of ["import", "import"]) {
      const { code, err } = await ceyuan(["export", "--format", "csv", "--output", path], folder);
      expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^已写入 import：/u) as string });
    }
    const names = readdirSync(join(folder, "import"));
    const rows = (kind: string): number =>
      names
        .filter((name) => name.startsWith(kind))
        .reduce((sum, name) => sum + readCsv(read(join("import", name))).length - 1, 0);
    expect([rows("nodes-"), rows("edges-")]).toEqual(sizesOf(graph));
    expect(read(join("import", "import.args"))).toContain("--nodes=nodes-Agency.csv");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("as csv touches no folder that holds anything else", async () => {
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine", "notes.txt"), "甲");
    const { code, err } = await ceyuan(["export", "--format", "csv", "--output", "mine"], folder);
    expect(code).toBe(1);
    expect(err).toMatch(/^错误 文件夹 mine 里有别的文件（notes\.txt），没有写入\n提示：/u);
    expect(readdirSync(join(folder, "mine"))).toEqual(["notes.txt"]);
  });

  test.each([
    ["--format", "csv"],
    ["--format", "gexf"],
  ])("to where nothing can be written fails: %s %s", async (...format) => {
    const { code, err } = await ceyuan(["export", ...format, "--output", join("none", "graph"), "--lang", "en"], folder); // biome-ignore format: one idea
    expect(code).toBe(1);
    expect(err).toMatch(/^error cannot write none.graph \(ENOENT\)\n/u);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")(
    "to a reader that stops early is no failure (needs a POSIX shell)",
    async () => {
      const child = startCeyuan(["export", "--format", "graphml"], folder);
      child.stdout.destroy();
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    },
  );
});
