import type { CleanSpan } from "../../../graph/model/span.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { sentencesOf } from "./prose-sentences.ts";
import type { DutyStatement, Holder } from "./statement.ts";

/**
 * Portfolios 领导分工: 副市长李国强：主持…; 李国强同志分管…. Name and post stand at the beginning of a sentence; what follows is the
 * person's task. A name without post or 同志 is none, for many words look like names.
 */
export function findPortfolios(text: string, free: readonly CleanSpan[], lexicon: AssignmentLexicon): DutyStatement[] {
  const { distant, prose } = lexicon;
  return free.flatMap((stretch) =>
    [...sentencesOf(text, stretch)].flatMap((sentence): DutyStatement[] => {
      const words = text.slice(sentence.from, sentence.to);
      const match = distant.portfolio.exec(words);
      const { who = "", cue = "" } = match?.groups ?? {};
      if (match === null || prose.past.test(words)) return [];
      const whoFrom = sentence.from + match[0].indexOf(who);
      const holder = holderOf({ from: whoFrom, to: whoFrom + who.length }, who, lexicon);
      const taskFrom = sentence.from + match[0].length;
      const object = text.slice(taskFrom, sentence.to);
      if (
        holder === undefined ||
        isGroup(words, lexicon) ||
        distant.gathering.test(object) ||
        prose.noObject.test(object)
      )
        return [];
      const said = { from: taskFrom - cue.length, to: taskFrom };
      return [
        {
          span: { from: holder.span.from, to: taskFrom },
          quote: sentence,
          rule: "prose-person",
          holders: [{ ...holder, cue: said, roleText: cue }],
          task: { from: taskFrom, to: sentence.to },
        },
      ];
    }),
  );
}

function isGroup(words: string, { distant }: AssignmentLexicon): boolean {
  distant.leadersGroup.lastIndex = 0;
  return distant.leadersGroup.test(words);
}

/** A group of tasks under one leader, as a heading row of a table or list says it. */
export interface LeadersGroup {
  readonly holder: Holder;
  readonly heading: CleanSpan;
  /** Up to the next such heading, or to one that is above it. */
  readonly to: number;
}

/** Groups by leader 牵头领导分组: （一）李国强副市长牵头重点工作, and beneath it the tasks that the person leads. */
export function findLeadersGroups(text: string, lexicon: AssignmentLexicon): LeadersGroup[] {
  const groups: LeadersGroup[] = [];
  for (const match of text.matchAll(lexicon.distant.leadersGroup)) {
    const { who = "", cue = "" } = match.groups ?? {};
    const whoFrom = match.index + match[0].indexOf(who);
    const holder = holderOf({ from: whoFrom, to: whoFrom + who.length }, who, lexicon);
    if (holder === undefined) continue;
    const heading = { from: match.index, to: match.index + match[0].trimEnd().length };
    const cueFrom = whoFrom + who.length;
    const last = groups.at(-1);
    if (last !== undefined && last.to > heading.from) groups[groups.length - 1] = { ...last, to: heading.from };
    groups.push({
      holder: { ...holder, cue: { from: cueFrom, to: cueFrom + cue.length }, roleText: cue },
      heading,
      to: above(text, heading, match[0]),
    });
  }
  return groups;
}

/** Where a heading of a higher rank begins: 二、 behind （一）. */
function above(text: string, heading: CleanSpan, words: string): number {
  const isOuter = /^\s*[一二三四五六七八九十]{1,3}、/u.test(words);
  const next = isOuter ? -1 : text.slice(heading.to).search(/\n\s*[一二三四五六七八九十]{1,3}、/u);
  return next < 0 ? text.length : heading.to + next;
}

/** 此项工作由副市长李国强负责 has its subject behind 由. */
const NOT_A_POST = /[由是经为请]/u;

/** The person of 副市长李国强, 李国强同志 or 李国强 副市长; undefined without a post. */
function holderOf(span: CleanSpan, who: string, { persons }: AssignmentLexicon): Holder | undefined {
  const person = persons.in(who);
  if (
    person === undefined ||
    NOT_A_POST.test(who.slice(0, person.from)) ||
    (person.from === 0 && person.to === who.trimEnd().length)
  )
    return undefined;
  const from = span.from + person.from;
  return {
    kind: "person",
    role: "lead",
    span: { from, to: from + who.slice(person.from, person.to).trimEnd().length },
    surface: person.name,
    roleText: "",
    rank: 1,
    list: 0,
    explicit: true,
    confidence: 0.85,
  };
}
