// ---
// title: { zh: 单位与角色, en: Agencies by role }
// description:
//   zh: 任务最多的单位在牵头、责任、参与各角色上的任务数，可排成矩阵。
//   en: How many tasks the busiest agencies have in each role, one row an agency and role.
// tags: [agency, workload]
// view: matrix
// parameters:
//   top: { type: integer, default: 20, zh: 最多单位数, en: At most so many agencies }
//   groups: { type: boolean, default: false, zh: 包括统称（如各区）, en: Include groups such as 各区 }
// columns:
//   agency: { zh: 单位, en: Agency }
//   role: { zh: 角色, en: Role, codes: edges }
//   tasks: { zh: 任务数, en: Tasks }
//   agencyId: { zh: 单位标识, en: Agency id }
// expect:
//   rows: 43
//   first:
//     agency: "上海市总工会基层工作部"
//     role: "LEADS"
//     tasks: 20
//     agencyId: "agency/上海市总工会基层工作部"
// ---
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WHERE $groups OR coalesce(a.kind, '') <> 'group'
WITH a, type(r) AS role, count(DISTINCT t.id) AS tasks
ORDER BY a.id, role
WITH a, collect({role: role, tasks: tasks}) AS cells, sum(tasks) AS total
ORDER BY total DESC, a.id
LIMIT $top
UNWIND cells AS cell
RETURN a.name AS agency, cell.role AS role, cell.tasks AS tasks, a.id AS agencyId
ORDER BY total DESC, agencyId,
  CASE cell.role WHEN 'LEADS' THEN 1 WHEN 'RESPONSIBLE_FOR' THEN 2 ELSE 3 END
