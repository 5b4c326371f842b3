import { holds, type Region } from "../../knowledge/regions.ts";
import type { Lexicon } from "./lexicon.ts";

/** Divisions by the word alone; whose 市 it is, the document's home decides. */
export const RELATIVE_PLACES = ["省", "市", "县", "区", "州", "盟", "旗", "自治区", "镇", "国家"] as const;
export type RelativePlace = (typeof RELATIVE_PLACES)[number];

/** Place 地区前缀: 攀枝花市 (absolute, with the regions it can mean) or 市 (relative). */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly regions?: readonly Region[];
  readonly relative?: RelativePlace;
  /** A short county name (和平, 新城): believed only before a known office. */
  readonly weak: boolean;
}

const RELATIVE: readonly (readonly [string, RelativePlace])[] = [
  ["自治区", "自治区"],
  ["自治州", "州"],
  ["自治县", "县"],
  ["新区", "区"],
  ["省级", "省"],
  ["市级", "市"],
  ["县级", "县"],
  ["区级", "区"],
  ["州级", "州"],
  ["本省", "省"],
  ["本市", "市"],
  ["本县", "县"],
  ["本区", "区"],
  ["我省", "省"],
  ["我市", "市"],
  ["我县", "县"],
  ["我区", "区"],
  ["全市", "市"],
  ["全省", "省"],
  ["省", "省"],
  ["市", "市"],
  ["县", "县"],
  ["区", "区"],
  ["州", "州"],
  ["盟", "盟"],
  ["旗", "旗"],
  ["街道", "镇"],
  ["镇", "镇"],
  ["乡", "镇"],
  ["国家", "国家"],
];

/** Regions of `list` that lie in one of `outer`; all of them where none does. */
const within = (list: readonly Region[], outer: readonly Region[]): readonly Region[] =>
  list.filter((region) => outer.some((holder) => holder !== region && holds(holder, region)));

/** Places that can begin at `from`, longest first; 福建省平潭县 is one place. */
export function placesAt(lexicon: Lexicon, text: string, from: number, limit: number): Place[] {
  const found: Place[] = [];
  for (const first of lexicon.places.all(text, from, limit)) {
    let { to, value: regions } = first;
    const name = text.slice(from, to);
    if (isCutShort(lexicon, text, name, to)) continue;
    found.push({ from, to, regions, weak: name.length < 2 || regions.every((region) => isWeak(region, name)) });
    for (;;) {
      const next = lexicon.places
        .all(text, to, limit)
        .toReversed()
        .map(({ to: end, value }) => ({
          end,
          inner: within(value, regions).filter((region) => !isWeak(region, text.slice(to, end))),
        }))
        .find(({ inner }) => inner.length > 0);
      if (next === undefined) break;
      to = next.end;
      regions = next.inner;
      found.push({ from, to, regions, weak: false });
    }
  }
  for (const [word, relative] of RELATIVE) {
    if (text.startsWith(word, from) && from + word.length <= limit) {
      const weak = word.length === 1 && lexicon.notPlaces.longest(text, from) !== undefined;
      found.push({ from, to: from + word.length, relative, weak });
    }
  }
  return found.toSorted((a, b) => b.to - a.to);
}

const isWeak = (region: Region, name: string): boolean =>
  region.level === "county" && name !== region.name && name !== region.full;

/** 朝阳 of 朝阳区教育局: a longer name goes on with the word for its division. */
const isCutShort = (lexicon: Lexicon, text: string, name: string, to: number): boolean =>
  /[省市县区州盟旗]/u.test(text.charAt(to)) && lexicon.places.get(name + text.charAt(to)) !== undefined;
