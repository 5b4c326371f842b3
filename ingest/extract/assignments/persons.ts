import type { CleanSpan } from "../../../graph/model/span.ts";
import type { PersonMention } from "../../recognize/persons.ts";
import type { AssignmentLexicon } from "./lexicon.ts";

/**
 * The persons of a value 领导名单: 张得志、桂晓燕. A post without a name (省政府分管领导同志) is none. Reading stops at the
 * first piece that is no name, so that what follows in a text without line breaks is left alone.
 */
export function findPersons(text: string, region: CleanSpan, lexicon: AssignmentLexicon): PersonMention[] {
  const found: PersonMention[] = [];
  const pieces = /[^\s、，,；;。:：（）()]+(?:[（(][^（）()]*[）)])?/gu;
  const value = text.slice(region.from, region.to);
  for (const match of value.matchAll(pieces)) {
    const piece = match[0].replace(/[（(].*$/u, "");
    const person = lexicon.persons.in(piece);
    if (person === undefined) {
      if (found.length > 0 || match.index > 12) break;
      continue;
    }
    const from = region.from + match.index + person.from;
    found.push({ span: { from, to: region.from + match.index + person.to }, name: person.name });
  }
  return found;
}
