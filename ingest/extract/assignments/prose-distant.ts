import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Lexicon } from "../../recognize/lexicon.ts";
import type { Member } from "./holders.ts";
import {
  type Bodies,
  companionList,
  exhortsAll,
  holdersFrom,
  leadingList,
  servesPublic,
  tellsEverybody,
} from "./prose-bodies.ts";
import { isDone, PAST, type Start, startsOf, topicFrom } from "./prose-sentences.ts";
import type { DutyStatement } from "./statement.ts";

/** 发挥组织、协调和牵头作用. */
export const PART_PLAYED =
  /^(?:充分|积极|切实|更好|有效|主动|认真)*(?:发挥好?|履行好?)[^，,。；：:“”]{0,12}牵头[^，,。；：:“”]{0,8}?(?:作用|职责)/u;

/** 要发挥牵头作用 makes the subject lead what the sentence tells. */
export function partPlayed(
  text: string,
  sentence: CleanSpan,
  start: Start,
  members: readonly Member[],
  length: number,
): DutyStatement | undefined {
  const last = members.at(-1)?.span.to ?? start.at;
  if (exhortsAll(text, members, "要", "牵头")) return undefined;
  const to = last + length;
  const cueFrom = text.indexOf("牵头", last);
  const behind = text.slice(to, sentence.to).replace(/^[，,\s]+/u, "");
  return {
    span: { from: start.at, to: behind.length >= 4 ? sentence.to - behind.length : sentence.to },
    quote: sentence,
    rule: "prose-duty",
    holders: holdersFrom(text, members, "lead", { from: cueFrom, to: cueFrom + 2 }, 0),
    task: { from: last, to: sentence.to },
  };
}

/** 县委对换届工作负总责: what the body answers for is its task. */
export function answersFor(text: string, sentence: CleanSpan, lexicon: Lexicon): DutyStatement[] {
  for (const start of startsOf(text, sentence)) {
    const subject = leadingList(text, { from: start.at, to: sentence.to }, lexicon);
    if (subject === undefined) continue;
    const match = /^对([^，,。；：:]{2,40}?)负(?:总责|主责)/u.exec(text.slice(subject.to, sentence.to));
    if (match?.[1] === undefined || exhortsAll(text, subject.members, "要", "负责")) continue;
    const to = subject.to + match[0].length;
    const cue = { from: to - 3, to };
    return [
      {
        span: { from: start.at, to },
        quote: sentence,
        rule: "prose-duty",
        holders: holdersFrom(text, subject.members, "responsible", cue, 0),
        task: { from: subject.to + 1, to: subject.to + 1 + match[1].length },
      },
    ];
  }
  return [];
}

