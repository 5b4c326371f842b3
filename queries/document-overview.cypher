// ---
// title: { zh: 各文件概况, en: Documents at a glance }
// description:
//   zh: 每份已收录文件的条款数、任务数、有牵头的任务数、有时限的任务数、单位数、领导数和指标数。
//   en: >-
//     For each document read: its clauses, tasks, tasks with a lead, tasks with a deadline, agencies,
//     leaders and targets.
// tags: [document, workload, coverage]
// view: chart
// columns:
//   document: { zh: 文件, en: Document }
//   title: { zh: 标题, en: Title }
//   clauses: { zh: 条款数, en: Clauses }
//   tasks: { zh: 任务数, en: Tasks }
//   led: { zh: 有牵头, en: With a lead }
//   dated: { zh: 有时限, en: With a deadline }
//   agencies: { zh: 单位数, en: Agencies }
//   leaders: { zh: 领导数, en: Leaders }
//   targets: { zh: 指标数, en: Targets }
//   documentId: { zh: 文件标识, en: Document id }
// expect:
//   rows: 5
//   first:
//     document: "沪工总发〔2018〕22号"
//     clauses: 64
//     tasks: 49
//     led: 49
//     dated: 0
// ---
MATCH (d:Document)
WHERE d.ingested = true
OPTIONAL MATCH (d)-[:HAS_CLAUSE*1..12]->(c:Clause)
OPTIONAL MATCH (c)-[:STATES]->(t:Task)
OPTIONAL MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t)
OPTIONAL MATCH (l:Leader)-[:OVERSEES]->(t)
WITH d, count(DISTINCT CASE WHEN c.kind IN ['item', 'heading'] THEN c.id END) AS clauses, count(DISTINCT t.id) AS tasks,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN t.id END) AS led,
  count(DISTINCT CASE WHEN coalesce(t.deadline, t.deadlineText) IS NOT NULL THEN t.id END) AS dated,
  count(DISTINCT a.id) AS agencies, count(DISTINCT l.id) AS leaders
OPTIONAL MATCH ()-[s:SETS]->(g:Target) WHERE s.doc = d.id
WITH d, clauses, tasks, led, dated, agencies, leaders, count(DISTINCT g.id) AS targets
RETURN coalesce(d.number, d.title) AS document, coalesce(d.enclosedTitle, d.title, '') AS title, clauses AS clauses,
  tasks AS tasks, led AS led, dated AS dated, agencies AS agencies, leaders AS leaders, targets AS targets,
  d.id AS documentId
ORDER BY tasks DESC, documentId
