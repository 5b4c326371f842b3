import { chainOf, holds, type Region } from "../../knowledge/regions.ts";
import type { AgencyGrammar } from "../../recognize/agencies/grammar.ts";
import type { RelativePlace } from "../../recognize/agencies/place.ts";
import type { NamingPatterns } from "./naming-patterns.ts";

export type Level = "central" | "province" | "city" | "county" | "unit";

/** What a document says of itself, as far as it tells whose document it is. Surface forms. */
export interface HomeClues {
  readonly issuers: readonly string[];
  readonly number?: string | undefined;
  readonly addressees: readonly string[];
  readonly title?: string | undefined;
  readonly text?: string | undefined;
}

/** Home 文件所在地: whose 市 a document means, and whose office a bare 办公室 is. */
export interface Home {
  readonly level: Level | undefined;
  /** Full name: 上海市, 攀枝花市, 平潭综合实验区; absent for central documents and where nothing tells. */
  readonly region?: string;
  /** Names from the province down. */
  readonly chain: readonly string[];
  readonly regions: readonly Region[];
  /** Canonical name of the issuer whose bare departments are meant. */
  readonly house?: string;
  readonly taiwan: boolean;
  /** How it was found, in words for `explain`. */
  readonly steps: readonly string[];
}

/** The division that 省, 市, 县, 区 … mean at home; undefined where none does. */
export function relativeRegion(home: Home, relative: RelativePlace, { town }: NamingPatterns): Region | undefined {
  const { regions } = home;
  const last = regions.at(-1);
  const find = (test: (region: Region) => boolean): Region | undefined => regions.findLast(test);
  switch (relative) {
    case "省":
      return find(({ level, municipality }) => level === "province" && !municipality);
    case "市":
      if (last?.level === "county" && last.name.endsWith("市")) return last;
      return find(({ level, municipality, name }) => (level === "city" && /[市区]$/u.test(name)) || municipality);
    case "县":
      return find(({ level, name }) => level === "county" && /[县旗]$/u.test(name));
    case "区":
      return find(({ name }) => name.endsWith("区") && !name.endsWith("地区"));
    case "州":
      return find(({ name }) => name.endsWith("州") && name.length > 2);
    case "盟":
      return find(({ name }) => name.endsWith("盟"));
    case "旗":
      return find(({ name }) => name.endsWith("旗"));
    case "自治区":
      return find(({ name }) => name.endsWith("自治区"));
    case "镇":
      return find(({ name }) => town.test(name));
    case "国家":
    default:
      return undefined;
  }
}

/** 会同县考核办 is 会同 and 县考核办, unless the county's own city or province stands before it, or nothing. */
const belongs = (regions: readonly Region[], before: string): boolean =>
  /(?:^|[\n《])\s*$/u.test(before) ||
  regions.some((region) => chainOf(region).some((outer) => outer !== region && before.endsWith(outer.name)));

/** Regions that a text names, with how often: the clue of last resort. */
export function regionsNamed(grammar: AgencyGrammar, patterns: NamingPatterns, text: string): Map<Region, number> {
  const folded = grammar.fold(text);
  const counts = new Map<Region, number>();
  for (let at = 0; at < folded.length; at += 1) {
    const found = grammar.lexicon.places.longest(folded, at);
    if (found === undefined || found.to - at < 2) continue;
    const name = folded.slice(at, found.to);
    if (patterns.wordPlace.test(name) && !belongs(found.value, folded.slice(0, at))) continue;
    const exact = found.value.filter((region) => region.name === name || region.full === name);
    const candidates = exact.length > 0 ? exact : found.value.filter(({ level }) => level !== "county");
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1)
      counts.set(only, (counts.get(only) ?? 0) + (exact.length > 0 ? 2 : 1));
    at = found.to - 1;
  }
  return counts;
}

/** How often offices stand after 省, 市, 县, 区 in a text: tells the level of its author. */
export function relativeCounts(grammar: AgencyGrammar, text: string): Map<RelativePlace, number> {
  const folded = grammar.fold(text);
  const counts = new Map<RelativePlace, number>();
  const words: readonly (readonly [string, RelativePlace])[] = [
    ["自治区", "自治区"],
    ["省", "省"],
    ["市", "市"],
    ["县", "县"],
    ["区", "区"],
    ["州", "州"],
  ];
  for (const [word, relative] of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      if (/[各县区市地治]/u.test(folded.charAt(at - 1))) continue;
      const form = grammar.lexicon.forms.longest(folded, at + word.length);
      if (form !== undefined && form.to - at - word.length > 1) counts.set(relative, (counts.get(relative) ?? 0) + 1);
    }
  }
  return counts;
}

/** The region that most of the counts lie in, of the level that the offices suggest; undefined on a tie. */
export function likeliestRegion(
  counts: ReadonlyMap<Region, number>,
  relatives: ReadonlyMap<RelativePlace, number>,
): Region | undefined {
  const leading = [...relatives].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  const fits = (region: Region): boolean => {
    if (leading === "省") return region.level === "province" && !region.municipality;
    if (leading === "自治区") return region.name.endsWith("自治区");
    if (leading === "市") return (region.level !== "province" && region.name.endsWith("市")) || region.municipality;
    if (leading === "县") return region.level === "county" && /[县旗]$/u.test(region.name);
    if (leading === "区") return region.name.endsWith("区");
    if (leading === "州") return region.name.endsWith("州") && region.level === "city";
    return false;
  };
  const scores = new Map<Region, number>();
  for (const region of counts.keys()) {
    for (const holder of chainOf(region)) {
      if (!fits(holder)) continue;
      let score = 0;
      for (const [other, count] of counts) if (holds(holder, other)) score += count * (other === holder ? 3 : 1);
      scores.set(holder, score);
    }
  }
  const [first, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
  if (first === undefined) return undefined;
  if (second !== undefined && second[1] * 3 > first[1] * 2 && !holds(first[0], second[0])) return undefined;
  return first[0];
}
