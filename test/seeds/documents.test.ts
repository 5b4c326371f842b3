import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EdgeType, GraphData, NodeLabel } from "../../graph/model/graph-data.ts";
import { packageRoot } from "../../graph/package-root.io.ts";
import { loadKnowledge } from "../../ingest/knowledge/load.io.ts";
import { buildGraph, readDocument } from "../../ingest/pipeline/index.ts";

/** The samples 自带样本: what a newcomer's first graph must show, and that its duties are those of the originals. */
const folder = join(packageRoot(), "seeds/documents");
const files = readdirSync(folder).sort();
const text = (file: string): string => readFileSync(join(folder, file), "utf8");

const LABELS: readonly NodeLabel[] = ["Document", "Clause", "Article", "Task", "Agency", "Leader", "Target"];
const EDGE_TYPES: readonly EdgeType[] = [
  "HAS_CLAUSE",
  "STATES",
  "LEADS",
  "RESPONSIBLE_FOR",
  "PARTICIPATES_IN",
  "OVERSEES",
  "DERIVES_FROM",
  "CITES",
  "PART_OF",
  "ISSUED",
  "ADDRESSED_TO",
  "SIGNED",
  "SERVES_IN",
  "SETS",
  "SUCCEEDED_BY",
];

const graph: GraphData = build();
const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
const ROLES = new Map<EdgeType, string>([
  ["LEADS", "lead"],
  ["RESPONSIBLE_FOR", "responsible"],
  ["PARTICIPATES_IN", "participate"],
]);

