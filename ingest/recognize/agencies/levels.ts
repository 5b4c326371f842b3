import { ahead, endsAt, isStopped, type Scan } from "./scan.ts";
import { shapesIn } from "./begins.ts";

const DIVISION =
  "(?:设区的市|设区市|地级以上市|地级市|计划单列市|自治区|直辖市|自治州|自治县|乡镇|街道|省|市|县|区|州|盟|旗|乡|镇)级?";
const INSIDE = "（(?:(?:[省市县区州盟旗乡镇地街]|街道|自治县|自治州|园区|管委会|、)+|含[^（）]{2,14})）";
const LIST = `${DIVISION}(?:${INSIDE})?(?:[、和及]?${DIVISION}(?:${INSIDE})?)*`;
/** 市、县（市）、城东区: a named district at the end of the divisions, before a kind of department. */
const NAMED = "(?:(?<=（[市区县、]+）)、[㐀-鿿]{2,3}区(?=[㐀-鿿]{0,12}(?:部门|机构)))?";
/** 县级以上地方各级, 市、区两级, 市（区）, 设区的市、县: the levels of government at which a kind of body stands. */
const LEVELS = new RegExp(
  `^(?:各地?)?(?:(?:项目|户籍|事件)?所在地的?|事发地|属地|当地|本级|同级)?(?:${LIST}${NAMED}(?:[两二三四五]级|(?:及其?|和)?(?:以上|以下)(?:各级)?(?:地方)?(?:各级)?)?(?:各级)?(?:地方)?)`,
  "u",
);
/** One division alone is a place (市财政局); several, or a bound, are levels. */
const SEVERAL = /[、（]|以上|以下|设区的?市|[两二三四五]级|所在地|事发地|属地|当地|各/u;
const GOVERNMENT = /^(?:人民政府|政府)/u;
/** Kinds of bodies, of which every level has one; an office by name (市、区财政局) has its rank word. */
const KIND = /(?:部门|机关|机构|组织|委员会|[局委办厅])$/u;

/** Ends of a kind of body at certain levels, which begins at `from`: 县级以上人民政府水行政主管部门, 市、区城管部门. */
export function leveledAt(scan: Scan, from: number): number[] {
  const levels = LEVELS.exec(ahead(scan, from, 32))?.[0];
  if (levels === undefined || !SEVERAL.test(levels)) return [];
  const ends: number[] = [];
  const at = from + levels.length;
  const government = GOVERNMENT.exec(ahead(scan, at, 4))?.[0].length ?? 0;
  if (government > 0) ends.push(at + government);
  for (const start of government > 0 ? [at, at + government] : [at]) ends.push(...kindsAt(scan, start));
  return ends.filter((to) => endsAt(scan, from, to));
}

function kindsAt(scan: Scan, at: number): number[] {
  const { lexicon, groups, text, limit } = scan;
  const ends = [lexicon.forms, groups.nouns, groups.whole]
    .map((trie) => trie.longest(text, at, limit)?.to)
    .filter((to): to is number => to !== undefined && to - at > 1);
  for (const { to } of shapesIn(scan, at, true)) if (!isStopped(scan, at, to)) ends.push(to);
  return ends.filter((to) => KIND.test(text.slice(at, to)));
}
