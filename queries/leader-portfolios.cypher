// ---
// title: { zh: 领导分管概况, en: Portfolios of leaders }
// description:
//   zh: 每位领导分管的任务数、涉及的牵头单位数和文件数，以及任职单位和签发的文件数。
//   en: >-
//     For each leader how many tasks they oversee, with how many lead agencies, in how many documents, and
//     what they signed.
// tags: [leader, workload]
// view: chart
// columns:
//   leader: { zh: 领导, en: Leader }
//   bodies: { zh: 任职单位, en: Serves in }
//   tasks: { zh: 任务数, en: Tasks }
//   agencies: { zh: 牵头单位数, en: Lead agencies }
//   documents: { zh: 文件数, en: Documents }
//   signed: { zh: 签发文件数, en: Signed }
//   leaderId: { zh: 领导标识, en: Leader id }
// expect:
//   rows: 11
//   first:
//     leader: "周奇"
//     bodies: ["上海市总工会"]
//     tasks: 18
//     agencies: 12
//     documents: 1
// ---
MATCH (l:Leader)
OPTIONAL MATCH (l)-[:SERVES_IN]->(b:Agency)
WITH l, b.name AS body
ORDER BY body
WITH l, collect(DISTINCT body) AS bodies
OPTIONAL MATCH (l)-[r:OVERSEES]->(t:Task)
OPTIONAL MATCH (a:Agency)-[:LEADS]->(t)
WITH l, bodies, count(DISTINCT t.id) AS tasks, count(DISTINCT a.id) AS agencies, count(DISTINCT r.doc) AS documents
OPTIONAL MATCH (l)-[:SIGNED]->(d:Document)
WITH l, bodies, tasks, agencies, documents, count(DISTINCT d.id) AS signed
RETURN l.name AS leader, bodies AS bodies, tasks AS tasks, agencies AS agencies, documents AS documents,
  signed AS signed, l.id AS leaderId
ORDER BY tasks DESC, signed DESC, leaderId
