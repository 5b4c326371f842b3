import type { Knowledge } from "../../knowledge/knowledge.ts";
import { RELATIVE_PLACES } from "../../recognize/agencies/place.ts";
import { oneOf } from "../../recognize/word-pattern.ts";

/** NamingPatterns 机构归一句式: the shapes of names that tell whose body is meant; their words are seeds. */
export interface NamingPatterns {
  /** A name that begins with the nation: 国务院有关部门, 全国各级工会. */
  readonly ofNation: RegExp;
  /** The same, or 中国, 中华: a body of its own. */
  readonly nationName: RegExp;
  /** Ends the name of a town. */
  readonly town: RegExp;
  /** 白马镇人民政府: the town in group 1. */
  readonly townBody: RegExp;
  /** 会同县: a place, or 会同 and 县…. */
  readonly wordPlace: RegExp;
  readonly mainland: RegExp;
  readonly taiwan: RegExp;
  /** 某局办公室 speaks for 某局. */
  readonly houseOffice: RegExp;
  /** 局监察室, 驻局纪检组, 省局各处室; groups `sent`, `owner`, `itself`. */
  readonly byOwner: RegExp;
  /** 机关各处室, 各科室. */
  readonly ownGroup: RegExp;
  /** What departments inside a house are called. */
  readonly inside: RegExp;
  /** A department of the body before it. */
  readonly department: RegExp;
  /** A department without its body; 管理处, 保护处 are bodies. */
  readonly bareDepartment: RegExp;
  readonly enterprise: RegExp;
  /** 高新区, 工业园: one of each in a city. */
  readonly area: RegExp;
  /** 卫生健康主管部门 in a rule: that of each level, not one office. */
  readonly eachLevel: RegExp;
  /** 各区, 各省、自治区、直辖市: the places of which a list names one office each. */
  readonly eachPlace: RegExp;
  readonly office: RegExp;
  /** 教育厅: an office of the province, whoever names it. */
  readonly provincial: RegExp;
  /** What follows the issuer in a code: the kind of paper; empty as well. */
  readonly codeForm: RegExp;
  /** True of a body with departments of its own: neither government nor committee nor their offices. */
  isHouse(name: string): boolean;
  /** True where a house of this name calls itself so: 校 of a 学院. */
  isCalled(house: string, owner: string): boolean;
}

const compiled = new WeakMap<Knowledge, NamingPatterns>();

/** The expressions compiled from this knowledge, once. */
export function namingPatternsOf(knowledge: Knowledge): NamingPatterns {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const patterns = { ...placePatterns(knowledge), ...officePatterns(knowledge), ...housePatterns(knowledge) };
  compiled.set(knowledge, patterns);
  return patterns;
}

function placePatterns({ agencies, bodies }: Knowledge) {
  const towns = oneOf(bodies.towns.words);
  const divisions = oneOf([...agencies.groups.divisions, ...bodies.everyPlace.words]);
  return {
    ofNation: new RegExp(`^${oneOf(bodies.nation.words)}`, "u"),
    nationName: new RegExp(`^${oneOf([...bodies.nation.words, ...bodies.nationNames.words])}`, "u"),
    town: new RegExp(`${towns}$`, "u"),
    townBody: new RegExp(`^(\\p{Script=Han}{1,6}?${towns})${oneOf(bodies.townOrgans.words)}`, "u"),
    wordPlace: new RegExp(`^${oneOf(bodies.wordPlaces.words)}$`, "u"),
    mainland: new RegExp(oneOf(bodies.mainland.words), "u"),
    taiwan: new RegExp(oneOf(bodies.taiwan.words), "u"),
    area: new RegExp(`^[^各有]{0,6}${oneOf(bodies.areas.words)}$`, "u"),
    eachPlace: new RegExp(`^(?:${oneOf(bodies.nation.words)})?各(?:${divisions}|[、和及（）])+(?<!、)`, "u"),
  };
}

function officePatterns({ agencies, bodies, holders }: Knowledge) {
  const { internal } = agencies.shape.ranks;
  const general = oneOf(bodies.generalOffices.words);
  const ranks = [...Object.values(agencies.offices.ranks).flat(), ...holders.bodyNouns.words];
  return {
    department: new RegExp(`${oneOf([...internal, ...bodies.departments.words])}$`, "u"),
    bareDepartment: new RegExp(`(?<!${oneOf(bodies.sites.words)})${oneOf(internal)}$`, "u"),
    enterprise: new RegExp(oneOf(bodies.enterprises.words), "u"),
    eachLevel: new RegExp(`${oneOf(bodies.eachLevel.words)}$`, "u"),
    office: new RegExp(`${oneOf(ranks)}(?:（[^（）]*）)?$`, "u"),
    provincial: new RegExp(`${oneOf(bodies.provincial.words)}(?<!${general})$`, "u"),
    codeForm: new RegExp(`^${oneOf(bodies.codeOffices.words)}?${oneOf(bodies.codeForms.words)}{0,2}$`, "u"),
  };
}

function housePatterns({ agencies, bodies }: Knowledge) {
  const general = oneOf(bodies.generalOffices.words);
  const office = oneOf([...bodies.generalOffices.words, ...bodies.staffOffices.words]);
  const wholePlace = new RegExp(
    `(?:${oneOf(bodies.wholePlaces.words)}|委)(?:${office}){0,2}$|委员会(?:${office}){1,2}$`,
    "u",
  );
  const owners = bodies.owners.words;
  const called = new Map(Object.entries(owners).map(([word, ends]) => [word, new RegExp(`${oneOf(ends)}$`, "u")]));
  const owner = oneOf(called.keys());
  const itself = oneOf(bodies.itself.words);
  const own = oneOf([...bodies.ownWords.words, ...RELATIVE_PLACES]);
  const parts = oneOf([...agencies.shape.ranks.internal, ...bodies.departments.words]);
  return {
    houseOffice: new RegExp(`(?<=.{4}${oneOf(Object.values(owners).flat())})${general}$`, "u"),
    byOwner: new RegExp(
      `^(?<sent>${oneOf(bodies.sent.words)})?${own}?(?<owner>${owner})(?!${oneOf(bodies.notBehindOwner.words)})(?<itself>${itself})?(?=.{2})`,
      "u",
    ),
    ownGroup: new RegExp(`^${itself}?各`, "u"),
    inside: new RegExp(`${parts}$`, "u"),
    isHouse: (name: string) => !wholePlace.test(name),
    isCalled: (house: string, word: string) => called.get(word)?.test(house) === true,
  };
}
