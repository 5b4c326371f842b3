// ---
// title: { zh: 未见落实的条文, en: Articles never implemented }
// description:
//   zh: 一份文件从第一条到所引最后一条之间，没有任务以之为依据的条文；知道总条数时可填上。
//   en: The articles of a document, up to the last one cited or to a number given, that no task rests on.
// tags: [document, lineage, coverage]
// view: table
// parameters:
//   document:
//     type: document
//     default: 沪委发〔2018〕6号
//     picker: >-
//       MATCH (:Article)-[:PART_OF]->(d:Document)
//       RETURN DISTINCT d.id AS value, coalesce(d.number + ' ', '') + coalesce(d.title, '') AS label ORDER BY label
//     zh: 文件
//     en: Document
//   articles: { type: integer, required: false, zh: 文件总条数, en: Number of articles in the document }
// columns:
//   article: { zh: 条文, en: Article }
//   number: { zh: 条, en: Number }
//   status: { zh: 情况, en: Status }
//   cited: { zh: 被提及次数, en: Times cited }
//   before: { zh: 前一已落实条文, en: Implemented before }
//   after: { zh: 后一已落实条文, en: Implemented after }
// expect:
//   rows: 5
//   first:
//     article: "第1条"
//     number: 1
//     status: "未见引用"
//     cited: 0
//     before: ""
// ---
MATCH (d:Document)
WHERE d.id = $document OR d.number = $document OR d.title = $document OR $document IN d.otherIds
MATCH (x:Article)-[:PART_OF]->(d)
OPTIONAL MATCH (t:Task)-[:DERIVES_FROM]->(x)
OPTIONAL MATCH ()-[c:CITES]->(x)
WITH d, x.number AS number, count(DISTINCT t.id) AS tasks, count(DISTINCT c.id) AS cited
ORDER BY number
WITH d, max(number) AS last, collect(CASE WHEN tasks > 0 THEN number END) AS done,
  collect({number: number, cited: cited}) AS known
UNWIND range(1, coalesce($articles, last)) AS number
WITH number, done, [k IN known WHERE k.number = number | k.cited] AS cited
WHERE NOT number IN done
WITH number, [n IN done WHERE n < number] AS lower, [n IN done WHERE n > number] AS higher,
  reduce(total = 0, n IN cited | total + n) AS cited
RETURN '第' + toString(number) + '条' AS article, number AS number,
  CASE WHEN cited > 0 THEN '只被提及' ELSE '未见引用' END AS status, cited AS cited,
  coalesce('第' + toString(last(lower)) + '条', '') AS before,
  coalesce('第' + toString(head(higher)) + '条', '') AS after
ORDER BY number
