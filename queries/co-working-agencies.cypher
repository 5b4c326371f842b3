// ---
// title: { zh: 协作单位, en: Co-working agencies }
// description:
//   zh: 共同承担任务的单位对及其共同任务数；可只看与某一单位协作的单位。
//   en: Pairs of agencies that work on the same tasks, and how many; optionally only those of one agency.
// tags: [agency, collaboration]
// view: graph
// parameters:
//   agency: { type: agency, required: false, zh: 只看该单位, en: Only of this agency }
//   minimum: { type: integer, default: 1, zh: 至少共同任务数, en: At least so many tasks }
//   groups: { type: boolean, default: false, zh: 包括统称（如各区）, en: Include groups such as 各区 }
// columns:
//   agency: { zh: 单位, en: Agency }
//   partner: { zh: 协作单位, en: Partner }
//   shared: { zh: 共同任务数, en: Shared tasks }
//   tasks: { zh: 共同任务, en: Tasks }
//   agencyId: { zh: 单位标识, en: Agency id }
//   partnerId: { zh: 协作单位标识, en: Partner id }
// expect:
//   rows: 601
//   first:
//     agency: "上海市总工会基层工作部"
//     partner: "上海市职工技协服务中心"
//     shared: 23
//     agencyId: "agency/上海市总工会基层工作部"
//     partnerId: "agency/上海市职工技协服务中心"
// ---
MATCH (a:Agency)
WHERE ($groups OR coalesce(a.kind, '') <> 'group')
  AND ($agency IS NULL OR a.id = $agency OR a.name = $agency OR a.shortName = $agency OR $agency IN a.aliases)
MATCH (a)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)<-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]-(b:Agency)
WHERE ($groups OR coalesce(b.kind, '') <> 'group')
  AND (a.id < b.id OR ($agency IS NOT NULL AND a.id <> b.id))
WITH DISTINCT a, b, t
ORDER BY t.id
WITH a, b, collect(t.title) AS tasks, count(t) AS shared
WHERE shared >= $minimum
RETURN a.name AS agency, b.name AS partner, shared AS shared, tasks AS tasks, a.id AS agencyId, b.id AS partnerId
ORDER BY shared DESC, agencyId, partnerId
