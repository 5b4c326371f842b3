// ---
// title: { zh: 组织内部各部门任务量, en: Workload inside an organisation }
// description:
//   zh: 一个组织内部各部门（单位）牵头、责任、参与的任务数，以及分管领导。
//   en: How many tasks each department has inside an organisation, and which leaders oversee them.
// tags: [agency, workload, layers]
// view: chart
// parameters:
//   body: { type: agency, default: 上海市总工会, zh: 组织, en: Organisation }
// columns:
//   agency: { zh: 单位, en: Agency }
//   leads: { zh: 牵头, en: Leads }
//   responsible: { zh: 责任, en: Responsible }
//   participates: { zh: 参与, en: Participates }
//   tasks: { zh: 任务数, en: Tasks }
//   leaders: { zh: 牵头任务的分管领导, en: Leaders of what it leads }
//   agencyId: { zh: 单位标识, en: Agency id }
// expect:
//   rows: 17
//   first:
//     agency: "上海市总工会基层工作部"
//     leads: 20
//     responsible: 0
//     participates: 10
//     tasks: 30
// ---
MATCH (b:Agency)
WHERE b.id = $body OR b.name = $body OR b.shortName = $body OR $body IN b.aliases
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WHERE r.within = b.name
OPTIONAL MATCH (l:Leader)-[:OVERSEES]->(t)
WITH a, type(r) AS role, t.id AS task, l.name AS leader
ORDER BY a.id, leader
WITH a, count(DISTINCT CASE WHEN role = 'LEADS' THEN task END) AS leads,
  count(DISTINCT CASE WHEN role = 'RESPONSIBLE_FOR' THEN task END) AS responsible,
  count(DISTINCT CASE WHEN role = 'PARTICIPATES_IN' THEN task END) AS participates,
  count(DISTINCT task) AS tasks,
  collect(DISTINCT CASE WHEN role = 'LEADS' THEN leader END) AS leaders
RETURN a.name AS agency, leads AS leads, responsible AS responsible, participates AS participates, tasks AS tasks,
  leaders AS leaders, a.id AS agencyId
ORDER BY tasks DESC, leads DESC, agencyId
