import type { CleanSpan } from "../../../graph/model/span.ts";
import { type HolderGroup, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import {
  type Bodies,
  companionList,
  exhortsAll,
  helpsAnybody,
  holdersFrom,
  leadingList,
  servesPublic,
  tellsEverybody,
} from "./prose-bodies.ts";
import { closedAt } from "./prose-closed.ts";
import { answersFor, companionStatements, continuedDuty, laterDuty, partPlayed } from "./prose-distant.ts";
import { isDone, type Start, sentencesOf, startsOf } from "./prose-sentences.ts";
import { setUpDuty } from "./prose-set-up.ts";
import { adverbFrom, partsOf, taskOf } from "./prose-tasks.ts";
import type { DutyStatement, Holder } from "./statement.ts";

/**
 * Prose 行文中的责任 (FIELD.md §2): 由A会同B研究提出 · 由A牵头，B配合 · A将会同B等部门… · A负责…. `free` are the stretches
 * of text that no bracket or label has claimed.
 */
export function findProseStatements(
  text: string,
  free: readonly CleanSpan[],
  lexicon: AssignmentLexicon,
): DutyStatement[] {
  const statements: DutyStatement[] = [];
  for (const stretch of free) {
    let told: Told | undefined;
    for (const sentence of sentencesOf(text, stretch)) {
      const words = text.slice(sentence.from, sentence.to);
      told = toldBy(text, sentence, told, lexicon);
      if (!lexicon.prose.anyDuty.test(words) && !lexicon.predicates.within(words)) continue;
      if (lexicon.prose.past.test(words)) continue;
      statements.push(...sentenceStatements(text, sentence, told?.bodies, lexicon));
    }
  }
  return statements;
}

/** The bodies that the sentence is told to, and where it ends. */
interface Told {
  readonly bodies: Bodies;
  readonly to: number;
}

/** …要…。要会同…: a sentence without a subject goes on with the one of the sentence before, in the same paragraph. */
function toldBy(
  text: string,
  sentence: CleanSpan,
  before: Told | undefined,
  lexicon: AssignmentLexicon,
): Told | undefined {
  let bodies: Bodies | undefined;
  for (const { at, by } of startsOf(text, sentence, lexicon)) {
    if (by === "由" || /[，,：:]\s?$/u.test(text.slice(sentence.from, at))) break;
    bodies ??= leadingList(text, { from: at, to: sentence.to }, lexicon);
  }
  if (bodies !== undefined)
    return lexicon.prose.told.test(text.slice(bodies.to, sentence.to)) && !tellsEverybody(text, bodies.members, lexicon)
      ? { bodies, to: sentence.to }
      : undefined;
  const gap = before === undefined ? "" : text.slice(before.to, sentence.from);
  const isNext =
    /^[；;]\s?$/u.test(gap) ||
    (/^。\s?$/u.test(gap) && lexicon.prose.joinsFirst.test(text.slice(sentence.from, sentence.to)));
  return before !== undefined && isNext ? { bodies: before.bodies, to: sentence.to } : undefined;
}

function sentenceStatements(
  text: string,
  sentence: CleanSpan,
  told: Bodies | undefined,
  lexicon: AssignmentLexicon,
): DutyStatement[] {
  const setUp = setUpDuty(text, sentence, lexicon);
  const found: DutyStatement[] = [];
  for (const start of startsOf(text, sentence, lexicon)) {
    const last = found.at(-1);
    if (last !== undefined && start.at < last.span.to) continue;
    const statement = statementAt(text, sentence, start, lexicon) ?? closedAt(text, sentence, start, lexicon);
    if (statement === undefined || (last !== undefined && saidAlready(last, statement))) continue;
    if (last?.task !== undefined)
      found[found.length - 1] = {
        ...last,
        task: { from: last.task.from, to: Math.max(last.task.from, statement.span.from) },
      };
    found.push(...partsOf(text, statement, lexicon));
  }
  if (setUp.length > 0) return [...found.filter((statement) => !sharesCue(statement, setUp)), ...setUp];
  if (found.length === 0)
    found.push(...answersFor(text, sentence, lexicon), ...continuedDuty(text, sentence, told, lexicon));
  if (found.length === 0) found.push(...laterDuty(text, sentence, lexicon), ...gluedSubject(text, sentence, lexicon));
  return found.some(({ rule }) => rule !== "prose-duty")
    ? found
    : [...found, ...companionStatements(text, sentence, told, lexicon)];
}

/** 由A、B抽调人员组成普查组，负责…: the duty is the group's. */
const sharesCue = ({ holders }: DutyStatement, setUp: readonly DutyStatement[]): boolean =>
  holders.some(({ cue }) => cue !== undefined && setUp.some((other) => other.holders[0]?.cue?.from === cue.from));

/** True where the later statement's bodies are followers of the first: …，市卫生健康委配合. */
const saidAlready = (first: DutyStatement, later: DutyStatement): boolean =>
  later.holders.every(({ span }) => first.holders.some((holder) => holder.span.from === span.from));

function statementAt(
  text: string,
  sentence: CleanSpan,
  start: Start,
  lexicon: AssignmentLexicon,
): DutyStatement | undefined {
  const { prose } = lexicon;
  const subject = leadingList(text, { from: start.at, to: sentence.to }, lexicon);
  if (subject === undefined) return undefined;
  const aside = prose.aside.exec(text.slice(subject.to, sentence.to))?.[0] ?? "";
  const modal = aside + (prose.modal.exec(text.slice(subject.to + aside.length, sentence.to))?.[0] ?? "");
  const part = lexicon.distant.partPlayed.exec(text.slice(subject.to + modal.length, sentence.to));
  if (part !== null && start.by === "start" && !prose.anyJoin.test(text.slice(subject.to, sentence.to)))
    return partPlayed(text, sentence, start, subject.members, part[0].length + modal.length, lexicon);
  const named = namedJoin(text, subject.to, sentence.to, lexicon);
  prose.duty.lastIndex = subject.to + modal.length;
  const duty = named === undefined ? prose.duty.exec(text.slice(0, sentence.to)) : null;
  const cue = named ?? (duty === null ? undefined : { from: duty.index, to: duty.index + duty[0].length });
  if (cue === undefined) return undefined;
  const word = text.slice(cue.from, cue.to);
  const isJoin = named !== undefined || prose.isJoin(word);
  if (start.by === "start" && exhortsAll(text, subject.members, modal, word, lexicon)) return undefined;
  const isBare = prose.isHelp(word) && /^[，,]/u.test(text.slice(cue.to, sentence.to));
  if (isBare && helpsAnybody(text, subject.members, lexicon)) return undefined;
  if (prose.orders.test(modal) && servesPublic(text, subject.members, lexicon)) return undefined;
  const joins = isJoin ? cue.to : joinedFrom(text, cue.to, word, lexicon);
  const companions = joins === undefined ? undefined : companionList(text, { from: joins, to: sentence.to }, lexicon);
  const objectFrom = companions?.to ?? cue.to;
  const object = text.slice(objectFrom, sentence.to).replace(prose.beforeObject, "");
  if (prose.noObject.test(object) || prose.attribute.test(object) || isDone(object, lexicon)) return undefined;
  const role = prose.roleOf(word);
  const holders = [
    ...holdersFrom(text, subject.members, role, cue, 0),
    ...(companions === undefined ? [] : holdersFrom(text, companions.members, "participate", cue, 1)),
    ...followers(text, { from: objectFrom, to: sentence.to }, lexicon),
  ];
  const taskFrom = behindFollowers(text, { from: sentence.to - object.length, to: sentence.to }, holders, lexicon);
  const bareFrom = isBare && taskFrom > cue.to ? adverbFrom(text, subject.to, cue.from, prose) : undefined;
  const hasObject = text.slice(taskFrom, sentence.to).replace(/[，,].*$/u, "").length >= 4;
  return {
    span: {
      from: start.at,
      to: hasObject ? taskFrom : /^[）)]/u.test(object) ? cue.to : partEnd(text, taskFrom, sentence.to),
    },
    quote: sentence,
    rule: start.by === "由" ? "prose-by" : isJoin ? "prose-with" : "prose-duty",
    holders,
    ...taskOf(text, sentence, start, hasObject ? (bareFrom ?? taskFrom) : undefined, prose),
  };
}

