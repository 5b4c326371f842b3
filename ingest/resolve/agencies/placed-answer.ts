import type { NationalAgency } from "../../knowledge/agencies.ts";
import { holds, type Region } from "../../knowledge/regions.ts";
import type { AgencyParse } from "../../recognize/agencies/agency-parse.ts";
import { kindOfName } from "../../recognize/agencies/kind-of-name.ts";
import { nameOfForm, officeName } from "./name.ts";
import { type Answer, kindWithTail, type Question, regionOf, tailOf } from "./question.ts";

/** Names that bring a place of their own, written out (攀枝花市…) or by its word (市…); also bodies of Taiwan. */
export function placedAnswer(question: Question): Answer | undefined {
  const { readings, home, surface, folded } = question;
  const taiwan =
    home.taiwan || surface !== folded ? readings.find((reading) => reading.taiwan !== undefined) : undefined;
  if (taiwan !== undefined) return ofTaiwan(question, taiwan);
  for (const reading of readings) {
    if (reading.place === undefined) continue;
    if (reading.sort === "group" && reading.form === undefined) return undefined;
    const answer = ofPlace(question, reading);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function ofPlace(question: Question, reading: AgencyParse): Answer | undefined {
  const { place, form, national, area } = reading;
  if (place === undefined) return undefined;
  const region = regionOf(question, place);
  if (region === undefined) return ofAnyBelow(question, reading);
  if (place.weak && !question.home.regions.some((holder) => holds(holder, region))) return undefined;
  const step = place.relative === undefined ? `名称自带地区${region.full}` : `“${place.relative}”指${region.full}`;
  const common = { level: region.level, region, step } as const;
  if (area !== undefined) return { ...common, name: region.full, kind: "government", confidence: 0.85 };
  if (form !== undefined) return ofForm(question, reading, region, step);
  const parent = national?.[0];
  if (parent !== undefined) {
    const name = branchName(question, parent, reading, region) + tailOf(question, reading);
    return { ...common, name, kind: parent.kind, confidence: 0.95, step: `${parent.name}在${region.full}的机构` };
  }
  const { surface } = question;
  const own = place.relative === undefined ? surface.slice(0, place.to) : region.full;
  const name = own + surface.slice(place.to, reading.bracketFrom ?? reading.to);
  const kind = kindOfName(name);
  return { ...common, name, kind, level: kind === "enterprise" ? "unit" : region.level, confidence: 0.8 };
}

function ofForm(question: Question, reading: AgencyParse, region: Region, step: string): Answer | undefined {
  const { form, place } = reading;
  if (form === undefined) return undefined;
  const tail = tailOf(question, reading);
  const group = reading.sort === "group";
  const kind = group ? "group" : kindWithTail(question, form.kind, tail);
  const common = { kind, group, level: region.level, region, step };
  if (namesPlace(question, tail)) return { ...common, name: question.plain, confidence: 0.85 };
  // What calls itself 办公厅 is one, whatever cities of its rank call theirs.
  const office = nameOfForm(form, region);
  const head = question.plain.includes("办公厅") ? office : officeName(question.knowledge, office, region);
  const part = tail === "" ? {} : { partOf: head };
  return { ...common, ...part, name: head + tail, confidence: place?.relative === undefined ? 0.97 : 0.95 };
}

/** 福建省政协平潭综合实验区工作委员会: a branch in another place, kept as it calls itself. */
function namesPlace({ grammar }: Question, tail: string): boolean {
  const found = grammar.lexicon.places.longest(grammar.fold(tail), 0);
  return found !== undefined && found.to > 2;
}

/** 人行南昌中心支行 → 中国人民银行南昌中心支行; 国家税务总局攀枝花市税务局 as it is. */
function branchName(
  { surface, knowledge: { bodies } }: Question,
  parent: NationalAgency,
  reading: AgencyParse,
  region: Region,
): string {
  const { place } = reading;
  const rest = surface.slice(place?.to ?? 0, reading.headTo);
  const spoken = surface.slice(place?.from ?? 0, place?.to ?? 0);
  const named = /[省市县区州盟旗]$/u.test(spoken) && place?.relative === undefined;
  const full = place?.relative !== undefined || (parent.fullPlaces && !named);
  return parent.name + (full ? region.full : spoken) + (bodies.branchNames.words[rest]?.[0] ?? rest);
}

/** 区残联 in a city's document, 县级人民政府 in a province's: whichever of those below is meant, a group. */
function ofAnyBelow({ home, surface }: Question, reading: AgencyParse): Answer | undefined {
  const { level, regions } = home;
  const relative = reading.place?.relative;
  if (relative === undefined || relative === "国家" || level === undefined || level === "unit") return undefined;
  const region = regions.at(-1);
  const below: Readonly<Record<typeof level, string>> = {
    central: "省市县区州盟旗自治区镇",
    province: region?.municipality === true ? "区县镇" : "市县区州盟旗镇",
    city: "县区旗镇",
    county: "镇",
  };
  if (!below[level].includes(relative)) return undefined;
  const name = (region?.full ?? "") + surface;
  const step = `“${relative}”泛指${region?.full ?? "各地"}所属各${relative}`;
  return { name, kind: "group", group: true, level, region, confidence: 0.8, step };
}

function ofTaiwan(question: Question, reading: AgencyParse): Answer | undefined {
  const agency = reading.taiwan?.[0];
  if (agency === undefined) return undefined;
  const group = reading.sort === "group";
  return {
    name: agency.name + tailOf(question, reading),
    kind: group ? "group" : agency.kind,
    group,
    level: "province",
    region: question.knowledge.regions.byName.get("台湾省")?.[0],
    confidence: 0.95,
    step: "台湾机关名录",
  };
}
