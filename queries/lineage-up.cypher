// ---
// title: { zh: 一项任务的依据, en: What a task rests on }
// description:
//   zh: 一项任务往上追：它自己、所在各级条款和文件以哪些条文、文件为依据，再往上逐级追到头。
//   en: >-
//     What a task rests on: the articles and documents that it, the clauses around it and its document
//     invoke, level by level.
// tags: [task, lineage]
// view: graph
// parameters:
//   task:
//     type: task
//     default: 沪工总发〔2018〕22号#附件1/一/（一）
//     picker: >-
//       MATCH (t:Task)-[:DERIVES_FROM]->()
//       RETURN DISTINCT t.id AS value, t.title AS label ORDER BY value
//     zh: 任务
//     en: Task
// columns:
//   steps: { zh: 步数, en: Steps }
//   source: { zh: 由何处援引, en: Invoked by }
//   sourceLabel: { zh: 援引处类型, en: Kind of place, codes: nodes }
//   authority: { zh: 依据, en: Authority }
//   level: { zh: 层级, en: Level, codes: Document.level }
//   title: { zh: 标题, en: Title }
//   cue: { zh: 依据用语, en: Cue }
//   mention: { zh: 原文, en: Words }
//   authorityId: { zh: 依据标识, en: Authority id }
//   sourceId: { zh: 援引处标识, en: Place id }
// expect:
//   rows: 4
//   first:
//     steps: 1
//     source: "加大对技能要素参与分配的激励力度"
//     sourceLabel: "Task"
//     authority: "沪委发〔2018〕6号 第13条"
//     level: "province"
// ---
MATCH (t:Task)
WHERE t.id = $task OR t.title = $task
MATCH (t)<-[:HAS_CLAUSE|STATES*0..12]-(s)
MATCH p = (s)-[:DERIVES_FROM|PART_OF*1..8]->(x)
WHERE x:Document OR x:Article
WITH DISTINCT s, x, length(p) AS steps, relationships(p) AS edges
WITH s, x, steps, head(edges) AS first
WITH s, x, steps, min(coalesce(first.cue, '')) AS cue, min(coalesce(first.mention, '')) AS mention,
  CASE WHEN s:Task THEN 'Task' WHEN s:Clause THEN 'Clause' ELSE 'Document' END AS kind
OPTIONAL MATCH (x)-[:PART_OF]->(d:Document)
RETURN steps AS steps, coalesce(s.number, s.title, s.path) AS source, kind AS sourceLabel,
  CASE WHEN x:Article THEN coalesce(d.number, d.title) + ' ' + x.label
    ELSE coalesce(x.number, x.title) END AS authority,
  coalesce(x.level, d.level, '') AS level, coalesce(x.title, d.title, '') AS title, cue AS cue, mention AS mention,
  x.id AS authorityId, s.id AS sourceId
ORDER BY CASE sourceLabel WHEN 'Task' THEN 1 WHEN 'Clause' THEN 2 ELSE 3 END, sourceId DESC, steps, authorityId
