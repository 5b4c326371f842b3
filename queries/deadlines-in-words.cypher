// ---
// title: { zh: 没有具体日期的时限, en: Deadlines without a date }
// description:
//   zh: 写了时限、但推不出日期（如没有年份，或全年、长期）的任务，附时限原文。
//   en: Tasks whose deadline is given in words from which no date follows, such as a day without a year.
// tags: [task, time, quality]
// view: table
// columns:
//   words: { zh: 时限原文, en: Words }
//   task: { zh: 任务, en: Task }
//   kind: { zh: 清单, en: List }
//   document: { zh: 文件, en: Document }
//   date: { zh: 成文日期, en: Date }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 3
//   first:
//     words: "11月1日"
//     task: "各单位于11月1日上报年度产改工作总结。"
//     kind: "时限事项"
//     document: "重庆市教科文卫体工会关于进一步推进全市教科文卫体系统产业工人队伍建设改革工作的实施意见"
//     date: "未注明"
// ---
MATCH (d:Document)-[:HAS_CLAUSE*1..12]->(c:Clause)-[:STATES]->(t:Task)
WHERE t.deadlineText IS NOT NULL AND t.deadline IS NULL
WITH DISTINCT d, c, t
RETURN t.deadlineText AS words, t.title AS task, coalesce(t.kind, '') AS kind, coalesce(d.number, d.title) AS document,
  coalesce(d.date, '未注明') AS date, t.id AS taskId
ORDER BY document, c.from, taskId
