// ---
// title: { zh: 各类单位的角色, en: Kinds of body by role }
// description:
//   zh: 党委、政府、工会、群团等各类单位在各角色上的单位数和任务数。
//   en: How many bodies of each kind act in each role, and for how many tasks.
// tags: [agency, workload]
// view: matrix
// columns:
//   kind: { zh: 性质, en: Kind, codes: Agency.kind }
//   role: { zh: 角色, en: Role, codes: edges }
//   agencies: { zh: 单位数, en: Agencies }
//   tasks: { zh: 任务数, en: Tasks }
// expect:
//   rows: 24
//   first:
//     kind: "congress"
//     role: "LEADS"
//     agencies: 1
//     tasks: 1
// ---
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WITH coalesce(a.kind, '') AS kind, type(r) AS role, count(DISTINCT a.id) AS agencies,
  count(DISTINCT t.id) AS tasks
RETURN kind AS kind, role AS role, agencies AS agencies, tasks AS tasks
ORDER BY kind, CASE role WHEN 'LEADS' THEN 1 WHEN 'RESPONSIBLE_FOR' THEN 2 ELSE 3 END
