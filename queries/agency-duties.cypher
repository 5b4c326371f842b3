// ---
// title: { zh: 一个单位的责任清单, en: What an agency is on the hook for }
// description:
//   zh: 一个单位及其所属部门牵头、负责的任务，附依据条文、分管领导和时限：问责时要看的清单。
//   en: What an agency and its departments lead or answer for, with authority, leader and deadline.
// tags: [agency, task, accountability]
// view: table
// parameters:
//   agency: { type: agency, default: 上海市总工会, zh: 单位, en: Agency }
//   departments: { type: boolean, default: true, zh: 包括所属部门, en: Include its departments }
// columns:
//   task: { zh: 任务, en: Task }
//   agency: { zh: 单位, en: Agency }
//   role: { zh: 角色, en: Role, codes: edges }
//   layer: { zh: 范围, en: Layer }
//   authorities: { zh: 依据, en: Authority }
//   leaders: { zh: 分管领导, en: Leaders }
//   deadline: { zh: 完成时限, en: Deadline }
//   document: { zh: 文件, en: Document }
//   taskId: { zh: 任务标识, en: Task id }
//   agencyId: { zh: 单位标识, en: Agency id }
// expect:
//   rows: 120
//   first:
//     task: "切实推动党的十九大精神入耳入脑入心"
//     agency: "上海市总工会宣传教育部"
//     role: "RESPONSIBLE_FOR"
//     layer: "本地区"
//     authorities: []
// ---
MATCH (o:Agency)
WHERE o.id = $agency OR o.name = $agency OR o.shortName = $agency OR $agency IN o.aliases
MATCH (a:Agency)-[:PART_OF*0..3]->(o)
WHERE $departments OR a.id = o.id
WITH DISTINCT a
MATCH (a)-[r:LEADS|RESPONSIBLE_FOR]->(t:Task)
WITH a, t, type(r) AS role, coalesce(r.within, '本地区') AS layer, r.doc AS doc, min(r.from) AS place
OPTIONAL MATCH (t)-[:DERIVES_FROM]->(x)
OPTIONAL MATCH (x)-[:PART_OF]->(p:Document)
WITH a, t, role, layer, doc, place,
  CASE WHEN x:Article THEN coalesce(p.number, p.title) + ' ' + x.label ELSE coalesce(x.number, x.title) END AS authority
ORDER BY t.id, authority
WITH a, t, role, layer, doc, place, collect(DISTINCT authority) AS authorities
OPTIONAL MATCH (l:Leader)-[:OVERSEES]->(t)
WITH DISTINCT a, t, role, layer, doc, place, authorities, l.name AS leader
ORDER BY t.id, leader
WITH a, t, role, layer, doc, place, authorities, collect(leader) AS leaders
OPTIONAL MATCH (d:Document) WHERE d.id = doc
RETURN t.title AS task, a.name AS agency, role AS role, layer AS layer, authorities AS authorities,
  leaders AS leaders, coalesce(t.deadline, t.deadlineText, '') AS deadline, coalesce(d.number, d.title) AS document,
  t.id AS taskId, a.id AS agencyId
ORDER BY document, place, taskId, agencyId, role, layer
