// ---
// title: { zh: 把握不大的关系, en: Uncertain relations }
// description:
//   zh: 置信度低于给定百分数的关系，附规则和原文，供人工复核，把握最小的在前。
//   en: Relations of less confidence than a percentage, with rule and words, for review, the least certain first.
// tags: [quality, evidence]
// view: table
// parameters:
//   percent: { type: integer, default: 90, zh: 置信度低于（%）, en: Confidence below (%) }
// columns:
//   relation: { zh: 关系, en: Relation, codes: edges }
//   source: { zh: 起点, en: From }
//   target: { zh: 终点, en: To }
//   confidence: { zh: 置信度, en: Confidence }
//   rule: { zh: 规则, en: Rule }
//   quote: { zh: 原文, en: Quote }
//   document: { zh: 文件, en: Document }
//   sourceId: { zh: 起点标识, en: From id }
//   targetId: { zh: 终点标识, en: To id }
// expect:
//   rows: 18
//   first:
//     relation: "SERVES_IN"
//     source: "刘言浩"
//     target: "上海市总工会"
//     confidence: 0.8
//     rule: "label-line"
// ---
MATCH (x)-[r]->(y)
WHERE r.confidence < $percent / 100.0
OPTIONAL MATCH (d:Document) WHERE d.id = r.doc
RETURN type(r) AS relation, coalesce(x.name, x.number, x.title, x.heading, x.path) AS source,
  coalesce(y.name, y.number, y.title, y.heading, y.label, y.metric, y.path) AS target, r.confidence AS confidence,
  r.rule AS rule, coalesce(r.quote, '') AS quote, coalesce(d.number, d.title, '') AS document, x.id AS sourceId,
  y.id AS targetId
ORDER BY confidence, relation, sourceId, targetId, r.id