/** A联合B, A商B: a word that brings in those who join only where a name follows: 市体育局商定后公布 is none. */
function namedJoin(text: string, at: number, to: number, lexicon: AssignmentLexicon): CleanSpan | undefined {
  const match = lexicon.prose.joinsNamed.exec(text.slice(at, Math.min(to, at + 12)));
  const word = match?.groups?.["join"];
  if (match === null || word === undefined) return undefined;
  const cueTo = at + match[0].length;
  return leadingList(text, { from: cueTo, to }, lexicon) === undefined
    ? undefined
    : { from: cueTo - word.length, to: cueTo };
}

/** 市卫健委负责协调，市财政局配合做好…: too short an object ends at the comma, behind which others may be told. */
function partEnd(text: string, from: number, to: number): number {
  const comma = text.slice(from, to).search(/[，,]/u);
  return comma < 0 ? to : from + comma;
}

/** 由A牵头，可会同B: where the list of those who join a leader begins. */
function joinedFrom(text: string, at: number, duty: string, { prose }: AssignmentLexicon): number | undefined {
  if (prose.roleOf(duty) !== "lead") return undefined;
  const joins = prose.joinsLeader.exec(text.slice(at, at + 8))?.[0];
  return joins === undefined ? undefined : at + joins.length;
}

