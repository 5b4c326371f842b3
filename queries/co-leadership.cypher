// ---
// title: { zh: 共同牵头的单位, en: Agencies that lead together }
// description:
//   zh: 在同一范围内共同牵头任务的单位对及任务；一个组织内部的牵头与本地区的牵头分开算。
//   en: >-
//     Pairs of agencies that lead the same task, at the same layer - inside one organisation or in the
//     region as a whole.
// tags: [agency, collaboration, workload]
// view: graph
// parameters:
//   minimum: { type: integer, default: 1, zh: 至少共同牵头数, en: At least so many tasks }
//   groups: { type: boolean, default: false, zh: 包括统称（如各区）, en: Include groups such as 各区 }
// columns:
//   agency: { zh: 单位, en: Agency }
//   partner: { zh: 共同牵头单位, en: Partner }
//   layer: { zh: 范围, en: Layer }
//   shared: { zh: 共同任务数, en: Shared tasks }
//   tasks: { zh: 共同任务, en: Tasks }
//   agencyId: { zh: 单位标识, en: Agency id }
//   partnerId: { zh: 协作单位标识, en: Partner id }
// expect:
//   rows: 49
//   first:
//     agency: "攀枝花市人力资源和社会保障局"
//     partner: "攀枝花市总工会"
//     layer: "本地区"
//     shared: 10
//     agencyId: "agency/攀枝花市人力资源和社会保障局"
// ---
MATCH (a:Agency)-[r:LEADS]->(t:Task)<-[s:LEADS]-(b:Agency)
WHERE a.id < b.id AND coalesce(r.within, '') = coalesce(s.within, '')
  AND ($groups OR (coalesce(a.kind, '') <> 'group' AND coalesce(b.kind, '') <> 'group'))
WITH DISTINCT a, b, t, coalesce(r.within, '本地区') AS layer
ORDER BY t.id
WITH a, b, layer, collect(t.title) AS tasks, count(t) AS shared
WHERE shared >= $minimum
RETURN a.name AS agency, b.name AS partner, layer AS layer, shared AS shared, tasks AS tasks, a.id AS agencyId,
  b.id AS partnerId
ORDER BY shared DESC, agencyId, partnerId, layer
