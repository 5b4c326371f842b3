// ---
// title: { zh: 更名单位, en: Agencies renamed }
// description:
//   zh: 已更名或职能并入他处的单位：现为何单位、何时更名，新旧名下各有多少任务。
//   en: >-
//     Agencies that have a successor: which, since when, and how many tasks stand under the old and the
//     new name.
// tags: [agency, quality]
// view: table
// columns:
//   before: { zh: 原单位, en: Before }
//   after: { zh: 现单位, en: After }
//   date: { zh: 更名时间, en: Date }
//   tasksBefore: { zh: 原名下任务数, en: Tasks under the old name }
//   tasksAfter: { zh: 现名下任务数, en: Tasks under the new name }
//   beforeId: { zh: 原单位标识, en: Old id }
//   afterId: { zh: 现单位标识, en: New id }
// expect:
//   rows: 9
//   first:
//     before: "上海市文化广播影视管理局"
//     after: "上海市文化和旅游局"
//     date: "2018"
//     tasksBefore: 2
//     tasksAfter: 0
// ---
MATCH (a:Agency)-[s:SUCCEEDED_BY]->(b:Agency)
WITH DISTINCT a, b, coalesce(s.date, '') AS date
OPTIONAL MATCH (a)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WITH a, b, date, count(DISTINCT t.id) AS tasksBefore
OPTIONAL MATCH (b)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WITH a, b, date, tasksBefore, count(DISTINCT t.id) AS tasksAfter
RETURN a.name AS before, b.name AS after, date AS date, tasksBefore AS tasksBefore, tasksAfter AS tasksAfter,
  a.id AS beforeId, b.id AS afterId
ORDER BY tasksBefore DESC, beforeId, afterId
