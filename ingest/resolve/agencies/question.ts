import type { AgencyKind } from "../../knowledge/agencies.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { holds, type Region } from "../../knowledge/regions.ts";
import type { AgencyParse } from "../../recognize/agencies/agency-parse.ts";
import type { AgencyGrammar } from "../../recognize/agencies/grammar.ts";
import { kindOfName } from "../../recognize/agencies/kind-of-name.ts";
import type { Place } from "../../recognize/agencies/place.ts";
import { simplifiedForm } from "../../recognize/simplified-form.ts";
import type { ResolveOptions } from "./agency-resolution.ts";
import { type Home, type Level, relativeRegion } from "./home.ts";
import { type NamingPatterns, namingPatternsOf } from "./naming-patterns.ts";

/** Question 待归一的机构: one surface form with all its readings and where it stands. */
export interface Question {
  readonly knowledge: Knowledge;
  readonly grammar: AgencyGrammar;
  readonly patterns: NamingPatterns;
  /** Without white space, brackets full-width. */
  readonly surface: string;
  readonly folded: string;
  /** The surface without a bracket of its own: 宣传部 of 宣传部（网宣办）. */
  readonly plain: string;
  /** Readings of the whole surface, best first. */
  readonly readings: readonly AgencyParse[];
  readonly home: Home;
  readonly options: ResolveOptions;
}

/** Answer 归一结果: what a reading says the body is called, and how sure that is. */
export interface Answer {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly level: Level | undefined;
  readonly region: Region | undefined;
  readonly confidence: number;
  readonly step: string;
  readonly group?: boolean;
  /** The body it is a department of. */
  readonly partOf?: string;
}

const OPENING = /[(〔[［‹〈]/gu;
const CLOSING = /[)〕\]］›〉]/gu;

/** A surface form as names are written. */
export const cleaned = (surface: string): string =>
  surface.replace(/\s+/gu, "").replace(OPENING, "（").replace(CLOSING, "）");

export function ask(
  knowledge: Knowledge,
  grammar: AgencyGrammar,
  given: string,
  home: Home,
  options: ResolveOptions,
): Question {
  const surface = asNamed(cleaned(given), home);
  const folded = grammar.fold(surface);
  const readings = grammar
    .readings(folded, 0, folded.length, { fields: true })
    .filter(({ to }) => to === folded.length);
  const bracket = readings.find(({ bracketFrom }) => bracketFrom !== undefined)?.bracketFrom;
  const patterns = namingPatternsOf(knowledge);
  return { knowledge, grammar, patterns, surface, folded, plain: surface.slice(0, bracket), readings, home, options };
}

/** On the mainland a name is written in simplified characters, whatever its document is printed in. */
const asNamed = (surface: string, { taiwan, regions }: Home): string =>
  taiwan || regions.length === 0 ? surface : (simplifiedForm(surface) ?? surface);

/** The department after a head: 交警支队 of 市公安局交警支队. */
export const tailOf = ({ surface }: Question, { headTo, bracketFrom, to }: AgencyParse): string =>
  surface.slice(headTo, bracketFrom ?? to);

/** Kind of a body whose head has one kind and whose tail may be a department, an institution or an enterprise. */
export function kindWithTail({ patterns }: Question, kind: AgencyKind, tail: string): AgencyKind {
  if (tail === "") return kind;
  const own = kindOfName(tail);
  if (own === "enterprise" || own === "institution") return own;
  return patterns.department.test(tail) || kind === "union" ? "department" : kind;
}

/** The one region that a place means here: nearest to home, else of the exact name, else of the higher level. */
export function regionOf({ home, surface, patterns }: Question, place: Place): Region | undefined {
  if (place.relative !== undefined) return relativeRegion(home, place.relative, patterns);
  const candidates = place.regions ?? [];
  const near = candidates.filter((region) => home.regions.some((holder) => holds(holder, region)));
  const [best, next] = near.toSorted((a, b) => nearness(home, b) - nearness(home, a));
  if (best !== undefined && (next === undefined || nearness(home, best) > nearness(home, next))) return best;
  if (candidates.length === 1) return candidates[0];
  const own = surface.slice(place.from, place.to);
  const exact = candidates.filter(({ name, full }) => own.endsWith(name) || own.endsWith(full));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const higher = candidates.filter(({ level }) => level !== "county");
  return higher.length === 1 ? higher[0] : undefined;
}

function nearness(home: Home, region: Region): number {
  const shared = home.regions.filter((holder) => holds(holder, region)).length;
  const itself = home.regions.includes(region);
  return shared * 10 + (itself ? 5 : 0) - (region.level === "county" && !itself ? 1 : 0);
}
