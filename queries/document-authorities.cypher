// ---
// title: { zh: 一份文件的依据, en: What a document rests on }
// description:
//   zh: 一份文件援引了哪些上级文件作依据：援引用语、次数，涉及多少条文、条款和任务。
//   en: >-
//     The documents that a document invokes as authority: in which words, how often, how many of their
//     articles.
// tags: [document, lineage]
// view: table
// parameters:
//   document:
//     type: document
//     default: 沪工总发〔2018〕22号
//     picker: >-
//       MATCH (d:Document)
//       WHERE d.ingested = true
//       RETURN d.id AS value, coalesce(d.number + ' ', '') + coalesce(d.title, '') AS label ORDER BY label, value
//     zh: 文件
//     en: Document
// columns:
//   authority: { zh: 依据, en: Authority }
//   level: { zh: 层级, en: Level, codes: Document.level }
//   title: { zh: 标题, en: Title }
//   links: { zh: 援引次数, en: Links }
//   articles: { zh: 条文数, en: Articles }
//   clauses: { zh: 条款数, en: Clauses }
//   tasks: { zh: 任务数, en: Tasks }
//   cues: { zh: 依据用语, en: Cues }
//   authorityId: { zh: 依据标识, en: Authority id }
// expect:
//   rows: 2
//   first:
//     authority: "沪委发〔2018〕6号"
//     level: "province"
//     title: "关于推进新时期上海产业工人队伍建设改革的实施意见"
//     links: 35
//     articles: 28
// ---
MATCH (d:Document)
WHERE d.id = $document OR d.number = $document OR d.title = $document OR $document IN d.otherIds
MATCH (s)-[r:DERIVES_FROM]->(x)-[:PART_OF*0..1]->(p:Document)
WHERE r.doc = d.id
WITH p, r, s, x, r.cue AS cue
ORDER BY cue
WITH p, count(DISTINCT r.id) AS links, count(DISTINCT CASE WHEN x:Article THEN x.id END) AS articles,
  count(DISTINCT r.clause) AS clauses, count(DISTINCT CASE WHEN s:Task THEN s.id END) AS tasks,
  collect(DISTINCT cue) AS cues
RETURN coalesce(p.number, p.title) AS authority, coalesce(p.level, '') AS level, coalesce(p.title, '') AS title,
  links AS links, articles AS articles, clauses AS clauses, tasks AS tasks, cues AS cues, p.id AS authorityId
ORDER BY links DESC, authorityId
