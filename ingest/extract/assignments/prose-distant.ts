import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Member } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { type Bodies, companionList, holdersFrom, leadingList, servesPublic, tellsEverybody } from "./prose-bodies.ts";
import { isDone, type Start, startsOf, topicFrom } from "./prose-sentences.ts";
import type { DutyStatement } from "./statement.ts";

/** 要发挥牵头作用 makes the subject lead what the sentence tells. */
export function partPlayed(
  text: string,
  sentence: CleanSpan,
  start: Start,
  members: readonly Member[],
  length: number,
  lexicon: AssignmentLexicon,
): DutyStatement | undefined {
  const last = members.at(-1)?.span.to ?? start.at;
  if (tellsEverybody(text, members, lexicon)) return undefined;
  const to = last + length;
  const lead = lexicon.prose.lead.exec(text.slice(last, to));
  const cueFrom = last + (lead?.index ?? 0);
  const behind = text.slice(to, sentence.to).replace(/^[，,\s]+/u, "");
  return {
    span: { from: start.at, to: behind.length >= 4 ? sentence.to - behind.length : sentence.to },
    quote: sentence,
    rule: "prose-duty",
    holders: holdersFrom(text, members, "lead", { from: cueFrom, to: cueFrom + (lead?.[0].length ?? 0) }, 0),
    task: { from: last, to: sentence.to },
  };
}

/** 县委对换届工作负总责: what the body answers for is its task. */
export function answersFor(text: string, sentence: CleanSpan, lexicon: AssignmentLexicon): DutyStatement[] {
  const { distant } = lexicon;
  for (const start of startsOf(text, sentence, lexicon)) {
    const subject = leadingList(text, { from: start.at, to: sentence.to }, lexicon);
    if (subject === undefined) continue;
    const match = distant.answersFor.exec(text.slice(subject.to, sentence.to));
    if (match?.[1] === undefined || match[2] === undefined || tellsEverybody(text, subject.members, lexicon)) continue;
    const to = subject.to + match[0].length;
    const cue = { from: to - match[2].length, to };
    return [
      {
        span: { from: start.at, to },
        quote: sentence,
        rule: "prose-duty",
        holders: holdersFrom(text, subject.members, "responsible", cue, 0),
        task: { from: cue.from - match[1].length, to: cue.from },
      },
    ];
  }
  return [];
}

/** 市医保局是…主管部门，负责…: the sentence's subject, and 负责 behind a later comma. */
export function laterDuty(text: string, sentence: CleanSpan, lexicon: AssignmentLexicon): DutyStatement[] {
  const [start] = startsOf(text, sentence, lexicon);
  const subject = start === undefined ? undefined : leadingList(text, { from: start.at, to: sentence.to }, lexicon);
  if (
    start === undefined ||
    subject === undefined ||
    tellsEverybody(text, subject.members, lexicon) ||
    servesPublic(text, subject.members, lexicon)
  )
    return [];
  const rest = text.slice(subject.to, sentence.to);
  const later = lexicon.distant.laterDuty.exec(rest);
  if (
    later === null ||
    lexicon.distant.delegated.test(rest.slice(0, later.index)) ||
    /^[^，,]{1,6}的\p{Script=Han}/u.test(rest) ||
    lexicon.prose.past.test(rest)
  )
    return [];
  const to = subject.to + later.index + later[0].length;
  const cue = { from: to - (later[1]?.length ?? 0), to };
  const task = { from: cue.to, to: sentence.to };
  const role = lexicon.prose.roleOf(later[1] ?? "");
  return [
    {
      span: { from: start.at, to: cue.to },
      quote: sentence,
      rule: "prose-duty",
      holders: holdersFrom(text, subject.members, role, cue, 0),
      task,
    },
  ];
}

/** 市水务局负责…；配合…；牵头…: behind a semicolon the duties go on without their subject. */
export function continuedDuty(
  text: string,
  sentence: CleanSpan,
  told: Bodies | undefined,
  { prose, distant }: AssignmentLexicon,
): DutyStatement[] {
  const duty = distant.goesOn.exec(text.slice(sentence.from, sentence.to));
  if (told === undefined || duty?.[1] === undefined || !/[；;]\s?$/u.test(text.slice(told.to, sentence.from)))
    return [];
  const to = sentence.from + duty[0].length;
  const cue = { from: to - duty[1].length, to };
  const role = prose.roleOf(duty[1]);
  return [
    {
      span: { from: sentence.from, to },
      quote: sentence,
      rule: "prose-duty",
      holders: holdersFrom(text, told.members, role, cue, 0),
      task: { from: to, to: sentence.to },
    },
  ];
}

