// ---
// title: { zh: 一个单位的任务, en: Tasks of an agency }
// description:
//   zh: 一个单位承担的全部任务及其角色、时限和出处，按文件和原文次序排列。
//   en: Everything an agency has to do, in what role, by when and where it is written, in the order of the text.
// tags: [agency, task]
// view: table
// parameters:
//   agency: { type: agency, default: 上海市总工会, zh: 单位, en: Agency }
//   roles:
//     type: list
//     default: [LEADS, RESPONSIBLE_FOR, PARTICIPATES_IN]
//     values: { LEADS: 牵头, RESPONSIBLE_FOR: 责任, PARTICIPATES_IN: 参与 }
//     zh: 角色
//     en: Roles
// columns:
//   task: { zh: 任务, en: Task }
//   role: { zh: 角色, en: Role, codes: edges }
//   within: { zh: 组织内部, en: Within }
//   deadline: { zh: 完成时限, en: Deadline }
//   document: { zh: 文件, en: Document }
//   quote: { zh: 原文, en: Quote }
//   taskId: { zh: 任务标识, en: Task id }
// expect:
//   rows: 30
//   first:
//     task: "加大对技能要素参与分配的激励力度"
//     role: "LEADS"
//     within: null
//     deadline: null
//     document: "沪工总发〔2018〕22号"
// ---
MATCH (a:Agency)-[r:LEADS|RESPONSIBLE_FOR|PARTICIPATES_IN]->(t:Task)
WHERE (a.id = $agency OR a.name = $agency OR a.shortName = $agency OR $agency IN a.aliases) AND type(r) IN $roles
OPTIONAL MATCH (d:Document) WHERE d.id = r.doc
WITH t, d, type(r) AS role, r.within AS within, min(r.from) AS place, min(r.quote) AS quote
RETURN t.title AS task, role AS role, within AS within, coalesce(t.deadline, t.deadlineText) AS deadline,
  coalesce(d.number, d.title) AS document, quote AS quote, t.id AS taskId
ORDER BY document, place, taskId, role
