// ---
// title: { zh: 两地同题对比, en: Two places on one theme }
// description:
//   zh: 两个地区的文件中标题或正文含某一主题词的任务，并列其牵头、其他承担单位和时限。
//   en: >-
//     The tasks of two places whose title or text holds a word, side by side with who leads and who works
//     on them.
// tags: [region, comparison, task]
// view: table
// parameters:
//   theme: { type: string, default: 技能, zh: 主题词, en: Theme }
//   first:
//     type: string
//     default: 上海市
//     picker: >-
//       MATCH (d:Document)
//       WHERE d.ingested = true AND d.region IS NOT NULL
//       RETURN DISTINCT d.region AS value, d.region AS label ORDER BY value
//     zh: 地区一
//     en: First place
//   second:
//     type: string
//     default: 攀枝花市
//     picker: >-
//       MATCH (d:Document)
//       WHERE d.ingested = true AND d.region IS NOT NULL
//       RETURN DISTINCT d.region AS value, d.region AS label ORDER BY value
//     zh: 地区二
//     en: Second place
// columns:
//   region: { zh: 地区, en: Region }
//   task: { zh: 任务, en: Task }
//   leads: { zh: 牵头单位, en: Lead }
//   others: { zh: 其他承担单位, en: Others }
//   deadline: { zh: 完成时限, en: Deadline }
//   document: { zh: 文件, en: Document }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 14
//   first:
//     region: "上海市"
//     task: "加大对技能要素参与分配的激励力度"
//     deadline: ""
//     document: "沪工总发〔2018〕22号"
//     taskId: "task/沪工总发〔2018〕22号#附件1/一/（一）"
// ---
MATCH (d:Document)-[:HAS_CLAUSE*1..12]->(c:Clause)-[:STATES]->(t:Task)
WHERE d.region IN [$first, $second] AND (t.title CONTAINS $theme OR t.text CONTAINS $theme)
WITH d, c, t, CASE WHEN d.region = $first THEN 1 ELSE 2 END AS side
OPTIONAL MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t)
WHERE r.within IS NULL
WITH d, c, t, side, a.name AS name, type(r) = 'LEADS' AS isLead, min(r.from) AS place
ORDER BY t.id, place, name
WITH d, c, t, side, collect(CASE WHEN isLead THEN name END) AS leads,
  collect(CASE WHEN NOT isLead THEN name END) AS others
RETURN d.region AS region, t.title AS task, leads AS leads, others AS others,
  coalesce(t.deadline, t.deadlineText, '') AS deadline, coalesce(d.number, d.title) AS document, t.id AS taskId
ORDER BY side, document, c.from, taskId
