import type { AgencyParse } from "./agency-parse.ts";
import { placesAt } from "./place.ts";
import { ahead, endsAt, isStopped, type Scan } from "./scan.ts";

const TOWN = /^[\u4E00-\u9FFF]{1,6}?(镇|乡|街道|苏木)(?![政府人办党域村])/u;

/** What only a list makes a body: places that stand for their governments (武隆区, 广州, 苏澳镇), 党办, 高新区. Near-miss: 各镇. */
export function areasAt(scan: Scan, from: number): AgencyParse[] {
  const { lexicon, text, limit, options } = scan;
  if (options.fields !== true) return [];
  const found: AgencyParse[] = [];
  for (const place of placesAt(lexicon, text, from, limit)) {
    if (place.regions === undefined || place.weak || place.to - from < 2) continue;
    const area = /[省市县区州盟旗团]$/u.test(text.slice(from, place.to)) ? "whole" : "short";
    found.push({ from, to: place.to, sort: "known", place, headTo: place.to, area });
  }
  for (const { to } of lexicon.short.all(text, from, limit)) {
    if (endsAt(scan, from, to)) found.push({ from, to, sort: "shaped", headTo: to, rank: text.slice(from, to) });
  }
  const town = TOWN.exec(ahead(scan, from, 10))?.[0];
  if (town !== undefined && !/[各乡镇有相]/u.test(town.slice(0, -1)) && !isStopped(scan, from, from + town.length)) {
    found.push({ from, to: from + town.length, sort: "known", headTo: from + town.length, area: "town" });
  }
  return found;
}
