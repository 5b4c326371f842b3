// ---
// title: { zh: 文件家族, en: Document families }
// description:
//   zh: 以同一上级文件为依据的文件合为一族：族中有哪些文件、涉及哪些地区、共援引多少次。
//   en: >-
//     Documents that invoke the same document as authority make a family: its members, their places, how
//     often they invoke it.
// tags: [document, lineage]
// view: graph
// parameters:
//   minimum: { type: integer, default: 2, zh: 至少文件数, en: At least so many documents }
// columns:
//   authority: { zh: 共同依据, en: Shared authority }
//   title: { zh: 标题, en: Title }
//   level: { zh: 层级, en: Level, codes: Document.level }
//   documents: { zh: 文件数, en: Documents }
//   members: { zh: 族中文件, en: Members }
//   regions: { zh: 地区, en: Regions }
//   links: { zh: 援引次数, en: Links }
//   authorityId: { zh: 依据标识, en: Authority id }
// expect:
//   rows: 1
//   first:
//     authority: "中发〔2017〕14号"
//     title: "新时期产业工人队伍建设改革方案"
//     level: "central"
//     documents: 2
//     regions: ["上海市","重庆市"]
// ---
MATCH ()-[r:DERIVES_FROM]->()-[:PART_OF*0..1]->(p:Document)
MATCH (d:Document) WHERE d.id = r.doc AND d.id <> p.id
WITH p, d, count(DISTINCT r.id) AS links
ORDER BY d.id
WITH p, count(d) AS documents, collect(coalesce(d.number, d.title)) AS members, collect(DISTINCT d.region) AS regions,
  sum(links) AS links
WHERE documents >= $minimum
RETURN coalesce(p.number, p.title) AS authority, coalesce(p.title, '') AS title, coalesce(p.level, '') AS level,
  documents AS documents, members AS members, regions AS regions, links AS links, p.id AS authorityId
ORDER BY documents DESC, links DESC, authorityId
