// ---
// title: { zh: 各条文落实情况, en: How each article is implemented }
// description:
//   zh: 一份文件被援引的每一条：有多少任务、多少单位牵头和承担，由哪些文件落实。
//   en: >-
//     For each article of a document that is invoked: how many tasks, lead agencies and agencies, in which
//     documents.
// tags: [document, lineage, coverage]
// view: chart
// parameters:
//   document:
//     type: document
//     default: 沪委发〔2018〕6号
//     picker: >-
//       MATCH (:Article)-[:PART_OF]->(d:Document)
//       RETURN DISTINCT d.id AS value, coalesce(d.number + ' ', '') + coalesce(d.title, '') AS label ORDER BY label
//     zh: 文件
//     en: Document
// columns:
//   article: { zh: 条文, en: Article }
//   tasks: { zh: 任务数, en: Tasks }
//   leads: { zh: 牵头单位数, en: Lead agencies }
//   agencies: { zh: 承担单位数, en: Agencies }
//   documents: { zh: 落实文件, en: Documents }
//   articleId: { zh: 条文标识, en: Article id }
// expect:
//   rows: 28
//   first:
//     article: "第3条"
//     tasks: 1
//     leads: 2
//     agencies: 3
//     documents: ["沪工总发〔2018〕22号"]
// ---
MATCH (x:Article)-[:PART_OF]->(d:Document)
WHERE d.id = $document OR d.number = $document OR d.title = $document OR $document IN d.otherIds
OPTIONAL MATCH (t:Task)-[r:DERIVES_FROM]->(x)
OPTIONAL MATCH (f:Document) WHERE f.id = r.doc
OPTIONAL MATCH (a:Agency)-[s:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t)
WITH x, t, a, type(s) AS role, coalesce(f.number, f.title) AS document
ORDER BY x.id, document
WITH x, count(DISTINCT t.id) AS tasks, count(DISTINCT CASE WHEN role = 'LEADS' THEN a.id END) AS leads,
  count(DISTINCT a.id) AS agencies, collect(DISTINCT document) AS documents
RETURN x.label AS article, tasks AS tasks, leads AS leads, agencies AS agencies, documents AS documents,
  x.id AS articleId
ORDER BY x.number, coalesce(x.paragraph, 0), coalesce(x.item, 0), articleId
