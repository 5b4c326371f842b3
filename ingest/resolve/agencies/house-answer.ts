import type { AgencyKind } from "../../knowledge/agencies.ts";
import { kindOfName } from "../../recognize/agencies/kind-of-name.ts";
import type { Answer, Question } from "./question.ts";

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
function isOwn({ readings, surface, plain, home, patterns }: Question): boolean {
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
  return internal && patterns.inside.test(plain) && !patterns.enterprise.test(plain);
}

/** 局办公室, 驻局纪检组, 省局各处室: the house is called by its rank word. */
function byOwnerWord(
  { grammar, readings, surface, patterns }: Question,
  house: string,
): { name: string; group: boolean } | undefined {
  const found = patterns.byOwner.exec(surface);
  const { owner, sent = "", itself = "" } = found?.groups ?? {};
  if (found === null || owner === undefined || !patterns.isCalled(house, owner)) return undefined;
  const placed = readings.some(
    ({ place, form, headTo }) => place?.relative !== undefined && form !== undefined && headTo - place.to > 1,
  );
  if (placed) return undefined;
  const rest = surface.slice(found[0].length - itself.length);
  const name = grammar.readings(grammar.fold(rest), 0).some(({ to }) => to === rest.length);
  if (!name && !patterns.inside.test(rest)) return undefined;
  const group = patterns.ownGroup.test(rest);
  return { name: group ? house + rest : sent + house + rest, group };
}
