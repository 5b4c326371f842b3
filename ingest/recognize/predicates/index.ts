import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role, Roles } from "../../knowledge/roles.ts";

/** PredicateMention 谓语: 牵头, 按职责分工负责, 配合 behind a list of bodies. */
export interface PredicateMention {
  readonly span: CleanSpan;
  readonly role: Role;
}

export interface PredicateRecognizer {
  /** The longest predicate that begins at `from`. */
  at(text: string, from: number): PredicateMention | undefined;
  /** 会同, 联合 … at `from`: who stands behind takes part. Its end, or undefined. */
  companionAt(text: string, from: number): number | undefined;
  /** True where the text holds any predicate: a cheap first look. */
  within(text: string): boolean;
}

const pattern = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");

/** Compiles the predicates and companions of `seeds/vocabulary/roles.yaml`. */
export function createPredicateRecognizer(roles: Roles): PredicateRecognizer {
  const roleOf = new Map<string, Role>();
  for (const role of ["participate", "responsible", "lead"] as const) {
    for (const words of roles.predicates[role]) roleOf.set(words, role);
  }
  const all = pattern([...roleOf.keys()]);
  const sticky = new RegExp(all, "uy");
  const anywhere = new RegExp(all, "u");
  const companions = new RegExp(pattern(roles.companions), "uy");
  return {
    at(text, from) {
      sticky.lastIndex = from;
      const words = sticky.exec(text)?.[0];
      const role = words === undefined ? undefined : roleOf.get(words);
      return words === undefined || role === undefined ? undefined : { span: { from, to: from + words.length }, role };
    },
    companionAt(text, from) {
      companions.lastIndex = from;
      const words = companions.exec(text)?.[0];
      return words === undefined ? undefined : from + words.length;
    },
    within: (text) => anywhere.test(text),
  };
}
