import type { Knowledge } from "../../knowledge/knowledge.ts";
import { agencyGrammar } from "../../recognize/agencies/index.ts";
import type { AgencyResolution, ResolveOptions } from "./agency-resolution.ts";
import { findHome } from "./find-home.ts";
import type { Home, HomeClues } from "./home.ts";
import { issuersOfNumber } from "./issuer-number.ts";
import { namingPatternsOf } from "./naming-patterns.ts";
import { createNaming } from "./resolution.ts";
import { type Succession, successionsOf } from "./successions.ts";

export type { AgencyResolution, ResolveOptions } from "./agency-resolution.ts";
export type { Home, HomeClues } from "./home.ts";
export type { Succession } from "./successions.ts";

/** AgencyResolver 机构归一器. */
export interface AgencyResolver {
  homeOf(clues: HomeClues): Home;
  resolve(surface: string, home: Home, options?: ResolveOptions): AgencyResolution;
  resolveIssuer(surface: string, clues: HomeClues): AgencyResolution;
  /** The body that a number's code means, where it means one only. */
  issuerOfNumber(number: string): { readonly name: string; readonly also: readonly string[] } | undefined;
  /** True of a name that begins with a word for the whole nation: 国家发展改革委, 中国人民银行. */
  isNational(surface: string): boolean;
  /** Bodies that took over from this one (by its full name). */
  successionsOf(name: string): readonly Succession[];
}

export function createAgencyResolver(knowledge: Knowledge): AgencyResolver {
  const grammar = agencyGrammar(knowledge);
  const naming = createNaming(knowledge, grammar);
  const homeOf = (clues: HomeClues): Home => findHome(knowledge, grammar, naming, clues);
  return {
    homeOf,
    resolve: (surface, home, options = {}) => naming.resolve(surface, home, options),
    resolveIssuer(surface, clues) {
      const { house: _, ...place } = homeOf(clues);
      return naming.resolve(surface, place, { signs: true });
    },
    issuerOfNumber(number) {
      const found = issuersOfNumber(knowledge, number);
      const [first] = found;
      return first === undefined || found.length > 1 ? undefined : { name: first.name, also: first.also };
    },
    isNational: (surface) => namingPatternsOf(knowledge).nationName.test(surface),
    successionsOf: (name) => successionsOf(knowledge, name),
  };
}
