// ---
// title: { zh: 对口部门, en: Liaison departments }
// description:
//   zh: 本地区牵头单位与一个组织内部牵头部门的对应：同一任务上各有多少次对口，可排成矩阵。
//   en: "Which departments inside an organisation lead on the tasks that an outside agency leads: whom to call."
// tags: [agency, layers, collaboration]
// view: matrix
// parameters:
//   body: { type: agency, default: 上海市总工会, zh: 组织, en: Organisation }
// columns:
//   agency: { zh: 单位, en: Agency }
//   department: { zh: 内部牵头部门, en: Department inside }
//   tasks: { zh: 任务数, en: Tasks }
//   agencyId: { zh: 单位标识, en: Agency id }
//   departmentId: { zh: 部门标识, en: Department id }
// expect:
//   rows: 30
//   first:
//     agency: "上海市人力资源和社会保障局"
//     department: "上海市总工会基层工作部"
//     tasks: 9
//     agencyId: "agency/上海市人力资源和社会保障局"
//     departmentId: "agency/上海市总工会基层工作部"
// ---
MATCH (b:Agency)
WHERE b.id = $body OR b.name = $body OR b.shortName = $body OR $body IN b.aliases
MATCH (c:Agency)-[s:LEADS]->(t:Task)
WHERE s.within = b.name
MATCH (a:Agency)-[r:LEADS]->(t)
WHERE r.within IS NULL AND a.id <> b.id
WITH a, c, count(DISTINCT t.id) AS tasks
RETURN a.name AS agency, c.name AS department, tasks AS tasks, a.id AS agencyId, c.id AS departmentId
ORDER BY agencyId, tasks DESC, departmentId
