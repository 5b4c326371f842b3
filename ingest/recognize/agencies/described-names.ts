import type { AgencyParse } from "./agency-parse.ts";
import { ahead, isStopped, type Scan } from "./scan.ts";

/** 渡口所在地, 古镇所在地的: where the body stands. */
const PLACED = /^([㐀-鿿]{2,10}?)所在地的?/u;
/** 依法设立的, 县（市、区）人民政府确定的: by whom or how the body was set up or chosen. */
const CHOSEN =
  /^(?:依法|依规|经批准|(?:(?![和与及或])[㐀-鿿（）、]){0,16}?(?:人民政府|政府|管委会|[厅局委部]))(?:设立|成立|组建|确定|指定|明确)的/u;
const LONGEST = 32;

/** Bodies told by what stands before their kind: 渡口所在地乡镇人民政府, 依法设立的湿地管理机构, 市政府指定的有关部门. */
export function describedNames(scan: Scan, from: number, kindsAt: (at: number) => AgencyParse[]): AgencyParse[] {
  const words = ahead(scan, from, LONGEST);
  const placed = PLACED.exec(words);
  const head =
    placed?.[1] !== undefined && !isStopped(scan, from, from + placed[1].length) ? placed[0] : CHOSEN.exec(words)?.[0];
  if (head === undefined) return [];
  return kindsAt(from + head.length).map(({ to }) => ({ from, to, sort: "group", headTo: from }));
}
