import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type AgencyParse, type AgencySort, bestFirst, type ParseOptions } from "./agency-parse.ts";
import { areasAt } from "./areas.ts";
import { withBracket } from "./brackets.ts";
import { describedNames } from "./described-names.ts";
import { formsAt } from "./forms.ts";
import { listedNames } from "./gazetteer-names.ts";
import { buildGroupLexicon } from "./group.ts";
import { groupAfter, groupsAt } from "./group-names.ts";
import { buildLexicon, type Lexicon } from "./lexicon.ts";
import { placesAt } from "./place.ts";
import { prefixedNames } from "./prefixed-names.ts";
import type { Scan } from "./scan.ts";
import { createScriptFold } from "./script.ts";
import { shapedNames } from "./shaped-names.ts";

/** No name is longer; keeps every reading within constant time. */
const WINDOW = 90;

/** AgencyGrammar 机构名语法: region + domain + rank, owners and their departments, groups; works on folded text. */
export interface AgencyGrammar {
  /** Simplified script and one form of punctuation, unit by unit. */
  fold(text: string): string;
  /** All readings of a name that begins at `from`, best first; `folded` is the text after `fold`. */
  readings(folded: string, from: number, limit?: number, options?: ParseOptions): AgencyParse[];
  readonly lexicon: Lexicon;
}

export function createAgencyGrammar(knowledge: Knowledge): AgencyGrammar {
  const fold = createScriptFold();
  const lexicon = buildLexicon(knowledge, fold);
  const groups = buildGroupLexicon(knowledge.agencies.groups, fold);
  const readings = (text: string, from: number, end = text.length, options: ParseOptions = {}): AgencyParse[] => {
    const scan: Scan = { lexicon, groups, text, limit: Math.min(end, text.length, from + WINDOW), options };
    return namesAt(scan, from)
      .filter(({ to }) => to > from)
      .map((parse) => withBracket(scan, parse, sortOf))
      .toSorted(bestFirst);
  };
  const sortOf = (text: string): AgencySort | undefined => readings(text, 0).find(({ to }) => to === text.length)?.sort;
  return { fold, lexicon, readings };
}

/** A name that a gazetteer lists may begin with what is else a verb; nothing else may. */
function namesAt(scan: Scan, from: number): AgencyParse[] {
  if (from >= scan.limit) return [];
  return [...plainNamesAt(scan, from), ...describedNames(scan, from, (at) => plainNamesAt(scan, at))];
}

function plainNamesAt(scan: Scan, from: number): AgencyParse[] {
  if (from >= scan.limit) return [];
  const listed = [...listedNames(scan, from), ...formsAt(scan, from, from), ...groupsAt(scan, from)];
  if (scan.lexicon.words.longest(scan.text, from, scan.limit)?.value === "stop") return listed;
  const placed = placesAt(scan.lexicon, scan.text, from, scan.limit).flatMap((place) => [
    ...formsAt(scan, from, place.to, place),
    ...groupAfter(scan, from, place),
    ...(place.weak || place.relative === "国家" ? [] : shapedNames(scan, from, place.to, place)),
  ]);
  return [...listed, ...prefixedNames(scan, from), ...placed, ...areasAt(scan, from), ...shapedNames(scan, from, from)];
}
