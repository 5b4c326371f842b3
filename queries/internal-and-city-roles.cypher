// ---
// title: { zh: 内外两层分工, en: Roles inside and outside an organisation }
// description:
//   zh: 一个组织内部有分工的任务：本地区的牵头、承担单位，与组织内部的牵头、参与部门和分管领导对照。
//   en: >-
//     Tasks that an organisation divides among its own departments, next to who leads and works on them in
//     the region.
// tags: [task, layers, accountability]
// view: table
// parameters:
//   body:
//     type: agency
//     default: 上海市总工会
//     picker: >-
//       MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(:Task)
//       MATCH (b:Agency)
//       WHERE b.name = r.within
//       RETURN DISTINCT b.id AS value, b.name AS label ORDER BY label
//     zh: 组织
//     en: Organisation
// columns:
//   task: { zh: 任务, en: Task }
//   leads: { zh: 本地区牵头, en: Lead in the region }
//   others: { zh: 本地区其他承担单位, en: Others in the region }
//   insideLeads: { zh: 内部牵头, en: Lead inside }
//   insideOthers: { zh: 内部其他部门, en: Others inside }
//   leaders: { zh: 分管领导, en: Leaders }
//   document: { zh: 文件, en: Document }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 48
//   first:
//     task: "加大对技能要素参与分配的激励力度"
//     others: ["上海市国有资产监督管理委员会","上海市工商业联合会","上海市企业联合会"]
//     insideLeads: ["上海市总工会基层工作部"]
//     insideOthers: ["上海市总工会权益保障部","上海市职工技协服务中心"]
//     leaders: ["周奇"]
// ---
MATCH (b:Agency)
WHERE b.id = $body OR b.name = $body OR b.shortName = $body OR $body IN b.aliases
MATCH (:Agency)-[w:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WHERE w.within = b.name
WITH DISTINCT t, b.name AS body, w.doc AS doc
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t)
WHERE r.within IS NULL OR r.within = body
WITH t, doc, a.name AS name, type(r) = 'LEADS' AS isLead, r.within IS NOT NULL AS inside, min(r.rank) AS place
ORDER BY t.id, place, name
WITH t, doc, collect(CASE WHEN isLead AND NOT inside THEN name END) AS leads,
  collect(CASE WHEN NOT isLead AND NOT inside THEN name END) AS others,
  collect(CASE WHEN isLead AND inside THEN name END) AS insideLeads,
  collect(CASE WHEN NOT isLead AND inside THEN name END) AS insideOthers
OPTIONAL MATCH (l:Leader)-[:OVERSEES]->(t)
WITH DISTINCT t, doc, leads, others, insideLeads, insideOthers, l.name AS leader
ORDER BY t.id, leader
WITH t, doc, leads, others, insideLeads, insideOthers, collect(leader) AS leaders
MATCH (t)<-[:STATES]-(c:Clause)<-[:HAS_CLAUSE*1..12]-(d:Document)
WHERE d.id = doc
RETURN t.title AS task, leads AS leads, others AS others, insideLeads AS insideLeads, insideOthers AS insideOthers,
  leaders AS leaders, coalesce(d.number, d.title) AS document, t.id AS taskId
ORDER BY document, c.from, taskId
