import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { AgencyGrammar } from "../../recognize/agencies/grammar.ts";
import { kindOfName } from "../../recognize/agencies/kind-of-name.ts";
import type { AgencyResolution, ResolveOptions } from "./agency-resolution.ts";
import type { Home } from "./home.ts";
import { houseAnswer } from "./house-answer.ts";
import { listedAnswer } from "./listed-answer.ts";
import { placedAnswer } from "./placed-answer.ts";
import { type Answer, ask, type Question } from "./question.ts";
import { unplacedAnswer } from "./unplaced-answer.ts";

/** Naming 机构定名: surface form and home to full name. */
export interface Naming {
  resolve(surface: string, home: Home, options: ResolveOptions): AgencyResolution;
}

export function createNaming(knowledge: Knowledge, grammar: AgencyGrammar): Naming {
  const resolve = (surface: string, home: Home, options: ResolveOptions): AgencyResolution => {
    const question = ask(knowledge, grammar, surface, home, options);
    return resolutionOf(question, answerTo(question, houseOf(home, options, resolve)));
  };
  return { resolve };
}

/** The organisation whose bare departments are meant: the label's, else the issuer. */
function houseOf(home: Home, { layer }: ResolveOptions, resolve: Naming["resolve"]): string | undefined {
  if (layer === undefined) return home.house;
  const organisation = resolve(layer, home, {});
  return organisation.resolved && !organisation.group ? organisation.name : home.house;
}

const answerTo = (question: Question, house: string | undefined): Answer | undefined =>
  listedAnswer(question) ??
  (house === undefined ? undefined : houseAnswer(question, house)) ??
  placedAnswer(question) ??
  unplacedAnswer(question);

function resolutionOf(question: Question, answer: Answer | undefined): AgencyResolution {
  const { surface } = question;
  if (answer === undefined) return unresolved(question);
  const { name, kind, level, region, confidence, step, partOf, group = false } = answer;
  const short = group ? undefined : shortName(question, answer);
  return {
    name,
    ...(short === undefined || short === name ? {} : { shortName: short }),
    aliases: name === surface ? [] : [surface],
    kind,
    ...(level === undefined ? {} : { level }),
    ...(region === undefined ? {} : { region: region.full }),
    ...(partOf === undefined ? {} : { partOf }),
    resolved: true,
    group,
    confidence,
    steps: [step],
  };
}

/** 上海市发展改革委: the region and the colloquial form. */
function shortName({ readings, surface }: Question, { region }: Answer): string | undefined {
  const reading = readings.find(({ place, form }) => place?.relative !== undefined && form !== undefined);
  if (reading?.place === undefined || region === undefined || reading.prefix !== undefined) return undefined;
  return region.full + surface.slice(reading.place.to);
}

function unresolved({ readings, surface }: Question): AgencyResolution {
  const [first] = readings;
  const group = first?.sort === "group";
  return {
    name: surface,
    aliases: [],
    kind: group ? "group" : (first?.form?.kind ?? kindOfName(surface)),
    resolved: false,
    group,
    confidence: 0.3,
    steps: [first === undefined ? "不合任何机构名称的写法" : "不知属于哪个地区或单位"],
  };
}
