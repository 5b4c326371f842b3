/** Words between an issuer and its document. */
const LINK =
  /(?:(?:联合)?(?:印发|下发|发布|公布|出台|转发|制定|颁布|通过|下达|编制|提出)的?|新修订的?|修订后的?|最新|有关|关于)$/u;
/** Last words of a body that issues documents, official and colloquial. */
const BODY =
  /(?:中央|国务院|党委|[省市区县州旗]委|[省市区县州旗盟]政府|人民政府|政府|委员会|常委会|人大|政协|[办厅局部委署行院会]|总局|总署|总工会|全总|总会|工会|联合会|法院|检察院|办公室|领导小组|指挥部|协调小组|联席会议|机制|中心|管委会|党工委|两办)(?:等[一二三四五六七八九十\d]*(?:个)?部[门委])?$/u;
/** Where the words before 《 stop being the issuer's name. */
const START =
  /[\n，,。；;：:！？》」”）)（(“"]|根据|依据|按照|依照|遵照|参照|对照|贯彻|落实|执行|学习|宣传|配合|做好|抓好|符合|违反|结合|依托|围绕|制定|修订|研究|关于|以及|有关|要求|精神|传达|召开|了|要|应当?|请|请示|提出|报送/gu;
/** Particles that may stand right before the name. */
const LEAD = /^(?:\d{1,2}[.．、]|[\s、的由对将按据依照为和及与是在经以]|自(?!然|治))+/u;
const MAX_ISSUER = 40;

/** The body named right before a citation, as printed: 国务院办公厅《…》, 中办、国办印发的《…》. */
export function issuerBefore(text: string, to: number): string | undefined {
  let words = text.slice(Math.max(0, to - MAX_ISSUER), to).trimEnd();
  const link = LINK.exec(words);
  if (link !== null) words = words.slice(0, -link[0].length);
  let start = 0;
  for (const match of words.matchAll(START)) {
    start = match.index + match[0].length;
  }
  let issuer = words.slice(start).replace(LEAD, "").trim();
  // 中共中央 国务院 are joint issuers; 发放补助 财政部 are a heading and a name.
  for (let blank = issuer.indexOf(" "); blank >= 0; blank = issuer.indexOf(" ")) {
    const head = issuer.slice(0, blank);
    issuer = BODY.test(head) && head.length <= 20 ? head + issuer.slice(blank + 1) : issuer.slice(blank + 1).trim();
  }
  return issuer.length >= 2 && BODY.test(issuer) ? issuer : undefined;
}
