import type { EdgeData, GraphData, NodeData } from "../graph/model/graph-data.ts";

/** A small generator of numbers, the same at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A graph of the shape that documents give, as large as asked for: in 100 nodes 52 tasks, 30 clauses, 12 agencies, 3 articles,
 * 2 leaders and a document, and three edges a node. Agencies are used unevenly, as in life.
 */
export function grownGraph(size: number): GraphData {
  const pick = numbers(20_261_121);
  const nodes: NodeData[] = [];
  const edges: EdgeData[] = [];
  const ids: Record<string, string[]> = {};
  const grow = (label: NodeData["label"], share: number, make: (n: number) => NodeData["properties"]): void => {
    const list: string[] = [];
    for (let n = 0; n < Math.max(1, Math.round(size * share)); n++) {
      const id = `${label.toLowerCase()}/${n}`;
      list.push(id);
      nodes.push({ id, label, properties: make(n) });
    }
    ids[label] = list;
  };
  grow("Document", 0.01, (n) => ({ number: `临府发〔2030〕${n}号`, title: `第${n}号实施方案`, ingested: true }));
  grow("Clause", 0.3, (n) => ({
    path: `一/${n}`,
    heading: `第${n}节`,
    text: "各有关单位按职责分工抓好落实。",
    depth: 1,
  }));
  grow("Task", 0.52, (n) => ({ title: `任务${n}`, text: `完成第${n}项工作。`, deadline: `2030-0${1 + (n % 9)}-28` }));
  grow("Agency", 0.12, (n) => ({
    name: `临江市第${n}局`,
    shortName: `市${n}局`,
    aliases: [`${n}局`],
    kind: "department",
  }));
  grow("Article", 0.03, (n) => ({ number: n % 60, label: `第${n % 60}条` }));
  grow("Leader", 0.02, (n) => ({ name: `某${n}`, posts: ["副主任"] }));
  const any = (label: string): string => ids[label]?.[pick(ids[label]?.length ?? 1)] ?? "";
  // The smaller of two: some agencies have much to do, most have little.
  const busy = (): string => {
    const list = ids["Agency"] ?? [];
    return list[Math.min(pick(list.length), pick(list.length), pick(list.length))] ?? "";
  };
  const edge = (type: EdgeData["type"], source: string, target: string): void => {
    const from = pick(10_000);
    const quote = "（牵头单位：市一局，责任单位：市二局）";
    const evidence = { doc: ids["Document"]?.[0] ?? "", from, to: from + 4, quote, confidence: 0.95, inferred: false };
    edges.push({ id: `${type}|${edges.length}`, type, source, target, properties: evidence });
  };
  for (const article of ids["Article"] ?? []) edge("PART_OF", article, any("Document"));
  for (const clause of ids["Clause"] ?? []) edge("HAS_CLAUSE", any("Document"), clause);
  for (const task of ids["Task"] ?? []) {
    edge("STATES", any("Clause"), task);
    edge("LEADS", busy(), task);
    edge("RESPONSIBLE_FOR", busy(), task);
    edge("PARTICIPATES_IN", busy(), task);
    if (pick(3) > 0) edge("DERIVES_FROM", task, any("Article"));
    if (pick(2) > 0) edge("OVERSEES", any("Leader"), task);
  }
  return { nodes, edges };
}
