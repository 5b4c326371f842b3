// ---
// title: { zh: 两个单位的最短联系, en: Shortest links between two agencies }
// description:
//   zh: 两个单位经由共同任务、隶属关系相连的全部最短路径，逐一列出途经的任务和单位。
//   en: >-
//     All shortest paths between two agencies through shared tasks and what they are part of, with what is
//     on the way.
// tags: [agency, path]
// view: graph
// parameters:
//   from: { type: agency, default: 上海市统计局, zh: 起点, en: From }
//   to: { type: agency, default: 上海市工人文化宫, zh: 终点, en: To }
// columns:
//   steps: { zh: 步数, en: Steps }
//   path: { zh: 路径, en: Path }
//   via: { zh: 途经, en: Via }
//   relations: { zh: 关系, en: Relations, codes: edges }
//   ids: { zh: 途经标识, en: Ids }
// expect:
//   rows: 35
//   first:
//     steps: 4
// ---
MATCH (a:Agency), (b:Agency)
WHERE (a.id = $from OR a.name = $from OR a.shortName = $from OR $from IN a.aliases)
  AND (b.id = $to OR b.name = $to OR b.shortName = $to OR $to IN b.aliases) AND a.id <> b.id
MATCH p = allShortestPaths((a)-[:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN|PART_OF*..8]-(b))
WITH p, length(p) AS steps, [n IN nodes(p) | coalesce(n.name, n.title)] AS via, [n IN nodes(p) | n.id] AS ids,
  [r IN relationships(p) | type(r)] AS relations
WITH DISTINCT steps, via, ids, relations
WITH steps, via, ids, relations, reduce(key = '', id IN ids | key + ' ' + id) AS key,
  reduce(words = '', relation IN relations | words + ' ' + relation) AS words
RETURN steps AS steps,
  reduce(line = '', name IN via | line + CASE line WHEN '' THEN '' ELSE ' → ' END + name) AS path,
  via AS via, relations AS relations, ids AS ids
ORDER BY steps, key, words
LIMIT 100
