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
    const persons = personsIn(piece, lexicon);
    if (persons.length === 0) {
      if (found.length > 0 || match.index > 12) break;
      continue;
    }
    const from = region.from + match.index;
    found.push(...persons.map(({ name, ...span }) => ({ span: { from: from + span.from, to: from + span.to }, name })));
  }
  return found;
}

/** 王建国, and of 副市长王建国和李国强 both; 和 may stand in a name. */
function personsIn(
  piece: string,
  { persons }: AssignmentLexicon,
): readonly { readonly from: number; readonly to: number; readonly name: string }[] {
  const join = /(?<=..)[和与及](?=..)/u.exec(piece)?.index ?? 0;
  const first = persons.in(piece.slice(0, join));
  const second = persons.in(piece.slice(join + 1));
  if (first !== undefined && second !== undefined)
    return [first, { ...second, from: second.from + join + 1, to: second.to + join + 1 }];
  const whole = persons.in(piece);
  return whole === undefined ? [] : [whole];
}