/** A牵头，B、C参加，建立…: what is to be done stands behind those who take part, unless others are told something there. */
function behindFollowers(
  text: string,
  object: CleanSpan,
  holders: readonly Holder[],
  lexicon: AssignmentLexicon,
): number {
  const cue = holders.find(({ span }) => span.from === object.from)?.cue;
  if (cue === undefined) return object.from;
  const same = holders.filter((holder) => holder.cue?.from === cue.from);
  const to = Math.max(cue.to, ...same.map(({ span }) => span.to));
  const from = to + (/^[，,、\s]*/u.exec(text.slice(to, object.to))?.[0].length ?? 0);
  return lexicon.agencies.match(text, from, object.to) === undefined ? from : object.to;
}

/** A known body right before 负责 or 会同 whose heading ran into it when the line breaks were lost. */
function gluedSubject(text: string, sentence: CleanSpan, lexicon: AssignmentLexicon): DutyStatement[] {
  const words = text.slice(sentence.from, sentence.to);
  const duty = lexicon.distant.gluedDuty.exec(words);
  if (duty === null || duty.index < 5) return [];
  const cueFrom = sentence.from + duty.index;
  for (let from = Math.max(sentence.from + 1, cueFrom - 16); from <= cueFrom - 3; from++) {
    const match = lexicon.agencies.match(text, from, sentence.to);
    const isBody =
      match?.kind === "known" || (match?.kind === "group" && namesKind(text.slice(from, match.to), lexicon));
    if (!isBody || match?.to !== cueFrom || lexicon.distant.beforeName.test(text.slice(sentence.from, from))) continue;
    const statement = statementAt(text, sentence, { at: from, by: "start" }, lexicon);
    return statement === undefined ? [] : [statement];
  }
  return [];
}

/** 各区 names a kind of body, 各级 none. */
const namesKind = (group: string, { bodies }: AssignmentLexicon): boolean =>
  group.startsWith("各") && !bodies.everyKind.test(group);

/** …，B、C配合 at the end of the same sentence. */
function followers(text: string, region: CleanSpan, lexicon: AssignmentLexicon): Holder[] {
  const words = text.slice(region.from, region.to);
  const comma = lexicon.prose.beforeList.exec(words)?.[0].length ?? words.search(/[，,]/u);
  if (comma < 0) return [];
  const list = parseHolders(text, { from: region.from + comma, to: region.to }, lexicon, {
    stopAtDebris: false,
    acceptUnknown: false,
    prose: true,
  });
  return list.groups.flatMap((group: HolderGroup, i) => {
    if (group.predicate === undefined) return [];
    const hosts = lexicon.prose.hosts.test(text.slice(group.predicate.span.from, group.predicate.span.to));
    if (!hosts && (group.object !== undefined || group.predicate.role === "responsible")) return [];
    return holdersFrom(text, group.members, group.predicate.role, group.predicate.span, i + 2);
  });
}
