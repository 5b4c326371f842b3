import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../../../ingest/knowledge/load.io.ts";
import { chainOf } from "../../../../ingest/knowledge/regions.ts";
import { createAgencyRecognizer } from "../../../../ingest/recognize/agencies/index.ts";

const knowledge = loadKnowledge();
const { agencies, regions, issuerCodes, successions } = knowledge;
const isRegion = (name: string): boolean => regions.byName.get(name)?.some(({ full }) => full === name) === true;

describe("the gazetteers hang together", () => {
  it("knows every province, and counties through their cities", () => {
    expect(regions.all.filter(({ level, parent }) => level === "province" && parent === undefined)).toHaveLength(34);
    const [county] = regions.byName.get("米易县") ?? [];
    expect(county === undefined ? [] : chainOf(county).map(({ full }) => full)).toEqual([
      "四川省",
      "攀枝花市",
      "米易县",
    ]);
    expect(regions.byName.get("黄浦区")?.[0]?.full).toBe("上海市黄浦区");
    expect(regions.byName.get("甘孜州")?.[0]?.full).toBe("甘孜藏族自治州");
  });

  it("places every special area in a region", () => {
    const areas = ["平潭综合实验区", "贵安新区", "赣江新区", "雄安新区", "两江新区"];
    expect(areas.filter((name) => regions.byName.get(name)?.[0]?.parent === undefined)).toEqual([]);
  });

  it("names only regions that exist in codes, successions and local lists", () => {
    const named = [
      ...Object.values(issuerCodes.regions).flat(),
      ...Object.keys(successions.places),
      ...Object.keys(agencies.local),
    ];
    expect(named.filter((name) => !isRegion(name))).toEqual([]);
  });

  it("means an office that exists by every department's letters", () => {
    const stems = new Set(agencies.offices.stems.map(({ stem }) => stem));
    expect(Object.values(issuerCodes.departments).filter((stem) => !stems.has(stem))).toEqual([]);
  });

  it("gives no national short form to two bodies", () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const { name, short } of agencies.national) {
      for (const word of new Set([name, ...short])) {
        if (owners.has(word)) shared.push(`${word}: ${owners.get(word) ?? ""}, ${name}`);
        owners.set(word, name);
      }
    }
    expect(shared).toEqual([]);
  });

  it("recognises every name it lists, and every short form", () => {
    const recognizer = createAgencyRecognizer(knowledge);
    const words = [...agencies.national, ...agencies.taiwan].flatMap(({ name, short }) => [name, ...short]);
    expect(words.filter((word) => recognizer.accepts(word) !== "known")).toEqual([]);
    const local = agencies.offices.stems.flatMap(({ stem, weak }) => (weak ? [] : [`市${stem}局`]));
    expect(local.filter((word) => recognizer.accepts(word) !== "known")).toEqual([]);
  });

  it("follows no body by itself", () => {
    const all = [...successions.national, ...successions.offices, ...Object.values(successions.places).flat()];
    expect(all.filter(({ from, to }) => from === to)).toEqual([]);
  });
});
