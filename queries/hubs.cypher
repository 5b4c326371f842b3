// ---
// title: { zh: 枢纽单位, en: Hubs }
// description:
//   zh: 协作单位最多的单位，附其任务数、文件数和协作单位数。
//   en: The agencies that work with the most others, with their tasks and documents.
// tags: [agency, network]
// view: chart
// parameters:
//   top: { type: integer, default: 20, zh: 最多单位数, en: At most so many agencies }
//   groups: { type: boolean, default: false, zh: 包括统称（如各区）, en: Include groups such as 各区 }
// columns:
//   agency: { zh: 单位, en: Agency }
//   kind: { zh: 性质, en: Kind, codes: Agency.kind }
//   partners: { zh: 协作单位数, en: Partners }
//   tasks: { zh: 任务数, en: Tasks }
//   documents: { zh: 文件数, en: Documents }
//   agencyId: { zh: 单位标识, en: Agency id }
// expect:
//   rows: 20
//   first:
//     agency: "上海市总工会"
//     kind: "union"
//     partners: 51
//     tasks: 30
//     documents: 2
// ---
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WHERE $groups OR coalesce(a.kind, '') <> 'group'
WITH a, count(DISTINCT t.id) AS tasks, count(DISTINCT r.doc) AS documents
MATCH (a)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)<-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]-(b:Agency)
WHERE b.id <> a.id AND ($groups OR coalesce(b.kind, '') <> 'group')
WITH a, tasks, documents, count(DISTINCT b.id) AS partners
RETURN a.name AS agency, coalesce(a.kind, '') AS kind, partners AS partners, tasks AS tasks, documents AS documents,
  a.id AS agencyId
ORDER BY partners DESC, tasks DESC, agencyId
LIMIT $top
