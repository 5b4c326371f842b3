// ---
// title: { zh: 没有落实单位的任务, en: Unassigned tasks }
// description:
//   zh: 没有任何牵头、责任或参与单位的任务，附分管领导（如有），按原文次序排列。
//   en: >-
//     Tasks that no agency leads, answers for or takes part in, with the leader if one is named, in the
//     order of the text.
// tags: [task, accountability, quality]
// view: table
// columns:
//   task: { zh: 任务, en: Task }
//   kind: { zh: 清单, en: List }
//   leaders: { zh: 分管领导, en: Leaders }
//   deadline: { zh: 完成时限, en: Deadline }
//   document: { zh: 文件, en: Document }
//   clause: { zh: 条款, en: Clause }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 3
//   first:
//     task: "各单位于11月1日上报年度产改工作总结。"
//     kind: "时限事项"
//     leaders: []
//     deadline: "11月1日"
//     document: "重庆市教科文卫体工会关于进一步推进全市教科文卫体系统产业工人队伍建设改革工作的实施意见"
// ---
MATCH (d:Document)-[:HAS_CLAUSE*1..12]->(c:Clause)-[:STATES]->(t:Task)
WHERE NOT EXISTS { (:Agency)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t) }
OPTIONAL MATCH (l:Leader)-[:OVERSEES]->(t)
WITH DISTINCT d, c, t, l.name AS leader
ORDER BY leader
WITH d, c, t, collect(leader) AS leaders
RETURN t.title AS task, coalesce(t.kind, '') AS kind, leaders AS leaders,
  coalesce(t.deadline, t.deadlineText, '') AS deadline, coalesce(d.number, d.title) AS document, c.path AS clause,
  t.id AS taskId
ORDER BY document, c.from, taskId
