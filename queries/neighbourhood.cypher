// ---
// title: { zh: 一个单位的周边, en: Neighbourhood of an agency }
// description:
//   zh: 与一个单位直接相连的一切：任务、文件、领导、上下级和更名，及各有多少条关系。
//   en: >-
//     Everything directly linked to an agency: tasks, documents, leaders, what it is part of, renamings,
//     with how many links.
// tags: [agency, neighbourhood]
// view: graph
// parameters:
//   agency: { type: agency, default: 上海市总工会, zh: 单位, en: Agency }
// columns:
//   direction: { zh: 方向, en: Direction }
//   relation: { zh: 关系, en: Relation, codes: edges }
//   label: { zh: 类型, en: Kind, codes: nodes }
//   name: { zh: 名称, en: Name }
//   links: { zh: 关系数, en: Links }
//   nodeId: { zh: 标识, en: Id }
// expect:
//   rows: 52
//   first:
//     direction: "由此"
//     relation: "ISSUED"
//     label: "Document"
//     name: "沪工总发〔2018〕22号"
//     links: 1
// ---
MATCH (a:Agency)
WHERE a.id = $agency OR a.name = $agency OR a.shortName = $agency OR $agency IN a.aliases
MATCH (a)-[r]-(x)
WITH CASE WHEN startNode(r).id = a.id THEN '由此' ELSE '至此' END AS direction, type(r) AS relation,
  CASE WHEN x:Task THEN 'Task' WHEN x:Agency THEN 'Agency' WHEN x:Document THEN 'Document' WHEN x:Leader THEN 'Leader'
    ELSE 'Clause' END AS label,
  coalesce(x.name, x.number, x.title, x.path) AS name, x.id AS nodeId, count(r) AS links
RETURN direction AS direction, relation AS relation, label AS label, name AS name, links AS links, nodeId AS nodeId
ORDER BY direction, relation, nodeId
