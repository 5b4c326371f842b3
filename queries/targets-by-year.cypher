// ---
// title: { zh: 各年指标, en: Targets by year }
// description:
//   zh: 文件设定的量化指标，按年份排列，附目标值、基数、设定它的条款或任务。
//   en: The figures that documents set, by year, with value, baseline and the clause or task that sets them.
// tags: [target, time]
// view: table
// parameters:
//   year:
//     type: string
//     required: false
//     picker: >-
//       MATCH (g:Target)
//       WHERE g.year IS NOT NULL
//       RETURN DISTINCT g.year AS value, g.year AS label ORDER BY value
//     zh: 只看该年
//     en: Only this year
// columns:
//   year: { zh: 年份, en: Year }
//   metric: { zh: 指标, en: Metric }
//   comparator: { zh: 比较, en: Comparator }
//   value: { zh: 目标值, en: Value }
//   baseline: { zh: 基数, en: Baseline }
//   setBy: { zh: 设定于, en: Set by }
//   document: { zh: 文件, en: Document }
//   quote: { zh: 原文, en: Quote }
//   targetId: { zh: 指标标识, en: Target id }
// expect:
//   rows: 9
//   first:
//     year: "2018"
//     metric: "新增户外职工“爱心接力站”的任务"
//     comparator: "="
//     value: "1000家"
//     baseline: ""
// ---
MATCH (s)-[r:SETS]->(g:Target)
WHERE $year IS NULL OR g.year = $year
OPTIONAL MATCH (d:Document) WHERE d.id = r.doc
RETURN coalesce(g.year, '未注明') AS year, coalesce(g.metric, g.text) AS metric,
  coalesce(g.comparator, '') AS comparator,
  coalesce(g.value, '') AS value, coalesce(g.baseline, '') AS baseline, coalesce(s.title, s.heading, s.path) AS setBy,
  coalesce(d.number, d.title) AS document, r.quote AS quote, g.id AS targetId
ORDER BY year, document, r.from, targetId
