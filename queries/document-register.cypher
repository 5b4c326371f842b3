// ---
// title: { zh: 文件登记簿, en: Register of documents }
// description:
//   zh: 每份已收录文件的文号、标题、日期、发文机关、签发人、主送和抄送。
//   en: >-
//     For each document read: number, title, date, who issued and signed it, whom it is addressed and
//     copied to.
// tags: [document]
// view: table
// columns:
//   document: { zh: 文件, en: Document }
//   title: { zh: 标题, en: Title }
//   kind: { zh: 文种, en: Kind of document }
//   date: { zh: 成文日期, en: Date }
//   issuers: { zh: 发文机关, en: Issued by }
//   signers: { zh: 签发人, en: Signed by }
//   addressees: { zh: 主送, en: Addressed to }
//   copies: { zh: 抄送, en: Copied to }
//   documentId: { zh: 文件标识, en: Document id }
// expect:
//   rows: 5
//   first:
//     document: "沪工办〔2018〕1号"
//     title: "关于印发《上海市总工会常委会2018年工作要点》的通知"
//     kind: "通知"
//     date: "2018-01-22"
//     issuers: ["上海市总工会办公室"]
// ---
MATCH (d:Document)
WHERE d.ingested = true
OPTIONAL MATCH (a:Agency)-[r:ISSUED]->(d)
WITH d, a.name AS name, min(r.rank) AS place
ORDER BY d.id, place, name
WITH d, collect(name) AS issuers
OPTIONAL MATCH (l:Leader)-[:SIGNED]->(d)
WITH DISTINCT d, issuers, l.name AS signer
ORDER BY d.id, signer
WITH d, issuers, collect(signer) AS signers
OPTIONAL MATCH (d)-[r:ADDRESSED_TO]->(x)
WITH d, issuers, signers, x.name AS name, coalesce(r.copy, false) AS copy, min(r.from) AS place
ORDER BY d.id, place, name
WITH d, issuers, signers, collect(CASE WHEN NOT copy THEN name END) AS addressees,
  collect(CASE WHEN copy THEN name END) AS copies
RETURN coalesce(d.number, '无文号') AS document, coalesce(d.title, '') AS title, coalesce(d.kind, '') AS kind,
  coalesce(d.date, '未注明') AS date, issuers AS issuers, signers AS signers, addressees AS addressees,
  copies AS copies, d.id AS documentId
ORDER BY date, documentId
