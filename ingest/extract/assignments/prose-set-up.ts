import type { CleanSpan } from "../../../graph/model/span.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import type { DutyStatement } from "./statement.ts";

/**
 * Set-up bodies 成立的机构: 成立古树保护领导小组，…，负责…; 领导小组下设办公室，设在市园林局，承担…; 组成普查组，负责…. The body
 * that the sentence sets up is told what stands behind its duty, whoever sits in it.
 */
export function setUpDuty(text: string, sentence: CleanSpan, lexicon: AssignmentLexicon): DutyStatement[] {
  const { setUp, prose } = lexicon;
  const words = text.slice(sentence.from, sentence.to);
  const match = setUp.founded.exec(words) ?? setUp.bare.exec(words);
  const { owner, name, between = "", duty } = match?.groups ?? {};
  if (match === null || name === undefined || duty === undefined || setUp.otherDuty.test(between)) return [];
  const last = between.slice(Math.max(between.lastIndexOf("，"), between.lastIndexOf(",")) + 1);
  if (setUp.person.test(last) && !setUp.member.test(last)) return [];
  const cueTo = sentence.from + match.index + match[0].length;
  const cue = { from: cueTo - duty.length, to: cueTo };
  if (prose.noObject.test(text.slice(cueTo, sentence.to))) return [];
  const from = sentence.from + match.index + match[0].indexOf(name, owner?.length ?? 0);
  const span = { from, to: from + name.length };
  return [
    {
      span: { from, to: cueTo },
      quote: sentence,
      rule: "prose-duty",
      holders: [
        {
          kind: "body",
          role: prose.roleOf(duty),
          span,
          surface: name,
          cue,
          roleText: duty,
          ...(owner === undefined ? {} : { layer: owner }),
          rank: 1,
          list: 0,
          explicit: true,
          confidence: 0.85,
        },
      ],
      task: { from: cueTo, to: sentence.to },
    },
  ];
}
