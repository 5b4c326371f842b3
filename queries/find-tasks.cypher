// ---
// title: { zh: 按词找任务, en: Find tasks by words }
// description:
//   zh: 标题或正文含某词的任务，附牵头单位、所在文件和条款。
//   en: Tasks whose title or text holds the words, with who leads and where it is written.
// tags: [task, search]
// view: table
// parameters:
//   words: { type: string, default: 培训, zh: 词语, en: Words }
// columns:
//   task: { zh: 任务, en: Task }
//   agencies: { zh: 牵头单位, en: Leading agencies }
//   deadline: { zh: 完成时限, en: Deadline }
//   document: { zh: 文件, en: Document }
//   clause: { zh: 条款, en: Clause }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 11
//   first:
//     task: "改革职业技能培训制度"
//     agencies: ["攀枝花市人力资源和社会保障局"]
//     deadline: ""
//     document: "攀委发〔2018〕21号"
//     clause: "二/（三）/8"
// ---
MATCH (d:Document)-[:HAS_CLAUSE*1..12]->(c:Clause)-[:STATES]->(t:Task)
WHERE t.title CONTAINS $words OR t.text CONTAINS $words
OPTIONAL MATCH (a:Agency)-[:LEADS]->(t)
WITH DISTINCT d, c, t, a.name AS name
ORDER BY t.id, name
WITH d, c, t, collect(name) AS agencies
RETURN t.title AS task, agencies AS agencies, coalesce(t.deadline, t.deadlineText, '') AS deadline,
  coalesce(d.number, d.title) AS document, c.path AS clause, t.id AS taskId
ORDER BY document, c.from, taskId
