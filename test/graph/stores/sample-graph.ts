import type {
  EdgeData,
  EdgeType,
  GraphData,
  NodeData,
  NodeLabel,
  Properties,
} from "../../../graph/model/graph-data.ts";

/**
 * A small invented graph: two documents, a union city hall, four agencies, two leaders, three tasks, one policy with two
 * articles. Small enough to know every answer by heart.
 */
const node = (id: string, label: NodeLabel, properties: Properties = {}): NodeData => ({ id, label, properties });

const taken = new Map<string, number>();
function edge(type: EdgeType, source: string, target: string, properties: Properties = {}): EdgeData {
  const id = `${type}|${source}|${target}`;
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return { id: count === 1 ? id : `${id}~${count}`, type, source, target, properties };
}

const plan = "doc/临工总发〔2030〕8号";
const basis = "doc/临委发〔2029〕3号";
const clause = (path: string): string => `clause/临工总发〔2030〕8号#${path}`;
const task = (path: string): string => `task/临工总发〔2030〕8号#${path}`;
const article = (number: number): string => `article/临委发〔2029〕3号#${number}`;
const evidence = (from: number, to: number, quote: string): Properties => ({
  doc: plan,
  from,
  to,
  quote,
  rule: "label-bracket",
  confidence: 0.95,
  inferred: false,
});

export const agencies = {
  union: "agency/临江市总工会",
  labour: "agency/临江市人力资源和社会保障局",
  education: "agency/临江市教育局",
  districts: "agency/临江市各区",
} as const;

export const tasks = { school: task("一/1"), survey: task("一/2"), award: task("二/1") } as const;

export const sampleGraph: GraphData = {
  nodes: [
    node(plan, "Document", {
      number: "临工总发〔2030〕8号",
      title: "技能提升行动方案",
      kind: "方案",
      date: "2030-05-01",
      issuers: ["临江市总工会"],
      ingested: true,
      source: "plan.txt",
      sha256: "a".repeat(64),
    }),
    node(basis, "Document", { number: "临委发〔2029〕3号", title: "产业工人队伍建设意见", ingested: false }),
    node(clause("一"), "Clause", { path: "一", marker: "一、", heading: "培训", kind: "item", depth: 1, ordinal: 1 }),
    node(clause("二"), "Clause", { path: "二", marker: "二、", heading: "激励", kind: "item", depth: 1, ordinal: 2 }),
    node(article(3), "Article", { number: 3, label: "第3条" }),
    node(article(10), "Article", { number: 10, label: "第10条" }),
    node(tasks.school, "Task", {
      title: "开办夜校",
      text: "在园区开办职工夜校。",
      deadline: "2030-06-30",
      source: "plan.txt",
    }),
    node(tasks.survey, "Task", { title: "摸底调查", text: "完成技能状况调查。", source: "plan.txt" }),
    node(tasks.award, "Task", { title: "评选工匠", text: "每年评选一批工匠。", source: "plan.txt" }),
    node(agencies.union, "Agency", {
      name: "临江市总工会",
      shortName: "市总工会",
      aliases: ["市总", "市总工会"],
      kind: "union",
      level: "city",
      region: "临江市",
    }),
    node(agencies.labour, "Agency", {
      name: "临江市人力资源和社会保障局",
      shortName: "市人社局",
      aliases: ["市人力资源社会保障局"],
      kind: "department",
    }),
    node(agencies.education, "Agency", {
      name: "临江市教育局",
      shortName: "市教育局",
      aliases: [],
      kind: "department",
    }),
    node(agencies.districts, "Agency", { name: "临江市各区", kind: "group" }),
    node("leader/临江市总工会/周奇", "Leader", { name: "周奇", posts: ["副主席"] }),
    node("leader/临江市总工会/吴越", "Leader", { name: "吴越", posts: [] }),
  ],
  edges: [
    edge("HAS_CLAUSE", plan, clause("一")),
    edge("HAS_CLAUSE", plan, clause("二")),
    edge("STATES", clause("一"), tasks.school),
    edge("STATES", clause("一"), tasks.survey),
    edge("STATES", clause("二"), tasks.award),
    edge("ISSUED", agencies.union, plan, evidence(0, 6, "临江市总工会")),
    edge("PART_OF", article(3), basis),
    edge("PART_OF", article(10), basis),
    edge("LEADS", agencies.union, tasks.school, {
      ...evidence(20, 25, "牵头单位：市总工会"),
      mention: "市总工会",
      rank: 1,
    }),
    edge("RESPONSIBLE_FOR", agencies.labour, tasks.school, { ...evidence(31, 35, "责任单位：市人社局"), rank: 1 }),
    edge("RESPONSIBLE_FOR", agencies.labour, tasks.school, { ...evidence(41, 45, "市人社局负责"), rank: 1 }),
    edge("PARTICIPATES_IN", agencies.education, tasks.school, evidence(50, 54, "参与单位：市教育局")),
    edge("LEADS", agencies.labour, tasks.survey, evidence(80, 84, "牵头单位：市人社局")),
    edge("PARTICIPATES_IN", agencies.districts, tasks.survey, evidence(90, 92, "参与单位：各区")),
    edge("LEADS", agencies.union, tasks.award, evidence(120, 125, "牵头单位：市总工会")),
    edge("PARTICIPATES_IN", agencies.labour, tasks.award, evidence(130, 134, "配合单位：市人社局")),
    edge("OVERSEES", "leader/临江市总工会/周奇", tasks.school, evidence(60, 62, "牵头领导：周奇")),
    edge("OVERSEES", "leader/临江市总工会/周奇", tasks.award, evidence(140, 142, "牵头领导：周奇")),
    edge("OVERSEES", "leader/临江市总工会/吴越", tasks.survey, evidence(95, 97, "牵头领导：吴越")),
    edge("DERIVES_FROM", tasks.school, article(3), evidence(15, 18, "第3条")),
    edge("DERIVES_FROM", tasks.award, article(10), evidence(112, 116, "第10条")),
    edge("DERIVES_FROM", tasks.survey, basis, evidence(70, 78, "根据临委发〔2029〕3号")),
    edge("SERVES_IN", "leader/临江市总工会/周奇", agencies.union, { post: "副主席" }),
  ],
};
