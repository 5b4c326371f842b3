import type { AgencyParse } from "./agency-parse.ts";
import { shapesIn } from "./begins.ts";
import { type Place, placesAt } from "./place.ts";
import { ahead, type Scan } from "./scan.ts";
import { SOFT_RANK } from "./shape.ts";

const MEMBERS = /^(各|有关|相关)?成员单位/u;
/** Ranks that name a sort of bodies even after a place: 市属重点企业. */
const ALWAYS_GROUP = /^(部门|单位|机构|企业)$/u;

/** Names that only their shape tells, after `place` where there is one: 生态保护处, 区土地开发集团公司. */
export function shapedNames(scan: Scan, from: number, at: number, place?: Place): AgencyParse[] {
  const proper =
    place !== undefined ||
    placesAt(scan.lexicon, scan.text, at, scan.limit).some(({ regions }) => regions !== undefined);
  return shapesIn(scan, at, place !== undefined).flatMap(({ to, rank }) => {
    const soft = (proper ? ALWAYS_GROUP : SOFT_RANK).test(rank);
    const common = { from, headTo: to, rank, ...(place === undefined ? {} : { place }) };
    const parse: AgencyParse = { ...common, to, sort: soft ? "group" : "shaped" };
    const members = MEMBERS.exec(ahead(scan, to, 6))?.[0];
    return members === undefined ? [parse] : [parse, { ...common, to: to + members.length, sort: "group" as const }];
  });
}
