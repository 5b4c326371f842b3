import type { AgencyKind } from "../../knowledge/agencies.ts";
import { kindOfName } from "../../recognize/agencies/kind-of-name.ts";
import type { Answer, Question } from "./question.ts";

/** By what word a house calls itself: 局办公室, 校团委, 公司办公室. */
const OWNER_WORDS: Readonly<Record<string, RegExp>> = {
  公司: /(公司|集团)$/u,
  集团: /(公司|集团)$/u,
  中心: /中心$/u,
  局: /局$/u,
  厅: /厅$/u,
  委: /(委员会|委)$/u,
  部: /部$/u,
  院: /院$/u,
  校: /(大学|学院|学校|中学|小学|党校)$/u,
  会: /会$/u,
  处: /处$/u,
  行: /行$/u,
  队: /队$/u,
  站: /站$/u,
  所: /所$/u,
  社: /社$/u,
  台: /台$/u,
  馆: /馆$/u,
};
const BY_OWNER_WORD =
  /^(驻|派驻)?(本|省|市|县|区|州|总|我)?(公司|集团|中心|局|厅|委|部|院|校|会|处|行|队|站|所|社|台|馆)(?!长)(机关)?(?=.{2})/u;
/** What departments inside a house are called. */
const INTERNAL = /(处|司|科|股|室|部|组|办|办公厅|党委|纪委|党支部|团委|工会|大队|中队|支队|所|站|庭|执行局)$/u;

/** Departments of the house: 办公室, 局监察室, 机关党委, 各科室; undefined where another body is meant. */
export function houseAnswer(question: Question, house: string): Answer | undefined {
  const { knowledge, readings, surface, plain, home, options } = question;
  const own = (name: string, kind: AgencyKind = "department"): Answer => ({
    name,
    kind,
    level: home.level,
    region: home.regions.at(-1),
    confidence: 0.9,
    partOf: house,
    step: `${surface}属${house}`,
    ...(kind === "group" ? { group: true } : {}),
  });
  const listed = knowledge.houseDepartments.departments.find(({ forms }) => forms.includes(plain))?.name;
  if (listed !== undefined) {
    return own(listed.replaceAll("{house}", house), listed.startsWith("中共") ? "party" : "department");
  }
  const [first] = readings;
  const called = first?.sort === "group" && first.place !== undefined ? undefined : byOwnerWord(question, house);
  if (called !== undefined) return own(called.name, called.group ? "group" : "department");
  if (first === undefined) return undefined;
  if (first.sort === "group") {
    const inside =
      options.layer !== undefined || knowledge.houseDepartments.insideGroups.some((noun) => surface.endsWith(noun));
    return inside && first.place === undefined ? own(house + surface, "group") : undefined;
  }
  return isOwn(question) ? own(house + plain) : undefined;
}

/** True where the surface names no place and no body of the gazetteers, and looks like a department. */
function isOwn({ readings, surface, plain, home }: Question): boolean {
  const elsewhere = readings.some(
    ({ place, national, area, headTo }) =>
      place !== undefined ||
      // 商务部市场运行司 says whose it is, and so does the house's own name.
      (national !== undefined && headTo < plain.length) ||
      area !== undefined ||
      national?.some(({ name, short }) => name === surface || short.includes(surface)) === true,
  );
  if (elsewhere) return false;
  if (home.level === "unit" && kindOfName(surface) !== "enterprise") return true;
  const internal = readings.every(({ form, sort, national }) =>
    form === undefined ? sort === "shaped" || national !== undefined : form.internal,
  );
  return internal && INTERNAL.test(plain) && !/(公司|集团|银行)/u.test(plain);
}

/** 局办公室, 驻局纪检组, 省局各处室: the house is called by its rank word. */
function byOwnerWord(
  { grammar, readings, surface }: Question,
  house: string,
): { name: string; group: boolean } | undefined {
  const found = BY_OWNER_WORD.exec(surface);
  const owner = found?.[3];
  if (found === null || owner === undefined || OWNER_WORDS[owner]?.test(house) !== true) return undefined;
  const placed = readings.some(
    ({ place, form, headTo }) => place?.relative !== undefined && form !== undefined && headTo - place.to > 1,
  );
  if (placed) return undefined;
  const rest = surface.slice(found[0].length - (found[4]?.length ?? 0));
  const name = grammar.readings(grammar.fold(rest), 0).some(({ to }) => to === rest.length);
  if (!name && !/(室|科|处|组|部|党委|团委|工会|中心|院)$/u.test(rest)) return undefined;
  const group = /^(机关)?各/u.test(rest);
  return { name: group ? house + rest : (found[1] ?? "") + house + rest, group };
}
