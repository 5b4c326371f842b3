import type { Knowledge } from "../../knowledge/knowledge.ts";
import { chainOf, type Region } from "../../knowledge/regions.ts";
import { readInteger } from "../../recognize/quantities/numerals.ts";
import { titlePatternsOf } from "./title-patterns.ts";

/**
 * One form for numbers of decrees that are printed in several: 国令第376号, 中华人民共和国国务院令第三百七十六号 → 国务院令第376号;
 * in a document of Guangdong 省政府令第181号 → 广东省人民政府令第181号. `home` is the place or issuer of the citing document.
 */
export function sameNumber(knowledge: Knowledge, number: string, home: string): string {
  const { documentNumbers, regions } = knowledge;
  const { decree, homeDecree } = titlePatternsOf(knowledge);
  const groups = decree.exec(number)?.groups;
  if (groups === undefined) return number;
  const { issuer = "", year = "", serial = "" } = groups;
  const [first] = documentNumbers.sameIssuers.find((names) => names.includes(issuer)) ?? [issuer];
  const division = homeDecree.exec(issuer)?.groups?.["division"];
  const region = division === undefined ? undefined : holderOf(regions.byName, home, division);
  const whole = region === undefined ? (first ?? issuer) : `${region.full}人民政府令`;
  return `${whole}${year}第${readInteger(serial) ?? serial}号`;
}

/** The province or city in which `home` lies, by the longest region that it begins with. */
function holderOf(byName: ReadonlyMap<string, readonly Region[]>, home: string, division: string): Region | undefined {
  for (let length = home.length; length >= 2; length--) {
    const [region, other] = byName.get(home.slice(0, length)) ?? [];
    if (region === undefined || other !== undefined) continue;
    return chainOf(region).find(({ full, level, municipality }) =>
      division === "市" ? level === "city" || municipality : level === "province" && full.endsWith(division),
    );
  }
  return undefined;
}
