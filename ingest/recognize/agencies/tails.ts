import type { AgencyParse } from "./agency-parse.ts";
import { beginsBody, beginsCertainly, shapesIn } from "./begins.ts";
import { groupAt } from "./group.ts";
import { ahead, type Scan } from "./scan.ts";
import { SOFT_RANK } from "./shape.ts";

/** What makes a group of a body's own parts: 县环保局相关业务科室, 领导小组成员单位. */
const GROUP_TAIL = /^(各|有关|相关|所属|下属|成员)/u;
const ALL_BELOW = /^及所属(各?机关|机关|各?单位|各机关学校)/u;

/** A head as it is, and with departments of its own after it: 市公安局交警支队, 市委网信处. */
export function withTails(scan: Scan, head: AgencyParse): AgencyParse[] {
  const found: AgencyParse[] = [head];
  const { headTo } = head;
  if (GROUP_TAIL.test(ahead(scan, headTo, 2))) {
    const group = groupAt(scan.groups, scan.lexicon, scan.text, headTo, scan.limit);
    if (group !== undefined) found.push({ ...head, to: group, sort: "group" });
    return found;
  }
  const below = ALL_BELOW.exec(ahead(scan, headTo, 8))?.[0];
  if (below !== undefined) return [...found, { ...head, to: headTo + below.length, sort: "group" }];
  if (head.place === undefined && head.form?.internal === true) return found;
  if ((head.taiwan === undefined ? beginsBody : beginsCertainly)(scan, headTo)) return found;
  for (const shape of shapesIn(scan, headTo, true)) {
    if (!SOFT_RANK.test(shape.rank)) found.push({ ...head, to: shape.to, rank: shape.rank });
  }
  return found;
}
