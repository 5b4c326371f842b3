import type { NationalAgency } from "../../knowledge/agencies.ts";
import type { Region } from "../../knowledge/regions.ts";
import type { AgencyParse } from "../../recognize/agencies/agency-parse.ts";
import { kindOfName } from "../../recognize/agencies/kind-of-name.ts";
import { groupAnswer } from "./group-answer.ts";
import { regionsNamed, relativeRegion } from "./home.ts";
import { nameOfForm, officeName } from "./name.ts";
import { type Answer, cleaned, kindWithTail, type Question, tailOf } from "./question.ts";

/** Names without a place: national bodies, groups, offices that inherit a place, names of their own. */
export function unplacedAnswer(question: Question): Answer | undefined {
  const { readings, surface } = question;
  const shared = sharedAnswer(question);
  if (shared !== undefined) return shared;
  const national = nationalAnswer(question);
  if (national !== undefined) return national;
  const [best] = readings;
  if (best === undefined) return undefined;
  if (best.area === "town") return townAnswer(question);
  const reading = readings.find(({ form, place }) => form !== undefined && place === undefined);
  const field = reading?.form?.field === true && !question.knowledge.agencies.groups.whole.includes(surface);
  if (best.sort === "group" && (!field || question.patterns.eachLevel.test(surface)))
    return groupAnswer(question, best);
  if (reading !== undefined) return inheritedAnswer(question, reading);
  if (best.sort === "group") return groupAnswer(question, best);
  // 朝阳区…: a place is named, and more than one region has that name.
  const ambiguous = readings.some(({ place }) => place?.regions !== undefined && !place.weak);
  return ambiguous ? undefined : shapedAnswer(question, best);
}

/** 财政局 after 各区民政局: each of those places' office, not the home's. */
function sharedAnswer(question: Question): Answer | undefined {
  const { surface, readings, options, patterns } = question;
  const previous = cleaned(options.previous ?? "");
  const places = patterns.eachPlace.exec(previous)?.[0];
  const reading = readings.find(({ form }) => form !== undefined);
  if (
    places === undefined ||
    reading === undefined ||
    !patterns.office.test(previous) ||
    !patterns.office.test(surface)
  )
    return undefined;
  if (reading.sort === "group" && reading.form?.field !== true) return undefined;
  if (places.length === previous.length || readings.some(({ place }) => place !== undefined)) return undefined;
  const whole = places + surface;
  return groupAnswer(
    { ...question, surface: whole, folded: question.grammar.fold(whole) },
    { ...NO_PLACE, to: whole.length },
  );
}

const NO_PLACE: AgencyParse = { from: 0, to: 0, sort: "group", headTo: 0 };

function nationalAnswer(question: Question): Answer | undefined {
  for (const reading of question.readings) {
    const agency = reading.place === undefined ? nationalOf(question, reading) : undefined;
    if (agency === undefined) continue;
    const group = reading.sort === "group";
    const tail = tailOf(question, reading);
    return {
      name: agency.name + tail,
      kind: group ? "group" : kindWithTail(question, agency.kind, tail),
      group,
      level: agency.kind === "enterprise" ? "unit" : "central",
      region: undefined,
      ...(tail === "" ? {} : { partOf: agency.name }),
      confidence: 0.97,
      step: "中央和国家机关名录",
    };
  }
  return undefined;
}

/** The national body a reading means here: bare forms (发展改革委) only in a central document. */
function nationalOf(question: Question, reading: AgencyParse): NationalAgency | undefined {
  const { grammar, folded, home } = question;
  const candidates = reading.national ?? [];
  const word = folded.slice(reading.from, reading.headTo);
  const spoken = candidates.filter(({ name, short }) => [name, ...short].some((form) => grammar.fold(form) === word));
  if (spoken.length === 1) return spoken[0];
  if (home.level !== "central" || previousRegion(question) !== undefined) return undefined;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** The place of the list member before: 省 of 省卫生健康委. */
function previousRegion({ grammar, home, options, patterns }: Question): Region | undefined {
  if (options.previous === undefined) return undefined;
  const folded = grammar.fold(cleaned(options.previous));
  const place = grammar
    .readings(folded, 0)
    .find((reading) => reading.to === folded.length && reading.place !== undefined && reading.sort !== "group")?.place;
  if (place?.relative !== undefined) return relativeRegion(home, place.relative, patterns);
  return place?.regions?.length === 1 ? place.regions[0] : undefined;
}

/** 教育厅 after 省卫生健康委, 财政局 in a city's document. */
function inheritedAnswer(question: Question, reading: AgencyParse): Answer | undefined {
  const { surface, home, knowledge, patterns } = question;
  const { form } = reading;
  if (form === undefined) return undefined;
  const previous = previousRegion(question);
  const provincial = patterns.provincial.test(surface)
    ? home.regions.find(({ level }) => level === "province")
    : undefined;
  const region = previous ?? provincial ?? home.regions.at(-1);
  if (region === undefined) return home.level === "central" && form.field ? groupAnswer(question, reading) : undefined;
  const tail = tailOf(question, reading);
  return {
    name: officeName(knowledge, nameOfForm(form, region), region) + tail,
    kind: kindWithTail(question, form.kind, tail),
    level: region.level,
    region,
    confidence: previous === undefined ? 0.8 : 0.88,
    step: previous === undefined ? `未写地区，按文件所在地${region.full}` : `承前省略，沿用${region.full}`,
  };
}

/** 苏澳镇 in the document of the county or area that holds it. */
function townAnswer({ home, surface }: Question): Answer | undefined {
  const region = home.regions.at(-1);
  if (region === undefined || region.level === "province") return undefined;
  const step = `${region.full}的乡镇、街道`;
  return { name: region.full + surface, kind: "government", level: "county", region, confidence: 0.7, step };
}

/** The one region that a name holds: 攀枝花 of 国网攀枝花供电公司. */
function regionInside({ grammar, folded, patterns }: Question): Region | undefined {
  const [only, more] = [...regionsNamed(grammar, patterns, folded).keys()];
  return more === undefined ? only : undefined;
}

/** A name of its own without a place: below a province it gets the home's place; enterprises keep theirs. */
function shapedAnswer(question: Question, reading: AgencyParse): Answer | undefined {
  const { home, plain: name, options, patterns } = question;
  const kind = kindOfName(name);
  const region = home.regions.at(-1);
  const common = { name, kind, region };
  if (options.signs === true && name.length > 3) {
    const level = /^(enterprise|institution)$/u.test(kind) ? "unit" : region?.level;
    return { ...common, region: region ?? regionInside(question), level, confidence: 0.7, step: "发文机关署名照录" };
  }
  if (home.taiwan) return { ...common, level: "province", confidence: 0.7, step: "台湾机关名称照录" };
  if (patterns.nationName.test(name)) {
    const level = kind === "enterprise" ? "unit" : "central";
    return { ...common, region: undefined, level, confidence: 0.75, step: "全称带“中国”“国家”" };
  }
  if (kind === "enterprise") {
    return name.length < 5 ? undefined : { ...common, level: "unit", confidence: 0.6, step: "企业名称照录" };
  }
  const department = patterns.bareDepartment.test(name) || patterns.bareDepartment.test(reading.rank ?? "");
  const wide = region?.level === "province" && !region.municipality;
  const small = patterns.town.test(region?.name ?? "") || patterns.area.test(name);
  if (region === undefined || wide || (!small && (name.length < 4 || department))) return undefined;
  const step = `未写地区，按文件所在地${region.full}`;
  return { ...common, name: region.full + name, level: region.level, confidence: 0.6, step };
}
