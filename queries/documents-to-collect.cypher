// ---
// title: { zh: 引用而未收录的文件, en: Documents cited but not read }
// description:
//   zh: 被援引或提及、但本图没有收录的文件，援引最多的在前：下一步该收集什么。
//   en: "Documents that are invoked or cited but were not read, the most invoked first: what to collect next."
// tags: [document, coverage, quality]
// view: table
// columns:
//   document: { zh: 文件, en: Document }
//   title: { zh: 标题, en: Title }
//   level: { zh: 层级, en: Level, codes: Document.level }
//   invoked: { zh: 作依据次数, en: Invoked }
//   cited: { zh: 提及次数, en: Cited }
//   by: { zh: 引用它的文件, en: Cited by }
//   documentId: { zh: 文件标识, en: Document id }
// expect:
//   rows: 33
//   first:
//     document: "沪委发〔2018〕6号"
//     title: "关于推进新时期上海产业工人队伍建设改革的实施意见"
//     level: "province"
//     invoked: 35
//     cited: 3
// ---
MATCH ()-[r:DERIVES_FROM|CITES]->(x)-[:PART_OF*0..1]->(p:Document)
WHERE p.ingested = false
OPTIONAL MATCH (d:Document) WHERE d.id = r.doc
WITH p, r, coalesce(d.number, d.title) AS name
ORDER BY p.id, name
WITH p, count(DISTINCT CASE WHEN type(r) = 'DERIVES_FROM' THEN r.id END) AS invoked,
  count(DISTINCT CASE WHEN type(r) = 'CITES' THEN r.id END) AS cited, collect(DISTINCT name) AS by
RETURN coalesce(p.number, '无文号') AS document, coalesce(p.title, '') AS title, coalesce(p.level, '') AS level,
  invoked AS invoked, cited AS cited, by AS by, p.id AS documentId
ORDER BY invoked DESC, cited DESC, documentId
