// ---
// title: { zh: 一个单位落实的上级文件, en: Directives that an agency implements }
// description:
//   zh: 一个单位（含所属部门）的任务以哪些文件为依据：涉及多少任务、哪些条文。
//   en: On which documents the tasks of an agency and its departments rest, with the tasks and the articles.
// tags: [agency, lineage]
// view: graph
// parameters:
//   agency: { type: agency, default: 上海市人力资源和社会保障局, zh: 单位, en: Agency }
// columns:
//   document: { zh: 文件, en: Document }
//   title: { zh: 标题, en: Title }
//   level: { zh: 层级, en: Level, codes: Document.level }
//   tasks: { zh: 任务数, en: Tasks }
//   articles: { zh: 条文, en: Articles }
//   roles: { zh: 角色, en: Roles, codes: edges }
//   documentId: { zh: 文件标识, en: Document id }
// expect:
//   rows: 1
//   first:
//     document: "沪委发〔2018〕6号"
//     title: "关于推进新时期上海产业工人队伍建设改革的实施意见"
//     level: "province"
//     tasks: 19
//     roles: ["LEADS","PARTICIPATES_IN"]
// ---
MATCH (o:Agency)
WHERE o.id = $agency OR o.name = $agency OR o.shortName = $agency OR $agency IN o.aliases
MATCH (a:Agency)-[:PART_OF*0..3]->(o)
WITH DISTINCT a
MATCH (a)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)-[:DERIVES_FROM]->(x)-[:PART_OF*0..1]->(p:Document)
WITH p, t, type(r) AS role, x.label AS label, x.number AS number, x:Article AS isArticle
ORDER BY p.id, role
WITH p, t.id AS task, label, CASE WHEN isArticle THEN number ELSE 0 END AS number, collect(DISTINCT role) AS own
ORDER BY p.id, number, label
WITH p, count(DISTINCT task) AS tasks, collect(DISTINCT label) AS articles, collect(own) AS lists
RETURN coalesce(p.number, p.title) AS document, coalesce(p.title, '') AS title, coalesce(p.level, '') AS level,
  tasks AS tasks, articles AS articles,
  [role IN ['LEADS', 'RESPONSIBLE_FOR', 'PARTICIPATES_IN'] WHERE any(own IN lists WHERE role IN own)] AS roles,
  p.id AS documentId
ORDER BY tasks DESC, documentId
