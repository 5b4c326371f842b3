import type { NationalAgency } from "../../knowledge/agencies.ts";
import type { AgencyParse } from "./agency-parse.ts";
import { placesAt } from "./place.ts";
import { ahead, endsAt, type Scan } from "./scan.ts";
import { withTails } from "./tails.ts";

/** What a national body keeps in a place, after the place's name. */
const BRANCH =
  /^(市中心支行|中心支行|省分行|市分行|分行|县支行|支行|营业管理部|营管部|税务局|监管局|监管分局|监管办公室|监管办|省分公司|市分公司|分公司|分局|分署|调查总队|调查队|局集团有限公司|局集团公司|特派员办事处|办事处|专员办|监察局|管理局)/u;

/** Names that a gazetteer lists in full: 国家发展改革委, 中组部, 國發會; with branches and departments of theirs. */
export function listedNames(scan: Scan, from: number): AgencyParse[] {
  const { lexicon, text, limit } = scan;
  const found: AgencyParse[] = [];
  const add = (to: number, entry: Partial<AgencyParse>): void => {
    if (endsAt(scan, from, to)) found.push(...withTails(scan, { from, to, sort: "known", headTo: to, ...entry }));
  };
  for (const { to, value: national } of lexicon.national.all(text, from, limit)) {
    add(to, { national });
    found.push(...branches(scan, from, to, national));
  }
  for (const { to, value: taiwan } of lexicon.taiwan.all(text, from, limit)) add(to, { taiwan });
  for (const { to, value: local } of lexicon.local.all(text, from, limit)) add(to, { local });
  return found;
}

/** 人行南昌中心支行, 国家税务总局攀枝花市税务局: a national body, a place and what it keeps there. */
function branches(scan: Scan, from: number, at: number, national: readonly NationalAgency[]): AgencyParse[] {
  return placesAt(scan.lexicon, scan.text, at, scan.limit).flatMap((place) => {
    const rank = BRANCH.exec(ahead(scan, place.to, 12))?.[0];
    if (rank === undefined) return [];
    const to = place.to + rank.length;
    return withTails(scan, { from, to, sort: "known", national, place, headTo: to, rank });
  });
}
