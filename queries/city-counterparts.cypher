// ---
// title: { zh: 两地对口单位任务量, en: Counterpart agencies of two places }
// description:
//   zh: 两个地区名称相对应的单位（如两市的人力资源和社会保障局），对比各自的牵头数和任务总数。
//   en: Agencies of two places that bear the same name but for the place, with how much each leads and does.
// tags: [region, comparison, agency, workload]
// view: table
// parameters:
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
//   counterpart: { zh: 对口名称, en: Counterpart }
//   firstAgency: { zh: 地区一单位, en: First agency }
//   secondAgency: { zh: 地区二单位, en: Second agency }
//   firstLeads: { zh: 地区一牵头, en: First leads }
//   secondLeads: { zh: 地区二牵头, en: Second leads }
//   firstTasks: { zh: 地区一任务, en: First tasks }
//   secondTasks: { zh: 地区二任务, en: Second tasks }
//   firstId: { zh: 地区一单位标识, en: First id }
//   secondId: { zh: 地区二单位标识, en: Second id }
// expect:
//   rows: 18
//   first:
//     counterpart: "市总工会"
//     firstAgency: "上海市总工会"
//     secondAgency: "攀枝花市总工会"
//     firstLeads: 11
//     secondLeads: 15
// ---
MATCH (a:Agency), (b:Agency)
WHERE a.region = $first AND b.region = $second AND a.id <> b.id AND coalesce(a.kind, '') <> 'group'
  AND replace(a.name, a.region, right(a.region, 1)) = replace(b.name, b.region, right(b.region, 1))
  AND a.name CONTAINS a.region
OPTIONAL MATCH (a)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WITH a, b, count(DISTINCT t.id) AS firstTasks, count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN t.id END) AS firstLeads
OPTIONAL MATCH (b)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WITH a, b, firstTasks, firstLeads, count(DISTINCT t.id) AS secondTasks,
  count(DISTINCT CASE WHEN type(r) = 'LEADS' THEN t.id END) AS secondLeads
RETURN replace(a.name, a.region, right(a.region, 1)) AS counterpart, a.name AS firstAgency, b.name AS secondAgency,
  firstLeads AS firstLeads, secondLeads AS secondLeads, firstTasks AS firstTasks, secondTasks AS secondTasks,
  a.id AS firstId, b.id AS secondId
ORDER BY firstTasks + secondTasks DESC, counterpart, firstId, secondId
