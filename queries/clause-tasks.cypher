// ---
// title: { zh: 各部分的任务, en: Tasks by clause }
// description:
//   zh: 一份文件各编号条款之下（含下级条款）的任务数和单位数，按原文次序排列。
//   en: >-
//     How many tasks and agencies stand under each clause of a document, with what is below it, in the
//     order of the text.
// tags: [document, task]
// view: chart
// parameters:
//   document:
//     type: document
//     default: 沪工总发〔2018〕22号
//     picker: >-
//       MATCH (d:Document)
//       WHERE d.ingested = true
//       RETURN d.id AS value, coalesce(d.number + ' ', '') + coalesce(d.title, '') AS label ORDER BY label, value
//     zh: 文件
//     en: Document
//   depth: { type: integer, default: 2, zh: 最深层级, en: Deepest level }
// columns:
//   clause: { zh: 条款, en: Clause }
//   heading: { zh: 条款标题, en: Heading }
//   tasks: { zh: 任务数, en: Tasks }
//   agencies: { zh: 单位数, en: Agencies }
//   leads: { zh: 牵头单位数, en: Lead agencies }
//   clauseId: { zh: 条款标识, en: Clause id }
// expect:
//   rows: 25
//   first:
//     clause: "附件1"
//     heading: "市总工会牵头和参与的改革任务的职责分工"
//     tasks: 28
//     agencies: 56
//     leads: 27
// ---
MATCH (d:Document)-[:HAS_CLAUSE*1..12]->(c:Clause)
WHERE (d.id = $document OR d.number = $document OR d.title = $document OR $document IN d.otherIds) AND c.depth <= $depth
MATCH (c)-[:HAS_CLAUSE*0..12]->(x:Clause)-[:STATES]->(t:Task)
OPTIONAL MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t)
WITH c, count(DISTINCT t.id) AS tasks, count(DISTINCT a.id) AS agencies,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN a.id END) AS leads
RETURN c.path AS clause, coalesce(c.heading, '') AS heading, tasks AS tasks, agencies AS agencies, leads AS leads,
  c.id AS clauseId
ORDER BY c.from, c.depth, clauseId
