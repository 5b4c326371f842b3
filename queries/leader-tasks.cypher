// ---
// title: { zh: 一位领导分管的任务, en: Tasks of a leader }
// description:
//   zh: 一位具名领导牵头、分管或负责的任务，附牵头单位、时限和出处。
//   en: The tasks that a named person leads, oversees or answers for, with the leading agencies.
// tags: [leader, task]
// view: table
// parameters:
//   leader: { type: leader, default: 周奇, zh: 领导, en: Leader }
// columns:
//   task: { zh: 任务, en: Task }
//   role: { zh: 角色原文, en: Role text }
//   agencies: { zh: 牵头单位, en: Leading agencies }
//   deadline: { zh: 完成时限, en: Deadline }
//   document: { zh: 文件, en: Document }
//   quote: { zh: 原文, en: Quote }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 18
//   first:
//     task: "加大对技能要素参与分配的激励力度"
//     role: "市总分管领导"
//     deadline: null
//     document: "沪工总发〔2018〕22号"
//     quote: "市总分管领导：周奇"
// ---
MATCH (l:Leader)-[r:OVERSEES]->(t:Task)
WHERE l.id = $leader OR l.name = $leader
WITH t, r.doc AS doc, min(r.from) AS place, min(r.quote) AS quote, min(r.roleText) AS role
OPTIONAL MATCH (d:Document) WHERE d.id = doc
OPTIONAL MATCH (a:Agency)-[:LEADS]->(t)
WITH t, d, place, quote, role, a.name AS agency
ORDER BY agency
WITH t, d, place, quote, role, collect(DISTINCT agency) AS agencies
RETURN t.title AS task, role AS role, agencies AS agencies, coalesce(t.deadline, t.deadlineText) AS deadline,
  coalesce(d.number, d.title) AS document, quote AS quote, t.id AS taskId
ORDER BY document, place, taskId
