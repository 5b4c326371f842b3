// ---
// title: { zh: 承担单位过多的任务, en: Tasks with many agencies }
// description:
//   zh: 承担单位达到一定数量的任务：单位越多，责任越可能落空。
//   en: Tasks shared by so many agencies that nobody may feel answerable.
// tags: [task, workload, accountability]
// view: table
// parameters:
//   minimum: { type: integer, default: 8, zh: 至少单位数, en: At least so many agencies }
// columns:
//   task: { zh: 任务, en: Task }
//   agencies: { zh: 单位数, en: Agencies }
//   leads: { zh: 牵头, en: Leads }
//   responsible: { zh: 责任, en: Responsible }
//   participates: { zh: 参与, en: Participates }
//   document: { zh: 文件, en: Document }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 25
//   first:
//     task: "加强对产业工人教育和培训的统筹"
//     agencies: 13
//     leads: 3
//     responsible: 0
//     participates: 10
// ---
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WITH t, count(DISTINCT a.id) AS agencies,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN a.id END) AS leads,
  count(DISTINCT CASE WHEN type(r) = 'RESPONSIBLE_FOR' THEN a.id END) AS responsible,
  count(DISTINCT CASE WHEN type(r) = 'PARTICIPATES_IN' THEN a.id END) AS participates
WHERE agencies >= $minimum
MATCH (t)<-[:STATES]-(c:Clause)<-[:HAS_CLAUSE*1..12]-(d:Document)
WITH DISTINCT t, d, agencies, leads, responsible, participates
RETURN t.title AS task, agencies AS agencies, leads AS leads, responsible AS responsible,
  participates AS participates, coalesce(d.number, d.title) AS document, t.id AS taskId
ORDER BY agencies DESC, leads DESC, taskId, document
