import type { CleanSpan } from "../../../graph/model/span.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { sentencesOf } from "./prose-sentences.ts";
import type { DutyStatement } from "./statement.ts";

/** Persons told in prose 由某某同志负总责: a name, posts before it aside, told to lead, oversee or answer for the task. */
export function findOverseers(text: string, free: readonly CleanSpan[], lexicon: AssignmentLexicon): DutyStatement[] {
  const found: DutyStatement[] = [];
  for (const sentence of free.flatMap((stretch) => [...sentencesOf(text, stretch)])) {
    for (const match of text.slice(sentence.from, sentence.to).matchAll(lexicon.distant.oversees)) {
      const { person = "", cue = "", comrade } = match.groups ?? {};
      const name = lexicon.persons.in(person);
      // 由副市长某某某牵头: a post before the name says as much as 同志 behind it.
      if (name === undefined || (comrade === undefined && name.from === 0)) continue;
      const from = sentence.from + match.index + 1 + name.from;
      const cueTo = sentence.from + match.index + match[0].length;
      const holder = {
        kind: "person" as const,
        role: "lead" as const,
        span: { from, to: from + (name.to - name.from) },
        surface: name.name,
        cue: { from: cueTo - cue.length, to: cueTo },
        roleText: cue,
        rank: 1,
        list: 0,
        explicit: true,
        confidence: 0.85,
      };
      found.push({
        span: { from, to: cueTo },
        quote: sentence,
        rule: "prose-person",
        holders: [holder],
        task: sentence,
      });
    }
  }
  return found;
}
