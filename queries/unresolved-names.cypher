// ---
// title: { zh: 未能确认的名称, en: Unresolved names }
// description:
//   zh: 没能确认是哪个单位、属于哪个单位的名称和人名，附所在文件和关系数，供补充词表或修订。
//   en: Agencies and persons that could not be told for certain, with where they stand, for corrections.
// tags: [quality]
// view: table
// columns:
//   label: { zh: 类型, en: Kind, codes: nodes }
//   name: { zh: 名称, en: Name }
//   documents: { zh: 所在文件, en: Documents }
//   links: { zh: 关系数, en: Links }
//   quote: { zh: 例句, en: Example }
//   nodeId: { zh: 标识, en: Id }
// expect:
//   rows: 3
//   first:
//     label: "Leader"
//     name: "张宁"
//     documents: ["沪工总研〔2020〕93号"]
//     links: 1
//     quote: "张宁"
// ---
MATCH (n)
WHERE (n:Agency OR n:Leader)
  AND (coalesce(n.resolved, true) = false OR n.id STARTS WITH 'agency/?' OR n.id STARTS WITH 'leader/?')
OPTIONAL MATCH (n)-[r]-()
OPTIONAL MATCH (d:Document) WHERE d.id = r.doc
WITH n, r, coalesce(d.number, d.title) AS document
ORDER BY n.id, document
WITH n, collect(DISTINCT document) AS documents, count(DISTINCT r.id) AS links, min(r.quote) AS quote
RETURN CASE WHEN n:Agency THEN 'Agency' ELSE 'Leader' END AS label, n.name AS name, documents AS documents,
  links AS links, coalesce(quote, '') AS quote, n.id AS nodeId
ORDER BY label, links DESC, nodeId
