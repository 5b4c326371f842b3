import type { AgencyParse } from "./agency-parse.ts";
import { shapesIn } from "./begins.ts";
import { groupAt } from "./group.ts";
import { leveledAt } from "./levels.ts";
import type { Place } from "./place.ts";
import { ahead, endsAt, isStopped, type Scan } from "./scan.ts";

/** Heads after which any name makes a group: 各国土所, 有关镇政府. */
const EACH = /^(各|有关|相关|所属|下属|其他|其它)/u;
/** How a group goes on after its place: 米易县各乡镇, 省有关单位, 市直部门. */
const PLACED = /^(各|有关|相关|所属|下属|其他|直|属|级|内|辖|成员)/u;

/** 政务部门编制|各部门: a kind of body with words behind it is no place. */
const HOLDS_BODY = /(?:部门|单位|机构)./u;

/** Groups that begin at `from` and bring no place: 各区, 各国土所, 珠三角各市人民政府. */
export function groupsAt(scan: Scan, from: number): AgencyParse[] {
  const { lexicon, groups, text, limit } = scan;
  const found: AgencyParse[] = [];
  const add = (to: number | undefined): void => {
    if (to !== undefined && endsAt(scan, from, to)) found.push({ from, to, sort: "group", headTo: from });
  };
  add(groupAt(groups, lexicon, text, from, limit));
  for (const to of leveledAt(scan, from)) add(to);
  for (const head of groups.heads.all(text, from, limit)) {
    if (!EACH.test(text.slice(from, head.to))) continue;
    add(shapesIn(scan, head.to, true).at(-1)?.to);
    add(lexicon.forms.longest(text, head.to, limit)?.to);
    for (const division of groups.divisions.all(text, head.to, limit)) {
      add(lexicon.forms.longest(text, division.to, limit)?.to);
    }
  }
  const each = ahead(scan, from, 8).indexOf("各");
  if (
    each > 1 &&
    !HOLDS_BODY.test(ahead(scan, from, each)) &&
    !isStopped(scan, from, from + each) &&
    /^[\u4E00-\u9FFF]+$/u.test(text.slice(from, from + each))
  ) {
    add(groupAt(groups, lexicon, text, from + each, limit));
  }
  return found;
}

/** The group that goes on after a place: 省各有关单位. */
export function groupAfter(scan: Scan, from: number, place: Place): AgencyParse[] {
  if (place.weak || !PLACED.test(ahead(scan, place.to, 2))) return [];
  const to = groupAt(scan.groups, scan.lexicon, scan.text, place.to, scan.limit);
  return to === undefined ? [] : [{ from, to, sort: "group", place, headTo: place.to }];
}