/** 市医保局是…主管部门，负责…: the sentence's subject, and 负责 behind a later comma. */
export function laterDuty(text: string, sentence: CleanSpan, lexicon: Lexicon): DutyStatement[] {
  const [start] = startsOf(text, sentence);
  const subject = start === undefined ? undefined : leadingList(text, { from: start.at, to: sentence.to }, lexicon);
  if (
    start === undefined ||
    subject === undefined ||
    tellsEverybody(text, subject.members) ||
    servesPublic(text, subject.members)
  )
    return [];
  const rest = text.slice(subject.to, sentence.to);
  const later =
    /[，,](?:并|分别|具体)?(牵头负责|具体负责|负责|牵头|承担)(?=\p{Script=Han}{4})(?!人|同志|解释|的|相应|法律|全部|赔偿)/u.exec(
      rest,
    );
  if (
    later === null ||
    /[：:]|委托|授权/u.test(rest.slice(0, later.index)) ||
    /^[^，,]{1,6}的\p{Script=Han}/u.test(rest) ||
    PAST.test(rest)
  )
    return [];
  const to = subject.to + later.index + later[0].length;
  const cue = { from: to - (later[1]?.length ?? 0), to };
  const task = { from: cue.to, to: sentence.to };
  const role = text.startsWith("牵头", cue.from) ? "lead" : "responsible";
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

const GOES_ON =
  /^\s*(?:并|同时|具体|积极|要)*(牵头负责|牵头|负责|承担|配合|协助|参与)(?=\p{Script=Han}{4})(?!人|同志|解释|的|单位|部门)/u;

/** 市水务局负责…；配合…；牵头…: behind a semicolon the duties go on without their subject. */
export function continuedDuty(text: string, sentence: CleanSpan, told: Bodies | undefined): DutyStatement[] {
  const duty = GOES_ON.exec(text.slice(sentence.from, sentence.to));
  if (told === undefined || duty?.[1] === undefined || !/[；;]\s?$/u.test(text.slice(told.to, sentence.from)))
    return [];
  const to = sentence.from + duty[0].length;
  const cue = { from: to - duty[1].length, to };
  const role = duty[1].startsWith("牵头") ? "lead" : /负责|承担/u.test(duty[1]) ? "responsible" : "participate";
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
/** 要充分发挥牵头作用，会同…: the part played is no task. */
const ONLY_PART = /^[要应当将须]*(?:充分|积极|切实)*(?:发挥|履行)[^，,]*(?:作用|职责)[，,]\s*$/u;

/** 会同 behind a comma or at the beginning of a sentence: the subject stands earlier in the sentence or is the issuer. */
export function companionStatements(
  text: string,
  sentence: CleanSpan,
  told: Bodies | undefined,
  lexicon: Lexicon,
): DutyStatement[] {
  const words = text.slice(sentence.from, sentence.to);
  const match =
    /(?:^\s*|[，,]\s*)(?:要|并|可以?|应当?|适时|及时|定期|按规定|依法|牵头|主动|积极)*[会會]同(?=\p{Script=Han})/u.exec(
      words,
    );
  if (match === null) return [];
  const cue = {
    from: sentence.from + match.index + match[0].length - 2,
    to: sentence.from + match.index + match[0].length,
  };
  const companions = companionList(text, { from: cue.to, to: sentence.to }, lexicon);
  const subject = match.index === 0 ? told : subjectOf(text, { from: sentence.from, to: cue.from }, lexicon);
  const named = (companions?.members ?? []).filter(
    ({ certainty, span }) =>
      certainty !== "group" ||
      (subject !== undefined && (match.index === 0 || !ANYBODY.test(text.slice(span.from, span.to)))),
  );
  if (subject === undefined && named.length === 0) return [];
  const taskFrom = companions?.to ?? cue.to;
  const task = text
    .slice(taskFrom, sentence.to)
    .replace(/^(?:等?(?:有关|相关)?(?:部门|单位|方面))?[，,：:\s]*(?:共同)?/u, "");
  if (task.length < 4 || isDone(task)) return [];
  const near =
    match.index > 0 &&
    subject !== undefined &&
    cue.from - subject.to <= LONGEST_ASIDE &&
    !ONLY_PART.test(text.slice(subject.to, cue.from));
  const saidFrom = near
    ? subject.to + (/^[要应当将须，,\s]*/u.exec(text.slice(subject.to, cue.from))?.[0].length ?? 0)
    : 0;
  const leads = /牵头(?!部门|单位|机构)/u.test(text.slice(Math.max(sentence.from, subject?.to ?? cue.from), cue.from));
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

/** Far from the subject, 会同有关部门 says no more than that it will not act alone. */
const ANYBODY = /^(?:有关|相关)(?:部门|单位|方面|机构)$/u;

/** The named body with which a part of the sentence before 会同 begins: 根据…要求，市总工会要…，会同…. */
function subjectOf(text: string, region: CleanSpan, lexicon: Lexicon): Bodies | undefined {
  for (const start of startsOf(text, region)) {
    const list = leadingList(text, { from: start.at, to: region.to }, lexicon);
    const isNamed = list !== undefined && !tellsEverybody(text, list.members);
    if (list !== undefined && isNamed && (start.at === region.from || start.by === "由")) return list;
    if (list !== undefined && isNamed && /^[要将应须可会负依自根在按对于每]/u.test(text.charAt(list.to))) return list;
  }
  return undefined;
}
