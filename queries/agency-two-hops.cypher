// ---
// title: { zh: 相隔两步的单位, en: Agencies two hops away }
// description:
//   zh: 与一个单位没有共同任务、但与其协作单位有共同任务的单位，附经由哪些单位。
//   en: Agencies that share no task with an agency, but share one with an agency it works with, and through whom.
// tags: [agency, collaboration, neighbourhood]
// view: graph
// parameters:
//   agency: { type: agency, default: 上海市总工会, zh: 单位, en: Agency }
// columns:
//   agency: { zh: 单位, en: Agency }
//   kind: { zh: 性质, en: Kind, codes: Agency.kind }
//   links: { zh: 经由单位数, en: Links }
//   via: { zh: 经由单位, en: Through }
//   agencyId: { zh: 单位标识, en: Agency id }
// expect:
//   rows: 5
//   first:
//     agency: "上海市总工会职工援助服务中心"
//     kind: "institution"
//     links: 6
//     agencyId: "agency/上海市总工会职工援助服务中心"
// ---
MATCH (a:Agency)
WHERE a.id = $agency OR a.name = $agency OR a.shortName = $agency OR $agency IN a.aliases
MATCH (a)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(:Task)<-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]-(b:Agency)
WHERE b.id <> a.id
WITH a.id AS start, collect(DISTINCT b.id) AS near
MATCH (b:Agency)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(:Task)
  <-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]-(c:Agency)
WHERE b.id IN near AND c.id <> start AND NOT c.id IN near
WITH DISTINCT b.name AS via, c.id AS agencyId, c.name AS agency, c.kind AS kind
ORDER BY via
WITH agencyId, agency, kind, collect(via) AS via, count(via) AS links
RETURN agency AS agency, kind AS kind, links AS links, via AS via, agencyId AS agencyId
ORDER BY links DESC, agencyId
