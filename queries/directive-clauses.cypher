// ---
// title: { zh: 条款落实了哪些上级精神, en: Clauses that implement a directive }
// description:
//   zh: 哪些条款、任务以中央（或所选层级）文件为依据，附援引的原文。
//   en: Which clause implements which directive of the centre, or of another level, with the words.
// tags: [document, lineage, evidence]
// view: table
// parameters:
//   level:
//     type: string
//     default: central
//     values: { central: 中央, province: 省级, city: 市级, county: 县级, unit: 单位 }
//     zh: 依据的层级
//     en: Level of the directive
// columns:
//   directive: { zh: 依据, en: Directive }
//   title: { zh: 依据标题, en: Title }
//   document: { zh: 文件, en: Document }
//   clause: { zh: 条款, en: Clause }
//   heading: { zh: 条款标题, en: Heading }
//   cue: { zh: 依据用语, en: Cue }
//   quote: { zh: 原文, en: Quote }
//   documentId: { zh: 文件标识, en: Document id }
//   clauseId: { zh: 条款标识, en: Clause id }
// expect:
//   rows: 5
//   first:
//     directive: "中发〔2017〕14号"
//     title: "新时期产业工人队伍建设改革方案"
//     document: "沪工总发〔2018〕22号"
//     clause: "通知/前言"
//     heading: ""
// ---
MATCH (s)-[r:DERIVES_FROM]->(x)-[:PART_OF*0..1]->(p:Document)
WHERE p.level = $level
OPTIONAL MATCH (d:Document) WHERE d.id = r.doc
OPTIONAL MATCH (c:Clause) WHERE c.id = r.clause
WITH DISTINCT p, x, d, c, coalesce(r.cue, '') AS cue, r.quote AS quote, r.from AS place
RETURN coalesce(p.number, p.title) + coalesce(' ' + x.label, '') AS directive, coalesce(p.title, '') AS title,
  coalesce(d.number, d.title) AS document, coalesce(c.path, '') AS clause, coalesce(c.heading, '') AS heading,
  cue AS cue, quote AS quote, d.id AS documentId, coalesce(c.id, '') AS clauseId
ORDER BY directive, documentId, place, clauseId, cue
