import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { sentencesOf } from "./prose-sentences.ts";
import type { DutyStatement, Holder } from "./statement.ts";

interface Entry {
  /** The list of bodies and what they are told; the colon stands between. */
  readonly bodies: CleanSpan;
  readonly duties: CleanSpan;
  readonly holders: readonly Omit<Holder, "role" | "cue" | "roleText">[];
}

/**
 * Lists of duties 职责清单 (FIELD.md §2): 民政部门：负责…；会同…. Two entries or more make a list; each duty that its own
 * role word opens is a task of its own, and the first duty of an entry always is one.
 */
export function findDutyLists(text: string, free: readonly CleanSpan[], lexicon: AssignmentLexicon): DutyStatement[] {
  const entries = free.flatMap((stretch) => [...entriesOf(text, stretch, lexicon)]);
  return entries.length < 2 ? [] : entries.flatMap((entry, i) => duties(text, entry, entries[i + 1], lexicon));
}

function* entriesOf(text: string, stretch: CleanSpan, lexicon: AssignmentLexicon): Generator<Entry> {
  const words = text.slice(stretch.from, stretch.to);
  for (const match of words.matchAll(/[：:。](?=\s*\S)/gu)) {
    const colon = stretch.from + match.index;
    const verb = lexicon.dutyLines.opening.exec(text.slice(colon + 1, Math.min(stretch.to, colon + 14)))?.[1];
    if (verb === undefined) continue;
    const from = entryStart(text, stretch.from, colon);
    const isGroup = lexicon.dutyLines.groupHeading.test(text.slice(from, colon));
    if (match[0] === "。" && roleOf(verb, lexicon) === undefined && !isGroup) continue;
    const list = parseHolders(text, { from, to: colon }, lexicon, { stopAtDebris: true, acceptUnknown: false });
    const group: Member = { span: { from, to: colon }, certainty: "shaped", part: 0 };
    const members = list.groups[0]?.members ?? (isGroup ? [group] : []);
    const rest = members.includes(group) ? "" : text.slice(list.to, colon).trim();
    if (members.length === 0 || list.groups.length > 1 || list.groups[0]?.predicate !== undefined || rest !== "")
      continue;
    const lineEnd = text.indexOf("\n", colon);
    const to = lineEnd < 0 || lineEnd > stretch.to ? stretch.to : lineEnd;
    yield {
      bodies: { from, to: colon },
      duties: { from: colon + 1, to },
      holders: members.map((member, i) => ({
        kind: "body",
        span: member.span,
        surface: text.slice(member.span.from, member.span.to),
        ...(member.previous === undefined ? {} : { previous: member.previous }),
        rank: i + 1,
        list: 0,
        explicit: true,
        confidence: member.certainty === "known" ? 0.92 : 0.86,
      })),
    };
  }
}

/** Behind the last sentence end, colon or item marker before the colon. */
function entryStart(text: string, least: number, colon: number): number {
  let from = colon;
  while (from > least && !/[。；;：:\n]/u.test(text.charAt(from - 1))) from--;
  const marker =
    /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]|[①-⑳])?\s*/u.exec(text.slice(from, colon))?.[0].length ?? 0;
  return from + marker;
}

/** The role that an opening word gives; of 组织, 指导 none. */
function roleOf(verb: string, { prose, dutyLines }: AssignmentLexicon): Role | undefined {
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

function duties(text: string, entry: Entry, next: Entry | undefined, lexicon: AssignmentLexicon): DutyStatement[] {
  const to = next !== undefined && next.bodies.from < entry.duties.to ? next.bodies.from : entry.duties.to;
  const statements: DutyStatement[] = [];
  for (const sentence of sentencesOf(text, { from: entry.duties.from, to })) {
    const verb = lexicon.dutyLines.opening.exec(text.slice(sentence.from, sentence.to));
    const word = verb?.[1] ?? "";
    const role = roleOf(word, lexicon);
    if (role === undefined && statements.length > 0) continue;
    const cueFrom = sentence.from + (verb?.[0].length ?? 0) - word.length;
    const cue = role === undefined ? undefined : { from: cueFrom, to: cueFrom + word.length };
    const isJoin = lexicon.prose.isJoin(word);
    const later = isJoin ? undefined : laterJoin(text, { from: cueFrom + word.length, to: sentence.to }, lexicon);
    const join = isJoin ? cue : later;
    const companions =
      join === undefined
        ? undefined
        : parseHolders(text, { from: join.to, to: sentence.to }, lexicon, {
            stopAtDebris: true,
            acceptUnknown: false,
          });
    const taskFrom =
      cue === undefined ? sentence.from : Math.max(cue.to, later === undefined ? (companions?.to ?? 0) : 0);
    const roleText = cue === undefined ? "" : text.slice(cue.from, cue.to);
    const extent = cue === undefined ? {} : { cue };
    statements.push({
      span: statements.length === 0 ? entry.bodies : { from: sentence.from, to: taskFrom },
      quote: { from: statements.length === 0 ? entry.bodies.from : sentence.from, to: sentence.to },
      rule: "duty-list",
      task: { from: taskFrom, to: sentence.to },
      holders: [
        ...entry.holders.map((holder) => ({ ...holder, ...extent, role: role ?? "responsible", roleText })),
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
    });
  }
  return statements;
}
