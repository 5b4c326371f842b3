import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { leadingList } from "./prose-bodies.ts";
import { sentencesOf } from "./prose-sentences.ts";
import type { DutyStatement, Holder } from "./statement.ts";

/** DutyEntry 职责条目: bodies and the stretches of text (a paragraph, or the items beneath) that tell their duties. */
export interface DutyEntry {
  readonly bodies: CleanSpan;
  readonly holders: readonly DutyHolder[];
  readonly duties: readonly CleanSpan[];
  /** The words that announce duties without a role word of their own. */
  readonly cue?: CleanSpan;
  /** The role that a bracket behind the bodies gives them: （牵头单位）. */
  readonly role?: Role;
  /** What the body is for, not what it is told: only duties with a role word of their own count. */
  readonly describes?: boolean;
}

type DutyHolder = Omit<Holder, "role" | "cue" | "roleText">;

export const dutyHolders = (text: string, members: readonly Member[]): DutyHolder[] =>
  members.map((member, i) => ({
    kind: "body",
    span: member.span,
    surface: text.slice(member.span.from, member.span.to),
    ...(member.previous === undefined ? {} : { previous: member.previous }),
    rank: i + 1,
    list: 0,
    explicit: true,
    confidence: member.certainty === "known" ? 0.92 : 0.86,
  }));

/** What the entry's stretches tell its bodies: the first duty of each, and every further one that its role word opens. */
export function entryStatements(text: string, entry: DutyEntry, lexicon: AssignmentLexicon): DutyStatement[] {
  return entry.duties.flatMap((stretch, i) => {
    const parts = dutyParts(text, stretch, lexicon);
    return parts
      .filter(({ role }, at) => role !== undefined || (at === 0 && entry.describes !== true))
      .map((part, at) => statementOf(text, entry, part, i === 0 && at === 0 && isBeside(text, entry, part), lexicon));
  });
}

/** 市财政局：负责…: the statement begins with the body; of a heading above items each item is a statement of its own. */
const isBeside = (text: string, { bodies }: DutyEntry, part: Part): boolean =>
  /^[：:。\s]{0,2}$/u.test(text.slice(bodies.to, part.from)) && !text.slice(bodies.to, part.from).includes("\n");

/** One duty: from its role word, where it has one, to the next. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly role?: Role;
  readonly cue?: CleanSpan;
}

/** …。区园林部门会同…: from here on another body is told, which prose reads. */
function startsWithOther(text: string, sentence: CleanSpan, lexicon: AssignmentLexicon): boolean {
  const at = sentence.from + (/^\s*/u.exec(text.slice(sentence.from, sentence.to))?.[0].length ?? 0);
  const bodies = leadingList(text, { from: at, to: sentence.to }, lexicon);
  return bodies !== undefined && lexicon.dutyLines.isTold.test(text.slice(bodies.to, sentence.to));
}

function dutyParts(text: string, stretch: CleanSpan, lexicon: AssignmentLexicon): Part[] {
  const sentences = [...sentencesOf(text, stretch)];
  const other = sentences.findIndex((sentence, i) => i > 0 && startsWithOther(text, sentence, lexicon));
  return sentences
    .slice(0, other < 0 ? sentences.length : other)
    .flatMap((sentence) => sentenceParts(text, sentence, lexicon));
}

/** 会同 behind a comma belongs to the duty before, where that is not long. */
const LONGEST_ASIDE = 60;

interface Told {
  readonly cue: CleanSpan;
  readonly role: Role;
}

/**
 * 负责资金筹措，参与评审: another role behind a comma begins another duty, the same one goes on. What
 * stands before the first role word is a duty, too, unless it is a measure: 按照分工，负责….
 */
function sentenceParts(text: string, sentence: CleanSpan, lexicon: AssignmentLexicon): Part[] {
  const { opens, told } = toldIn(text, sentence, lexicon);
  const ahead = text.slice(sentence.from, commaBefore(text, told[0]?.cue.from ?? sentence.from));
  const begins = !opens && !lexicon.dutyLines.onlyMeasure.test(ahead);
  const turns = told.filter(
    ({ cue, role }, i) =>
      role !== (told[i - 1]?.role ?? (begins ? "responsible" : undefined)) ||
      (lexicon.prose.isJoin(text.slice(cue.from, cue.to)) &&
        cue.from - (told[i - 1]?.cue.to ?? sentence.from) > LONGEST_ASIDE),
  );
  const upTo = (next: Told | undefined): number =>
    next === undefined ? sentence.to : commaBefore(text, next.cue.from);
  const first = { from: sentence.from, to: upTo(turns[0]) };
  return [
    ...(begins ? [{ from: first.from, to: otherSubject(text, first, lexicon) }] : []),
    ...turns.map(
      ({ cue, role }, i): Part => ({
        from: cue.from,
        to: otherSubject(text, { from: cue.to, to: upTo(turns[i + 1]) }, lexicon),
        role,
        cue,
      }),
    ),
  ];
}

