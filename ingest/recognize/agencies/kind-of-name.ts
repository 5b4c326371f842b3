import type { AgencyKind } from "../../knowledge/agencies.ts";

/** Kind of a body that only its name tells. */
export function kindOfName(name: string): AgencyKind {
  if (/(公司|银行|集团|企业|电网|运营商|厂|支行|分行|信用社|信用社联合社|联社)$/u.test(name)) return "enterprise";
  if (/(协会|学会|商会|联合会|基金会|促进会|研究会|红十字会|联盟|联谊会|总会|关心下一代工作委员会)$/u.test(name)) {
    return "massOrganization";
  }
  if (name.endsWith("工会")) return "union";
  if (/(法院|检察院|法庭)$/u.test(name)) return "judicial";
  if (
    /(中心|院|所|馆|台|宫|大学|学院|学校|中学|小学|幼儿园|报社|出版社|站|公园|剧团|总社|供销合作社联合社)$/u.test(name)
  ) {
    return "institution";
  }
  if (/^中共|(党委|党工委|工委|纪委|党组|纪检组|党校|党支部|党总支)$/u.test(name)) return "party";
  return "government";
}
