import type { Knowledge } from "../../knowledge/knowledge.ts";
import { chainOf, type Region } from "../../knowledge/regions.ts";
import { readInteger } from "../../recognize/quantities/numerals.ts";

const DECREE = /^(?<issuer>.*?令)(?<year>\d{4}年)?第(?<serial>[^号]+)号$/u;
/** 省政府令: whose, only the home of the citing document tells. */
const OF_HOME = /^(?<division>省|市|自治区)(?:人民)?政府令$/u;

/**
 * One form for numbers of decrees that are printed in several: 国令第376号, 中华人民共和国国务院令第三百七十六号 → 国务院令第376号;
 * in a document of Guangdong 省政府令第181号 → 广东省人民政府令第181号. `home` is the place or issuer of the citing document.
 */
export function sameNumber({ documentNumbers, regions }: Knowledge, number: string, home: string): string {
  const groups = DECREE.exec(number)?.groups;
  if (groups === undefined) return number;
  const { issuer = "", year = "", serial = "" } = groups;
  const [first] = documentNumbers.sameIssuers.find((names) => names.includes(issuer)) ?? [issuer];
  const division = OF_HOME.exec(issuer)?.groups?.["division"];
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
