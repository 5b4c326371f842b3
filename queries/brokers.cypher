// ---
// title: { zh: 桥梁单位, en: Brokers }
// description:
//   zh: 把互无共同任务的单位连在一起的单位：它的协作单位中有多少对彼此没有共同任务。只看协作单位最多的五十个。
//   en: >-
//     Agencies that connect others: how many pairs of their partners share no task. Of the fifty with most
//     partners.
// tags: [agency, network]
// view: chart
// parameters:
//   top: { type: integer, default: 20, zh: 最多单位数, en: At most so many agencies }
// columns:
//   agency: { zh: 单位, en: Agency }
//   kind: { zh: 性质, en: Kind, codes: Agency.kind }
//   pairs: { zh: 被其连接的单位对, en: Pairs it connects }
//   partners: { zh: 协作单位数, en: Partners }
//   agencyId: { zh: 单位标识, en: Agency id }
// expect:
//   rows: 20
//   first:
//     agency: "上海市总工会"
//     kind: "union"
//     pairs: 893
//     partners: 51
//     agencyId: "agency/上海市总工会"
// ---
MATCH (a:Agency)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(:Task)<-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]-(b:Agency)
WHERE a.id <> b.id AND coalesce(a.kind, '') <> 'group' AND coalesce(b.kind, '') <> 'group'
WITH a, collect(DISTINCT b.id) AS near
ORDER BY size(near) DESC, a.id
WITH collect({id: a.id, name: a.name, kind: coalesce(a.kind, ''), near: near}) AS every
UNWIND every[0..50] AS one
WITH every, one, size(one.near) AS partners
WITH one, partners,
  reduce(total = 0, other IN [x IN every WHERE x.id IN one.near] |
    total + size([y IN other.near WHERE y IN one.near])) AS closed
WITH one, partners, (partners * (partners - 1) - closed) / 2 AS pairs
WHERE pairs > 0
RETURN one.name AS agency, one.kind AS kind, pairs AS pairs, partners AS partners, one.id AS agencyId
ORDER BY pairs DESC, partners DESC, agencyId
LIMIT $top