/** The role words of a sentence, and whether it begins with the first. */
function toldIn(text: string, sentence: CleanSpan, lexicon: AssignmentLexicon): { opens: boolean; told: Told[] } {
  const words = text.slice(sentence.from, sentence.to);
  const opening = lexicon.dutyLines.opening.exec(words);
  const told = [opening, ...words.matchAll(lexicon.dutyLines.laterDuty)].flatMap((match) => {
    const role = roleOf(match?.[1] ?? "", lexicon);
    if (match?.[1] === undefined || role === undefined) return [];
    const to = sentence.from + match.index + match[0].length;
    return [{ cue: { from: to - match[1].length, to }, role }];
  });
  return { opens: roleOf(opening?.[1] ?? "", lexicon) !== undefined, told };
}

/** …，各镇安全委员会应当负责…: where another body is told, which prose reads. */
function otherSubject(text: string, { from, to }: CleanSpan, lexicon: AssignmentLexicon): number {
  for (const comma of text.slice(from, to).matchAll(/[，,]/gu)) {
    const at = from + comma.index;
    const other = leadingList(text, { from: at + 1, to }, lexicon);
    if (other !== undefined && lexicon.dutyLines.isTold.test(text.slice(other.to, to))) return at;
  }
  return to;
}

const commaBefore = (text: string, at: number): number =>
  Math.max(text.lastIndexOf("，", at), text.lastIndexOf(",", at));

/** 市园林局（牵头单位）：负责… leads; 配合… in the same entry does not. */
const roleIn = ({ role: stated }: DutyEntry, role: Role | undefined): Role =>
  role === "participate" || stated === undefined ? (role ?? "responsible") : stated;

/** The role that an opening word gives; of 组织, 指导 none. */
export function roleOf(verb: string, { prose, dutyLines }: AssignmentLexicon): Role | undefined {
  if (verb === "" || dutyLines.isOpener(verb)) return undefined;
  return dutyLines.takesPart(verb) ? "participate" : prose.roleOf(verb);
}

/** 负责资金筹措，会同市审计局开展评价: the word before those who join in a later part of the duty. */
function laterJoin(text: string, { from, to }: CleanSpan, { dutyLines }: AssignmentLexicon): CleanSpan | undefined {
  const match = dutyLines.laterJoin.exec(text.slice(from, to));
  if (match?.[1] === undefined) return undefined;
  const end = from + match.index + match[0].length;
  return { from: end - match[1].length, to: end };
}

function statementOf(
  text: string,
  entry: DutyEntry,
  part: Part,
  opensEntry: boolean,
  lexicon: AssignmentLexicon,
): DutyStatement {
  const { cue, role } = part;
  const word = cue === undefined ? "" : text.slice(cue.from, cue.to);
  const isJoin = lexicon.prose.isJoin(word);
  const later = isJoin ? undefined : laterJoin(text, { from: cue?.to ?? part.from, to: part.to }, lexicon);
  const join = isJoin ? cue : later;
  const companions =
    join === undefined
      ? undefined
      : parseHolders(text, { from: join.to, to: part.to }, lexicon, { stopAtDebris: true, acceptUnknown: false });
  const said = cue ?? entry.cue;
  const behind = cue === undefined ? part.from : Math.max(cue.to, isJoin ? (companions?.to ?? 0) : 0);
  const taskFrom = behind + (/^[，,\s]*/u.exec(text.slice(behind, part.to))?.[0].length ?? 0);
  return {
    span: opensEntry ? entry.bodies : { from: part.from, to: taskFrom },
    quote: { from: opensEntry ? entry.bodies.from : part.from, to: part.to },
    rule: "duty-list",
    task: { from: taskFrom, to: part.to },
    holders: [
      ...entry.holders.map((holder) => ({
        ...holder,
        ...(said === undefined ? {} : { cue: said }),
        role: roleIn(entry, role),
        roleText: said === undefined ? "" : text.slice(said.from, said.to),
      })),
      ...(companions?.groups[0]?.members ?? []).map((member, i) => ({
        kind: "body" as const,
        role: "participate" as const,
        span: member.span,
        surface: text.slice(member.span.from, member.span.to),
        ...(join === undefined ? {} : { cue: join }),
        roleText: join === undefined ? "" : text.slice(join.from, join.to),
        rank: i + 1,
        list: 1,
        explicit: true,
        confidence: 0.88,
      })),
    ],
  };
}
