// ---
// title: { zh: 一项任务的证据, en: Evidence for a task }
// description:
//   zh: 一项任务的每条关系及其原文出处：谁、什么角色、在哪里写的、哪条规则读出、有多大把握。
//   en: >-
//     Every relation of a task with the words that prove it: who, in what role, where, by which rule, how
//     surely.
// tags: [task, evidence]
// view: table
// parameters:
//   task: { type: task, default: 沪工总发〔2018〕22号#附件1/一/（一）, zh: 任务, en: Task }
// columns:
//   relation: { zh: 关系, en: Relation, codes: edges }
//   name: { zh: 对象, en: Who or what }
//   mention: { zh: 提及形式, en: Mention }
//   roleText: { zh: 角色原文, en: Role text }
//   layer: { zh: 范围, en: Layer }
//   quote: { zh: 原文, en: Quote }
//   from: { zh: 起点, en: From }
//   to: { zh: 终点, en: To }
//   rule: { zh: 规则, en: Rule }
//   confidence: { zh: 置信度, en: Confidence }
//   clauseId: { zh: 条款标识, en: Clause id }
//   nodeId: { zh: 对象标识, en: Id }
// expect:
//   rows: 14
//   first:
//     relation: "DERIVES_FROM"
//     name: "沪委发〔2018〕6号 第13条"
//     mention: "沪委发“6号文”第13条"
//     roleText: ""
//     layer: ""
// ---
MATCH (t:Task)
WHERE t.id = $task OR t.title = $task
MATCH (t)-[r]-(x)
WHERE r.quote IS NOT NULL
OPTIONAL MATCH (x)-[:PART_OF]->(p:Document)
RETURN type(r) AS relation,
  CASE WHEN x:Article THEN coalesce(p.number, p.title) + ' ' + x.label
    WHEN x:Document THEN coalesce(x.number, x.title) ELSE coalesce(x.name, x.metric, x.text) END AS name,
  coalesce(r.mention, '') AS mention, coalesce(r.roleText, r.cue, '') AS roleText,
  CASE WHEN x:Agency THEN coalesce(r.within, '本地区') ELSE '' END AS layer, r.quote AS quote, r.from AS from, r.to AS to,
  r.rule AS rule, r.confidence AS confidence, coalesce(r.clause, '') AS clauseId, x.id AS nodeId
ORDER BY r.from, relation, nodeId, r.id
