// ---
// title: { zh: 共同参与的单位, en: Agencies that take part together }
// description:
//   zh: 同以参与身份出现在同一任务中的单位对，按共同任务数排列。
//   en: Pairs of agencies that both participate in the same tasks, most tasks first.
// tags: [agency, collaboration]
// view: graph
// parameters:
//   minimum: { type: integer, default: 2, zh: 至少共同任务数, en: At least so many tasks }
//   groups: { type: boolean, default: false, zh: 包括统称（如各区）, en: Include groups such as 各区 }
// columns:
//   agency: { zh: 单位, en: Agency }
//   partner: { zh: 协作单位, en: Partner }
//   shared: { zh: 共同任务数, en: Shared tasks }
//   tasks: { zh: 共同任务, en: Tasks }
//   agencyId: { zh: 单位标识, en: Agency id }
//   partnerId: { zh: 协作单位标识, en: Partner id }
// expect:
//   rows: 59
//   first:
//     agency: "上海市国有资产监督管理委员会"
//     partner: "上海市经济和信息化委员会"
//     shared: 9
//     agencyId: "agency/上海市国有资产监督管理委员会"
//     partnerId: "agency/上海市经济和信息化委员会"
// ---
MATCH (a:Agency)-[:PARTICIPATES_IN]->(t:Task)<-[:PARTICIPATES_IN]-(b:Agency)
WHERE a.id < b.id AND ($groups OR (coalesce(a.kind, '') <> 'group' AND coalesce(b.kind, '') <> 'group'))
WITH DISTINCT a, b, t
ORDER BY t.id
WITH a, b, collect(t.title) AS tasks, count(t) AS shared
WHERE shared >= $minimum
RETURN a.name AS agency, b.name AS partner, shared AS shared, tasks AS tasks, a.id AS agencyId, b.id AS partnerId
ORDER BY shared DESC, agencyId, partnerId
