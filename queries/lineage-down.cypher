// ---
// title: { zh: 一份文件的逐级落实, en: Who implements a document }
// description:
//   zh: 一份文件往下追：哪些文件以它为依据，又有哪些文件以这些文件为依据，共三级，附各级援引次数。
//   en: Which documents invoke a document as authority, which invoke those, and so on over three levels.
// tags: [document, lineage]
// view: graph
// parameters:
//   document:
//     type: document
//     default: 中发〔2017〕14号
//     picker: >-
//       MATCH ()-[:DERIVES_FROM]->()-[:PART_OF*0..1]->(d:Document)
//       RETURN DISTINCT d.id AS value, coalesce(d.number + ' ', '') + coalesce(d.title, '') AS label ORDER BY label
//     zh: 文件
//     en: Document
// columns:
//   first: { zh: 一级, en: First level }
//   second: { zh: 二级, en: Second level }
//   third: { zh: 三级, en: Third level }
//   links: { zh: 援引次数, en: Links }
//   clauses: { zh: 援引条款数, en: Clauses }
//   documentId: { zh: 文件标识, en: Document id }
// expect:
//   rows: 2
//   first:
//     first: "沪工总发〔2018〕22号"
//     second: ""
//     third: ""
//     links: 2
//     clauses: 2
// ---
MATCH (d:Document)
WHERE d.id = $document OR d.number = $document OR d.title = $document OR $document IN d.otherIds
MATCH ()-[r:DERIVES_FROM]->()-[:PART_OF*0..1]->(d)
WITH d, r.doc AS doc, count(r) AS links, count(DISTINCT r.clause) AS clauses
MATCH (a:Document) WHERE a.id = doc AND a.id <> d.id
OPTIONAL MATCH ()-[s:DERIVES_FROM]->()-[:PART_OF*0..1]->(a)
WITH DISTINCT d, a, links, clauses, s.doc AS next
OPTIONAL MATCH (b:Document) WHERE b.id = next AND b.id <> a.id AND b.id <> d.id
OPTIONAL MATCH ()-[u:DERIVES_FROM]->()-[:PART_OF*0..1]->(b)
WITH DISTINCT d, a, b, links, clauses, u.doc AS last
OPTIONAL MATCH (c:Document) WHERE c.id = last AND c.id <> b.id AND c.id <> a.id AND c.id <> d.id
WITH DISTINCT a, b, c, links, clauses
RETURN coalesce(a.number, a.title) AS first, coalesce(b.number, b.title, '') AS second,
  coalesce(c.number, c.title, '') AS third, links AS links, clauses AS clauses, a.id AS documentId
ORDER BY documentId, second, third
