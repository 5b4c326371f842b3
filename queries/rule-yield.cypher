// ---
// title: { zh: 各规则的产出, en: Yield of the rules }
// description:
//   zh: 每条规则读出了多少条关系、平均和最低置信度、见于多少份文件。
//   en: How many relations each rule found, how surely, in how many documents.
// tags: [quality]
// view: chart
// columns:
//   rule: { zh: 规则, en: Rule }
//   relations: { zh: 关系数, en: Relations }
//   lowest: { zh: 最低置信度, en: Lowest confidence }
//   highest: { zh: 最高置信度, en: Highest confidence }
//   documents: { zh: 文件数, en: Documents }
//   types: { zh: 关系类型, en: Types, codes: edges }
// expect:
//   rows: 23
//   first:
//     rule: "bracket-label"
//     relations: 365
//     lowest: 0.95
//     highest: 0.98
//     documents: 3
// ---
MATCH ()-[r]->()
WHERE r.rule IS NOT NULL
WITH r.rule AS rule, type(r) AS type, r.confidence AS confidence, r.doc AS doc
ORDER BY type
WITH rule, count(confidence) AS relations, min(confidence) AS lowest, max(confidence) AS highest,
  count(DISTINCT doc) AS documents, collect(DISTINCT type) AS types
RETURN rule AS rule, relations AS relations, lowest AS lowest, highest AS highest, documents AS documents,
  types AS types
ORDER BY relations DESC, rule
