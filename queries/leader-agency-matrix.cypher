// ---
// title: { zh: 领导与牵头单位, en: Leaders by lead agency }
// description:
//   zh: 每位领导分管的任务由哪些单位牵头、各多少项；默认只看领导所在组织内部的牵头部门。
//   en: >-
//     Which agencies lead the tasks that each leader oversees, by default only the departments inside an
//     organisation.
// tags: [leader, agency, workload]
// view: matrix
// parameters:
//   inside: { type: boolean, default: true, zh: 只看组织内部的牵头部门, en: Only leads inside an organisation }
// columns:
//   leader: { zh: 领导, en: Leader }
//   agency: { zh: 单位, en: Agency }
//   layer: { zh: 范围, en: Layer }
//   tasks: { zh: 任务数, en: Tasks }
//   leaderId: { zh: 领导标识, en: Leader id }
//   agencyId: { zh: 单位标识, en: Agency id }
// expect:
//   rows: 18
//   first:
//     leader: "刘言浩"
//     agency: "上海市总工会权益保障部"
//     layer: "上海市总工会"
//     tasks: 7
//     leaderId: "leader/上海市总工会/刘言浩"
// ---
MATCH (l:Leader)-[:OVERSEES]->(t:Task)<-[r:LEADS]-(a:Agency)
WHERE NOT $inside OR r.within IS NOT NULL
WITH l, a, coalesce(r.within, '本地区') AS layer, count(DISTINCT t.id) AS tasks
RETURN l.name AS leader, a.name AS agency, layer AS layer, tasks AS tasks, l.id AS leaderId, a.id AS agencyId
ORDER BY leaderId, tasks DESC, agencyId, layer
