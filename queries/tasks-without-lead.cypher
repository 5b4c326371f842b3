// ---
// title: { zh: 无人牵头的任务, en: Tasks without a lead }
// description:
//   zh: 有责任或参与单位、却没有牵头单位的任务。
//   en: Tasks that have agencies, but none that leads.
// tags: [task, accountability, quality]
// view: table
// columns:
//   task: { zh: 任务, en: Task }
//   responsible: { zh: 责任单位, en: Responsible }
//   participates: { zh: 参与单位, en: Participating }
//   document: { zh: 文件, en: Document }
//   clause: { zh: 条款, en: Clause }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 23
//   first:
//     task: "切实推动党的十九大精神入耳入脑入心"
//     responsible: ["上海市总工会宣传教育部","上海市总工会组织部"]
//     participates: []
//     document: "沪工办〔2018〕1号"
//     clause: "一/1"
// ---
MATCH (a:Agency)-[r:RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WHERE NOT EXISTS { (:Agency)-[:LEADS]->(t) }
WITH t, a.name AS name, type(r) AS role, min(r.rank) AS place, min(r.from) AS start
ORDER BY t.id, start, place, name
WITH t, collect(DISTINCT CASE WHEN role = 'RESPONSIBLE_FOR' THEN name END) AS responsible,
  collect(DISTINCT CASE WHEN role = 'PARTICIPATES_IN' THEN name END) AS participates
MATCH (t)<-[:STATES]-(c:Clause)<-[:HAS_CLAUSE*1..12]-(d:Document)
RETURN t.title AS task, responsible AS responsible, participates AS participates,
  coalesce(d.number, d.title) AS document, c.path AS clause, t.id AS taskId
ORDER BY document, c.from, taskId
