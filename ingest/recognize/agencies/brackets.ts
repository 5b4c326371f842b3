import type { AgencyParse, AgencySort } from "./agency-parse.ts";
import type { Scan } from "./scan.ts";

const LONGEST = 32;
/** Words that stand in a bracket of a name without being one. */
const PLAIN =
  /^(单位|部门|部|系|科|局|委|办|处|室|集团|总商会|筹|党组|党委|管委会|办事处|社|队|所|站|中心|本级|机关|行政学院|国家行政学院)$/u;

/** How the whole of a string is read; undefined where it is no name. */
type SortOf = (text: string) => AgencySort | undefined;

/** 宣传部（网宣办）, 市财政局（市国资委）, 各有关部门（单位）: a bracket that belongs to the name is taken in. */
export function withBracket(scan: Scan, parse: AgencyParse, sortOf: SortOf): AgencyParse {
  const { text, limit } = scan;
  if (parse.to >= limit || text.charAt(parse.to) !== "（") return parse;
  const close = text.indexOf("）", parse.to);
  if (close < 0 || close >= limit || close - parse.to > LONGEST) return parse;
  const inside = text.slice(parse.to + 1, close);
  return isOwn(inside, parse.sort, sortOf) ? { ...parse, to: close + 1, bracketFrom: parse.to } : parse;
}

/** Near-miss: （牵头）, （以下简称…） and （A） say something about the body. */
function isOwn(inside: string, outer: AgencySort, sortOf: SortOf): boolean {
  if (PLAIN.test(inside)) return true;
  return inside.split(/[、，]/u).every((part) => {
    const sort = part.length > 1 ? sortOf(part) : undefined;
    return sort !== undefined && (sort !== "group" || outer === "group");
  });
}
