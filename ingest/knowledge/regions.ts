import { z } from "zod";
import type { AreaData } from "./area-data.io.ts";

const levelSchema = z.enum(["province", "city", "county"]);

export const regionsSchema = z.strictObject({
  shortNames: z.record(z.string(), z.string()),
  otherNames: z.record(z.string(), z.string()),
  peoples: z.array(z.string()),
  abbreviations: z.record(z.string(), z.string()),
  areas: z.array(
    z.strictObject({
      name: z.string(),
      short: z.array(z.string()).default([]),
      within: z.string(),
      level: levelSchema,
      now: z.string().optional(),
      division: z.boolean().default(false),
    }),
  ),
});
export type RegionsSeed = z.output<typeof regionsSchema>;

/** Region 地区: a division or special area. Municipalities (直辖市) are provinces with `municipality` true. */
export interface Region {
  /** Own name: 米易县, 东区. */
  readonly name: string;
  /** As official names of bodies begin: 米易县, 攀枝花市东区. */
  readonly full: string;
  /** Without 省, 市, 县 …: 米易; equals `name` where nothing would be left. */
  readonly short: string;
  readonly level: "province" | "city" | "county";
  readonly municipality: boolean;
  readonly parent?: Region;
}

export interface Regions {
  /** Regions that a name can mean, own, full and short names; several where the name is shared. */
  readonly byName: ReadonlyMap<string, readonly Region[]>;
  /** 沪 → 上海市. */
  readonly abbreviations: ReadonlyMap<string, Region>;
  /** Names under which a county or district is known only in its own surroundings: 和平, 新城. */
  readonly weakNames: ReadonlySet<string>;
  readonly all: readonly Region[];
}

const UNNAMED = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u;
const SUFFIX = /(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|矿区|新区|省|市|县|区|盟|旗)$/u;

/** Names a region goes by beside its own: 甘孜藏族自治州 → 甘孜州, 甘孜. */
function shortNames(name: string, seed: RegionsSeed, peoples: readonly string[]): string[] {
  const listed = seed.shortNames[name];
  const bare = name.replace(SUFFIX, "");
  let stem = bare;
  for (let changed = true; changed; ) {
    const people = peoples.find((word) => stem.endsWith(word) && stem.length - word.length >= 2);
    changed = people !== undefined && stem !== name;
    if (people !== undefined) stem = stem.slice(0, stem.length - people.length);
  }
  const forms = listed === undefined ? [] : [listed];
  if (stem.length >= 2) forms.push(stem);
  if (stem !== bare && name.endsWith("自治州")) forms.push(`${stem}州`);
  if (stem !== bare && name.endsWith("自治县")) forms.push(`${stem}县`);
  return forms;
}

export function buildRegions(areas: AreaData, seed: RegionsSeed): Regions {
  const byName = new Map<string, Region[]>();
  const peoples = seed.peoples.toSorted((a, b) => b.length - a.length);
  const all: Region[] = [];
  const weak = new Set<string>();
  const strong = new Set<string>();
  const put = (name: string, region: Region): void => {
    const list = byName.get(name) ?? [];
    if (!list.includes(region)) list.push(region);
    byName.set(name, list);
  };
  const add = (
    name: string,
    level: Region["level"],
    parent: Region | undefined,
    also?: readonly string[],
    division = true,
  ): Region => {
    const known = byName.get(name)?.find((region) => region.parent === parent && region.level === level);
    if (known !== undefined) {
      for (const form of also ?? []) put(form, known);
      return known;
    }
    const shorts = division ? shortNames(name, seed, peoples) : [...(also ?? [])];
    const district = division && level === "county" && name.endsWith("区") && parent !== undefined;
    const region: Region = {
      name,
      full: district && !name.startsWith(parent.name) ? parent.name + name : name,
      short: shorts[0] ?? name,
      level,
      municipality: level === "province" && name.endsWith("市"),
      ...(parent === undefined ? {} : { parent }),
    };
    all.push(region);
    for (const form of [name, region.full, ...(also ?? [])]) {
      put(form, region);
      strong.add(form);
    }
    for (const form of shorts) {
      put(form, region);
      if (level === "county") weak.add(form);
      else strong.add(form);
    }
    return region;
  };
  const addCounties = (code: string, parent: Region): void => {
    for (const [child, name] of Object.entries(areas[code] ?? {})) {
      if (child.length === 6 && !UNNAMED.test(name)) add(name, "county", parent);
    }
  };
  for (const [code, name] of Object.entries(areas["86"] ?? {})) {
    const province = add(name, "province", undefined);
    for (const [cityCode, cityName] of Object.entries(areas[code] ?? {})) {
      if (UNNAMED.test(cityName) || province.municipality) addCounties(cityCode, province);
      else addCounties(cityCode, add(cityName, "city", province));
    }
  }
  for (const area of seed.areas) {
    add(area.name, area.level, byName.get(area.within)?.[0], area.short, area.division);
  }
  for (const [other, name] of Object.entries(seed.otherNames)) {
    for (const region of byName.get(name) ?? []) put(other, region);
    strong.add(other);
  }
  for (const form of strong) weak.delete(form);
  const abbreviations = new Map<string, Region>();
  for (const [letter, name] of Object.entries(seed.abbreviations)) {
    const region = byName.get(name)?.[0];
    if (region !== undefined) abbreviations.set(letter, region);
  }
  return { byName, abbreviations, weakNames: weak, all };
}

/** The region and what holds it, from the province down. */
export function chainOf(region: Region): readonly Region[] {
  const chain: Region[] = [];
  for (let at: Region | undefined = region; at !== undefined; at = at.parent) chain.unshift(at);
  return chain;
}

/** True where `outer` is `inner` or holds it. */
export const holds = (outer: Region, inner: Region): boolean => chainOf(inner).includes(outer);
