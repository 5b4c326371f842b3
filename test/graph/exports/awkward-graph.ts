import type { GraphData } from "../../../graph/model/graph-data.ts";

/** Values that formats stumble over: quotes, line breaks, markup, separators, control characters, mixed numbers. */
export const awkwardGraph: GraphData = {
  nodes: [
    {
      id: `agency/甲"乙'丙`,
      label: "Agency",
      properties: {
        name: `引"号,逗号;分号|竖线`,
        aliases: ["一,二", '三"四', "五;六", "七\n八", "[九]", ""],
        kind: "<b>&amp;</b>",
        level: "",
      },
    },
    { id: "agency/丁＃戊", label: "Agency", properties: { name: "行一\n行二\r\n行三\t制表", aliases: ["𠮷野家"] } },
    { id: "article/《法》#1.2", label: "Article", properties: { number: 1, paragraph: 2, label: "第1条" } },
    { id: "leader/单/人", label: "Leader", properties: { name: "=1+1", posts: ["-主任", "@委员"] } },
    { id: "task/《通知》#一/1", label: "Task", properties: { title: "控\u0000制\u0007字\uFFFE符", text: "—“”‘’…" } },
  ],
  edges: [
    {
      id: `LEADS|agency/甲"乙'丙|task/《通知》#一/1`,
      type: "LEADS",
      source: `agency/甲"乙'丙`,
      target: "task/《通知》#一/1",
      properties: { from: 3, to: 12, quote: "牵头：\n“甲”", confidence: 1, inferred: false, mention: "" },
    },
    {
      id: `LEADS|agency/甲"乙'丙|task/《通知》#一/1~2`,
      type: "LEADS",
      source: `agency/甲"乙'丙`,
      target: "task/《通知》#一/1",
      properties: { from: 30, to: 32, quote: "又", confidence: 0.75, inferred: true },
    },
    {
      id: "PART_OF|agency/丁＃戊|agency/丁＃戊",
      type: "PART_OF",
      source: "agency/丁＃戊",
      target: "agency/丁＃戊",
      properties: {},
    },
  ],
};