describe("the bundled samples", () => {
  it("are five plain files with names that every system can hold", () => {
    expect(files).toEqual([
      "chongqing-education-culture-union.txt",
      "panzhihua-2018-21.txt",
      "shanghai-union-2018-22.txt",
      "shanghai-union-2020-93.txt",
      "shanghai-union-office-2018-1.txt",
    ]);
  });

  const noise: readonly (readonly [file: string, why: string, what: RegExp])[] = [
    ["panzhihua-2018-21.txt", "bold printed four times over", /(指导思想)\1{3}。{4}/u],
    ["panzhihua-2018-21.txt", "with its brackets", /（{4}一{4}）{4}/u],
    ["panzhihua-2018-21.txt", "a line that breaks inside a name", /、市总工\n\n会）/u],
    ["panzhihua-2018-21.txt", "the mark of a page", /\n— 14 —\n/u],
    ["panzhihua-2018-21.txt", "spaces between hanzi and digits", /2018年 12 月 13 日/u],
    ["shanghai-union-2018-22.txt", "a word echoed at a page break", /市人力资源\n资源社会保障局/u],
    ["shanghai-union-2018-22.txt", "half-width brackets in some entries", /\n\(六\)维护/u],
    ["chongqing-education-culture-union.txt", "leftovers of a conversion", /^\[bookmark: _GoBack\]/mu],
  ];
  it.each(noise)("%s keeps %s", (file, _why, what) => {
    expect(text(file)).toMatch(what);
  });

  it("show every kind of thing and relation that one build can hold", () => {
    const labels = new Set(graph.nodes.map(({ label }) => label));
    const types = new Set(graph.edges.map(({ type }) => type));
    expect(LABELS.filter((label) => !labels.has(label))).toEqual([]);
    expect(EDGE_TYPES.filter((type) => !types.has(type))).toEqual([]);
  });

  it("give each of the 48 entries of 沪工总发〔2018〕22号 a leader and a department of the union", () => {
    const entries = graph.nodes.filter(({ id }) => /^task\/沪工总发〔2018〕22号#附件[12]\/.*（[^）]+）$/u.test(id));
    expect(entries).toHaveLength(48);
    const bare = entries.filter(({ id }) => !has("OVERSEES", id) || !has("LEADS", id)).map(({ id }) => id);
    expect(bare).toEqual([]);
  });

  it("assign 28 articles of 沪委发〔2018〕6号, all but 1, 2, 5, 19 and 20", () => {
    const numbers = graph.nodes
      .filter(({ id }) => id.startsWith("article/沪委发〔2018〕6号#"))
      .map(({ properties }) => Number(properties["number"]))
      .sort((a, b) => a - b);
    const all = Array.from({ length: 33 }, (_, i) => i + 1);
    expect(numbers).toEqual(all.filter((n) => ![1, 2, 5, 19, 20].includes(n)));
  });

  it.each(["README.md", "README.zh.md"])("are counted right in %s", (file) => {
    const readme = readFileSync(join(packageRoot(), file), "utf8");
    const stated = LABELS.map((label) => {
      const row = new RegExp(`^\\| ${label} .*\\| +(\\d+) \\|$`, "mu").exec(readme);
      return [label, Number(row?.[1])];
    });
    const counted = LABELS.map((label) => [label, graph.nodes.filter((node) => node.label === label).length]);
    expect(stated).toEqual(counted);
  });

  it("say in the text itself that their words are not the originals'", () => {
    for (const file of files) expect(text(file).trimEnd()).toMatch(/（节写本：[^）]*仅供演示。）$/u);
  });
});

const originals = join(packageRoot(), "../shared/corpus/seeds/gold");
const present = existsSync(originals);
describe.skipIf(!present)(
  `duties of the samples${present ? "" : " (skipped: no annotated originals beside the package)"}`,
  () => {
    const pairs: readonly (readonly [gold: string, file: string])[] = [
      ["000.json", "shanghai-union-2018-22.txt"],
      ["001.json", "shanghai-union-2020-93.txt"],
      ["002.json", "panzhihua-2018-21.txt"],
      ["003.json", "shanghai-union-office-2018-1.txt"],
      ["004.json", "chongqing-education-culture-union.txt"],
    ];
    it.each(pairs)("%s and %s assign the same", (name, file) => {
      const gold = JSON.parse(readFileSync(join(originals, name), "utf8")) as Gold;
      const plain = ({ narrative, optional }: GoldEntry): boolean => narrative !== true && optional !== true;
      const wanted = gold.assignments
        .filter(plain)
        .flatMap(({ path, role, agencies }) => agencies.map((agency) => `${path} ${role} ${agency}`));
      const leaders = (gold.leaders ?? []).map(({ path, person }) => `${path} oversees ${person}`);
      const found = new Set(assignmentsOf(file));
      expect([...wanted, ...leaders].filter((fact) => !found.has(fact))).toEqual([]);
    });
  },
);

interface GoldEntry {
  readonly path: string;
  readonly role: string;
  readonly agencies: readonly string[];
  readonly narrative?: boolean;
  readonly optional?: boolean;
}
interface Gold {
  readonly assignments: readonly GoldEntry[];
  readonly leaders?: readonly { readonly path: string; readonly person: string }[];
}

function build(): GraphData {
  const knowledge = loadKnowledge();
  const readings = files.map((name) => {
    const sha256 = createHash("sha256").update(text(name)).digest("hex");
    return readDocument({ name, sha256, text: text(name) }, knowledge);
  });
  return buildGraph(readings, knowledge).graph;
}

function has(type: EdgeType, task: string): boolean {
  return graph.edges.some((edge) => edge.type === type && edge.target === task);
}

/** `<clause path> <role> <mention>` of one file's tasks. */
function assignmentsOf(file: string): string[] {
  return graph.edges.flatMap(({ type, source, target, properties }) => {
    if (nodes.get(target)?.properties["source"] !== file) return [];
    const path = target.replace(/^task\/[^#]*#/u, "").replace(/~\d+$/u, "");
    const role = type === "OVERSEES" ? "oversees" : ROLES.get(type);
    const mention = properties["mention"] ?? nodes.get(source)?.properties["name"];
    return role === undefined ? [] : [`${path} ${role} ${String(mention)}`];
  });
}
