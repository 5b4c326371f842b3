// ---
// title: { zh: 各单位任务量, en: Workload of agencies }
// description:
//   zh: 每个单位以牵头、责任、参与三种角色承担的任务数，按任务总数排列。
//   en: How many tasks each agency leads, is responsible for and participates in, most tasks first.
// tags: [agency, workload]
// view: chart
// parameters:
//   groups: { type: boolean, default: false, zh: 包括统称（如各区）, en: Include groups such as 各区 }
// columns:
//   agency: { zh: 单位, en: Agency }
//   kind: { zh: 性质, en: Kind, codes: Agency.kind }
//   leads: { zh: 牵头, en: Leads }
//   responsible: { zh: 责任, en: Responsible }
//   participates: { zh: 参与, en: Participates }
//   tasks: { zh: 任务总数, en: Tasks }
//   agencyId: { zh: 单位标识, en: Agency id }
// expect:
//   rows: 85
//   first:
//     agency: "上海市总工会基层工作部"
//     kind: "department"
//     leads: 20
//     responsible: 11
//     participates: 10
// ---
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WHERE $groups OR coalesce(a.kind, '') <> 'group'
WITH a, type(r) AS role, t.id AS task
WITH a.id AS agencyId, a.name AS agency, a.kind AS kind,
  count(DISTINCT CASE WHEN role = 'LEADS' THEN task END) AS leads,
  count(DISTINCT CASE WHEN role = 'RESPONSIBLE_FOR' THEN task END) AS responsible,
  count(DISTINCT CASE WHEN role = 'PARTICIPATES_IN' THEN task END) AS participates,
  count(DISTINCT task) AS tasks
RETURN agency AS agency, kind AS kind, leads AS leads, responsible AS responsible, participates AS participates,
  tasks AS tasks, agencyId AS agencyId
ORDER BY tasks DESC, leads DESC, responsible DESC, agencyId
