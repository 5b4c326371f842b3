import type { AgencyParse } from "../../recognize/agencies/agency-parse.ts";
import { RELATIVE_PLACES } from "../../recognize/agencies/place.ts";
import { relativeRegion } from "./home.ts";
import { type Answer, type Question, regionOf } from "./question.ts";

/** 市直各部门 of this 市; not 市县, 市级, 区域. */
const BY_WORD = /^(自治区|省|市|县|区|州|盟|旗)(?![、（区县市州旗盟级和及场域])/u;

/** Groups carry their place: 上海市各区, 攀枝花市直各部门; in a central document they have none. */
export function groupAnswer(question: Question, reading: AgencyParse): Answer | undefined {
  const { surface, folded, home, patterns } = question;
  const common = { kind: "group" as const, group: true, confidence: 0.9 };
  if (reading.place?.regions !== undefined || reading.national !== undefined || patterns.ofNation.test(surface)) {
    const region = reading.place === undefined ? undefined : regionOf(question, reading.place);
    const name = region === undefined ? surface : region.full + surface.slice(reading.place?.to ?? 0);
    return { ...common, name, level: region?.level ?? home.level, region, step: "泛指，名称自带范围" };
  }
  const word = BY_WORD.exec(folded)?.[1];
  const relative = RELATIVE_PLACES.find((place) => place === word);
  const owner = relative === undefined ? undefined : relativeRegion(home, relative, patterns);
  if (word !== undefined && owner !== undefined) {
    const name = owner.full + surface.slice(word.length);
    return { ...common, name, level: owner.level, region: owner, step: `泛指，“${word}”指${owner.full}` };
  }
  if (home.level === "central") {
    return { ...common, name: surface, level: "central", region: undefined, step: "泛指，全国范围" };
  }
  const region = home.regions.at(-1);
  const holder = home.level === "unit" ? (home.house ?? region?.full) : region?.full;
  if (holder === undefined) return undefined;
  return {
    ...common,
    name: holder + withoutRank(surface, holder),
    level: home.level,
    region,
    step: `泛指，限于${holder}`,
  };
}

/** 市、县区主管部门 of 延安市: 延安市、县区主管部门. */
const withoutRank = (surface: string, holder: string): string =>
  surface.charAt(1) === "、" && holder.endsWith(surface.charAt(0)) ? surface.slice(1) : surface;
