// ---
// title: { zh: 将到期的任务和指标, en: Deadlines ahead }
// description:
//   zh: 从给定日期起到期的任务和应达到的指标（按当年年底计），按时限排列，附牵头和责任单位、分管领导。
//   en: >-
//     Tasks due and figures to be reached (by the end of their year) from a date on, soonest first, and
//     who answers for them.
// tags: [task, target, time]
// view: table
// parameters:
//   from: { type: date, default: '2018-01-01', zh: 自该日起, en: On or after }
//   to: { type: date, required: false, zh: 至该日止, en: On or before }
// columns:
//   deadline: { zh: 完成时限, en: Deadline }
//   label: { zh: 类型, en: Kind, codes: nodes }
//   name: { zh: 任务或指标, en: Task or target }
//   words: { zh: 时限原文, en: Words }
//   agencies: { zh: 牵头和责任单位, en: Leading and responsible }
//   leaders: { zh: 分管领导, en: Leaders }
//   document: { zh: 文件, en: Document }
//   nodeId: { zh: 标识, en: Id }
// expect:
//   rows: 9
//   first:
//     deadline: "2018-12-31"
//     label: "Target"
//     name: "新增户外职工“爱心接力站”的任务"
//     words: "完成2018年新增1000家户外职工“爱心接力站”的任务"
//     leaders: []
// ---
MATCH (x)
WHERE (x:Task AND x.deadline IS NOT NULL) OR (x:Target AND x.year IS NOT NULL)
WITH x, CASE WHEN x:Task THEN 'Task' ELSE 'Target' END AS label,
  CASE WHEN x:Task THEN x.deadline ELSE x.year + '-12-31' END AS deadline
WHERE deadline >= $from AND ($to IS NULL OR deadline <= $to)
OPTIONAL MATCH (x)<-[:SETS*0..1]-(t:Task)<-[:LEADS|RESPONSIBLE_FOR]-(a:Agency)
WITH DISTINCT x, label, deadline, a.name AS name
ORDER BY x.id, name
WITH x, label, deadline, collect(name) AS agencies
OPTIONAL MATCH (x)<-[:SETS*0..1]-(t:Task)<-[:OVERSEES]-(l:Leader)
WITH DISTINCT x, label, deadline, agencies, l.name AS leader
ORDER BY x.id, leader
WITH x, label, deadline, agencies, collect(leader) AS leaders
MATCH (x)<-[:STATES|SETS*1..2]-(c:Clause)<-[:HAS_CLAUSE*1..12]-(d:Document)
WITH DISTINCT x, label, deadline, agencies, leaders, d
RETURN deadline AS deadline, label AS label, coalesce(x.title, x.metric, x.text) AS name,
  coalesce(x.deadlineText, x.text, '') AS words, agencies AS agencies, leaders AS leaders,
  coalesce(d.number, d.title) AS document, x.id AS nodeId
ORDER BY deadline, document, nodeId
