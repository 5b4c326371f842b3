import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { computeLayout } from "../../graph/layout/index.ts";
import type { EdgeData, GraphData } from "../../graph/model/graph-data.ts";
import { writeBuild } from "../../graph/stores/workspace.io.ts";

/** A store on disk that goes away with `remove`. */
export interface TemporaryStore {
  readonly directory: string;
  remove(): void;
}

export const temporaryStore = (): TemporaryStore => {
  const directory = mkdtempSync(join(tmpdir(), "ceyuan-viewer-"));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
};

const SHA256 = "ab".repeat(32);
export const DOCUMENT = "doc/测府发〔2021〕3号";
const CLAUSE = "clause/测府发〔2021〕3号#一";
export const TASK = "task/测府发〔2021〕3号#一";

/** A text of ours; the offsets below are found in it, not counted. */
export const TEXT = "测试市人民政府文件\r\n测府发〔2021〕3号\r\n\r\n一、修好河堤。（牵头单位：市水务局）\r\n";

const at = (words: string): { from: number; to: number } => {
  const from = TEXT.indexOf(words);
  return { from, to: from + words.length };
};

const leads: EdgeData = {
  id: `LEADS|agency/测试市水务局|${TASK}`,
  type: "LEADS",
  source: "agency/测试市水务局",
  target: TASK,
  properties: {
    doc: DOCUMENT,
    clause: CLAUSE,
    ...at("市水务局"),
    cueFrom: at("牵头单位").from,
    cueTo: at("牵头单位").to,
    quote: "牵头单位：市水务局",
    rule: "test",
    confidence: 1,
    inferred: false,
    mention: "市水务局",
    roleText: "牵头单位",
  },
};

export const GRAPH: GraphData = {
  nodes: [
    { id: "agency/测试市水务局", label: "Agency", properties: { name: "测试市水务局", aliases: ["市水务局"] } },
    {
      id: CLAUSE,
      label: "Clause",
      properties: {
        path: "一",
        kind: "item",
        marker: "一、",
        heading: "修好河堤",
        text: "修好河堤。",
        depth: 1,
        ordinal: 1,
        from: TEXT.indexOf("一、"),
        to: TEXT.length,
      },
    },
    {
      id: DOCUMENT,
      label: "Document",
      properties: {
        title: "河堤工作方案",
        number: "测府发〔2021〕3号",
        ingested: true,
        source: "a.txt",
        sha256: SHA256,
      },
    },
    { id: "doc/《防洪条例》", label: "Document", properties: { title: "防洪条例", ingested: false } },
    { id: TASK, label: "Task", properties: { title: "修好河堤", text: "修好河堤。", source: "a.txt" } },
  ],
  edges: [
    { id: `HAS_CLAUSE|${DOCUMENT}|${CLAUSE}`, type: "HAS_CLAUSE", source: DOCUMENT, target: CLAUSE, properties: {} },
    leads,
    { id: `STATES|${CLAUSE}|${TASK}`, type: "STATES", source: CLAUSE, target: TASK, properties: {} },
  ],
};

export async function writeSmallStore(store: string, graph: GraphData = GRAPH): Promise<void> {
  await writeBuild(store, {
    graph,
    layout: computeLayout(graph),
    report: { documents: [{ file: "a.txt" }], diagnostics: [] },
    sources: [{ name: "a.txt", sha256: SHA256, text: TEXT }],
    inputs: [{ name: "a.txt", sha256: SHA256 }],
    fingerprint: "test",
  });
}