/** What a body is told before 会同 belongs to its task, where it is not long. */
const LONGEST_ASIDE = 60;
/** 会同 behind a comma or at the beginning of a sentence: the subject stands earlier in the sentence or is the issuer. */
export function companionStatements(
  text: string,
  sentence: CleanSpan,
  told: Bodies | undefined,
  lexicon: AssignmentLexicon,
): DutyStatement[] {
  const { distant } = lexicon;
  const words = text.slice(sentence.from, sentence.to);
  const match = lexicon.prose.joinsLater.exec(words);
  if (match?.[1] === undefined) return [];
  const cueTo = sentence.from + match.index + match[0].length;
  const cue = { from: cueTo - match[1].length, to: cueTo };
  const companions = companionList(text, { from: cue.to, to: sentence.to }, lexicon);
  const subject = match.index === 0 ? told : subjectOf(text, { from: sentence.from, to: cue.from }, lexicon);
  const named = (companions?.members ?? []).filter(
    ({ certainty, span }) =>
      certainty !== "group" ||
      (subject !== undefined && (match.index === 0 || !lexicon.bodies.anybody.test(text.slice(span.from, span.to)))),
  );
  if (subject === undefined && named.length === 0) return [];
  const taskFrom = companions?.to ?? cue.to;
  const task = text.slice(taskFrom, sentence.to).replace(distant.beforeTask, "");
  if (task.length < 4 || isDone(task, lexicon)) return [];
  const near =
    match.index > 0 &&
    subject !== undefined &&
    cue.from - subject.to <= LONGEST_ASIDE &&
    !distant.onlyPart.test(text.slice(subject.to, cue.from));
  const saidFrom = near
    ? behindDuty(
        text,
        subject.to + (distant.auxiliaries.exec(text.slice(subject.to, cue.from))?.[0].length ?? 0),
        lexicon,
      )
    : 0;
  const leads = distant.leads.test(text.slice(Math.max(sentence.from, subject?.to ?? cue.from), cue.from));
  const by = subject === undefined ? undefined : /由$/u.exec(text.slice(sentence.from, subject.members[0]?.span.from));
  return [
    {
      span: {
        from: Math.max(sentence.from, subject?.members[0]?.span.from ?? cue.from),
        to: sentence.to - task.length,
      },
      quote: sentence,
      rule: "prose-with",
      holders: [
        ...holdersFrom(text, subject?.members ?? [], leads ? "lead" : "responsible", cue, 0),
        ...holdersFrom(text, named, "participate", cue, 1),
      ],
      task: {
        from:
          by == null
            ? saidFrom > 0
              ? saidFrom
              : sentence.to - task.length
            : topicFrom(text, sentence, sentence.from + by.index + 1),
        to: sentence.to,
      },
    },
  ];
}

/** 负责|落实补助资金，会同…: the task of one sentence is told once, with and without who joins. */
function behindDuty(text: string, at: number, { prose }: AssignmentLexicon): number {
  prose.duty.lastIndex = at;
  return at + (prose.duty.exec(text)?.[0].length ?? 0);
}

/** The named body with which a part of the sentence before 会同 begins: 根据…要求，市总工会要…，会同…. */
function subjectOf(text: string, region: CleanSpan, lexicon: AssignmentLexicon): Bodies | undefined {
  for (const start of startsOf(text, region, lexicon)) {
    const list = leadingList(text, { from: start.at, to: region.to }, lexicon);
    const isNamed = list !== undefined && !tellsEverybody(text, list.members, lexicon);
    if (list !== undefined && isNamed && (start.at === region.from || start.by === "由")) return list;
    if (list !== undefined && isNamed && lexicon.distant.subjectGoesOn.test(text.slice(list.to, region.to)))
      return list;
  }
  return undefined;
}
