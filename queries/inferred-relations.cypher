// ---
// title: { zh: 推断的关系, en: Inferred relations }
// description:
//   zh: 没有原文直接写明、由词表或规则推断出来的关系。
//   en: "Relations that no words state: inferred from the gazetteer or by a rule."
// tags: [quality]
// view: table
// columns:
//   relation: { zh: 关系, en: Relation, codes: edges }
//   source: { zh: 起点, en: From }
//   target: { zh: 终点, en: To }
//   confidence: { zh: 置信度, en: Confidence }
//   rule: { zh: 规则, en: Rule }
//   document: { zh: 文件, en: Document }
//   sourceId: { zh: 起点标识, en: From id }
//   targetId: { zh: 终点标识, en: To id }
// expect:
//   rows: 27
//   first:
//     relation: "PART_OF"
//     source: "上海市总工会办公室"
//     target: "上海市总工会"
//     confidence: 0.9
//     rule: "name-prefix"
// ---
MATCH (x)-[r]->(y)
WHERE r.inferred = true
OPTIONAL MATCH (d:Document) WHERE d.id = r.doc
RETURN type(r) AS relation, coalesce(x.name, x.title, x.number) AS source,
  coalesce(y.name, y.title, y.number) AS target, r.confidence AS confidence, r.rule AS rule,
  coalesce(d.number, d.title, '') AS document, x.id AS sourceId, y.id AS targetId
ORDER BY relation, sourceId, targetId, r.id
