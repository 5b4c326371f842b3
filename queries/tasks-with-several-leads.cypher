// ---
// title: { zh: 多头牵头的任务, en: Tasks with several leads }
// description:
//   zh: 同一范围内有两个以上牵头单位的任务；组织内部的牵头与本地区的牵头分开数。
//   en: Tasks with two or more lead agencies at one layer, where it is open who answers.
// tags: [task, accountability]
// view: table
// parameters:
//   minimum: { type: integer, default: 2, zh: 至少牵头单位数, en: At least so many leads }
// columns:
//   task: { zh: 任务, en: Task }
//   layer: { zh: 范围, en: Layer }
//   count: { zh: 牵头单位数, en: Leads }
//   agencies: { zh: 牵头单位, en: Leading agencies }
//   document: { zh: 文件, en: Document }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 37
//   first:
//     task: "加大对技能要素参与分配的激励力度"
//     layer: "本地区"
//     count: 6
//     document: "沪工总发〔2018〕22号"
//     taskId: "task/沪工总发〔2018〕22号#附件1/一/（一）"
// ---
MATCH (a:Agency)-[r:LEADS]->(t:Task)
WITH t, a, coalesce(r.within, '本地区') AS layer, r.doc AS doc, min(r.rank) AS place
ORDER BY t.id, layer, place, a.id
WITH t, layer, doc, collect(DISTINCT a.name) AS agencies
WHERE size(agencies) >= $minimum
OPTIONAL MATCH (d:Document) WHERE d.id = doc
RETURN t.title AS task, layer AS layer, size(agencies) AS count, agencies AS agencies,
  coalesce(d.number, d.title) AS document, t.id AS taskId
ORDER BY count DESC, taskId, layer, document
