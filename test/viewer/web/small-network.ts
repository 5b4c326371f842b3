import type { EdgeType, NodeLabel, Properties } from "../../../graph/model/graph-data.ts";
import type { NetworkEdge, NetworkNode } from "../../../viewer/server/api.ts";
import { type Network, readNetwork } from "../../../viewer/web/data/network.ts";

const node = (id: string, label: NodeLabel, properties: Properties = {}): NetworkNode => ({ id, label, properties });

const NODES: readonly NetworkNode[] = [
  node("agency/测试市水务局", "Agency", { name: "测试市水务局", shortName: "市水务局", aliases: ["市水利局"] }),
  node("agency/测试市财政局", "Agency", { name: "测试市财政局" }),
  node("article/测委发〔2020〕1号#7", "Article", { number: 7, label: "第7条" }),
  node("clause/甲#一", "Clause", { path: "一", heading: "水务工作" }),
  node("doc/测委发〔2020〕1号", "Document", { number: "测委发〔2020〕1号", title: "水利工作意见", ingested: false }),
  node("doc/甲", "Document", { title: "关于印发《河堤方案》的通知", number: "测府发〔2021〕3号", ingested: true }),
  node("doc/乙", "Document", {
    title: "财政要点",
    issuers: ["测试市财政局"],
    source: "yaodian.txt",
    ingested: true,
  }),
  node("leader/测试市/王水", "Leader", { name: "王水" }),
  node("task/甲#一", "Task", { title: "修好河堤" }),
  node("task/乙#一", "Task", { title: "管好资金" }),
];

const EDGES: readonly (readonly [EdgeType, string, string, boolean?])[] = [
  ["HAS_CLAUSE", "doc/甲", "clause/甲#一"],
  ["STATES", "clause/甲#一", "task/甲#一"],
  ["LEADS", "agency/测试市水务局", "task/甲#一"],
  ["PARTICIPATES_IN", "agency/测试市财政局", "task/甲#一", true],
  ["LEADS", "agency/测试市财政局", "task/乙#一"],
  ["OVERSEES", "leader/测试市/王水", "task/甲#一"],
  ["DERIVES_FROM", "clause/甲#一", "article/测委发〔2020〕1号#7"],
  ["PART_OF", "article/测委发〔2020〕1号#7", "doc/测委发〔2020〕1号"],
];

const OWNERS: Readonly<Record<string, string>> = {
  "clause/甲#一": "doc/甲",
  "task/甲#一": "doc/甲",
  "task/乙#一": "doc/乙",
};

/** Two documents that share one body; one of them invokes an article of a third. */
export function smallNetwork(): Network {
  const place = (id: string): number => NODES.findIndex((other) => other.id === id);
  const edgeTypes = [...new Set(EDGES.map(([type]) => type))];
  return readNetwork({
    build: "test",
    nodes: NODES,
    owners: NODES.map(({ id }) => place(OWNERS[id] ?? "")),
    positions: NODES.map((_, n) => [n * 10, 0]),
    edgeTypes,
    edges: EDGES.map(
      ([type, source, target, inferred]): NetworkEdge => [
        edgeTypes.indexOf(type),
        place(source),
        place(target),
        inferred === true ? 1 : 0,
      ],
    ),
  });
}
