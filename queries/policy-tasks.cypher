// ---
// title: { zh: 依据一份文件的任务, en: Tasks that derive from a policy }
// description:
//   zh: 以一份文件（或其中某一条）为依据的任务，按条文次序排列，附牵头单位。
//   en: The tasks that invoke a document, or one of its articles, as authority, by article, with the leading agencies.
// tags: [document, task, lineage]
// view: table
// parameters:
//   document: { type: document, default: 沪委发〔2018〕6号, zh: 文件, en: Document }
// columns:
//   article: { zh: 条文, en: Article }
//   task: { zh: 任务, en: Task }
//   agencies: { zh: 牵头单位, en: Leading agencies }
//   deadline: { zh: 完成时限, en: Deadline }
//   document: { zh: 所在文件, en: Stated in }
//   quote: { zh: 原文, en: Quote }
//   taskId: { zh: 任务标识, en: Task id }
//   articleId: { zh: 条文标识, en: Article id }
// expect:
//   rows: 28
//   first:
//     article: "第3条"
//     task: "加强产业工人思想政治工作"
//     agencies: ["上海市总工会宣传部","中共上海市委宣传部"]
//     deadline: null
//     document: "沪工总发〔2018〕22号"
// ---
MATCH (t:Task)-[r:DERIVES_FROM]->(x)-[:PART_OF*0..1]->(p:Document)
WHERE p.id = $document OR p.number = $document OR p.title = $document OR $document IN p.otherIds
WITH t, x, r.doc AS doc, min(r.quote) AS quote, min(r.from) AS place
OPTIONAL MATCH (d:Document) WHERE d.id = doc
OPTIONAL MATCH (a:Agency)-[:LEADS]->(t)
WITH t, x, d, quote, place, a.name AS agency
ORDER BY agency
WITH t, x, d, quote, place, collect(DISTINCT agency) AS agencies
RETURN coalesce(x.label, '全文') AS article, t.title AS task, agencies AS agencies,
  coalesce(t.deadline, t.deadlineText) AS deadline, coalesce(d.number, d.title) AS document, quote AS quote,
  t.id AS taskId, x.id AS articleId
ORDER BY coalesce(x.number, 0), coalesce(x.paragraph, 0), coalesce(x.item, 0), document, place, taskId
