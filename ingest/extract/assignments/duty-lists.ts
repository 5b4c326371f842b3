import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { sentencesOf } from "./prose-sentences.ts";
import type { DutyStatement, Holder } from "./statement.ts";

const VERB =
  /^\s*(?:[（(]?\d{1,2}[）).．、]\s*|[①-⑳]\s*)?(?:主要|具体|并|同时)?(牵头负责|牵头|负责|会同|配合|协助|参与|参加|承担|组织|指导|做好|制定|落实|加强|依法|按照|会商|监督|统筹|协调|研究|及时)/u;
const ROLE: Readonly<Record<string, Role>> = {
  牵头负责: "lead",
  牵头: "lead",
  负责: "responsible",
  承担: "responsible",
  会同: "responsible",
  配合: "participate",
  协助: "participate",
  参与: "participate",
  参加: "participate",
};

/** 监督组。负责…: the groups of an office or headquarters, each a heading of its own. */
const GROUP_HEADING = /^\p{Script=Han}{1,10}(?<!小)(?:组|专班|小组)$/u;

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
    const verb = VERB.exec(text.slice(colon + 1, Math.min(stretch.to, colon + 14)))?.[1];
    if (verb === undefined) continue;
    const from = entryStart(text, stretch.from, colon);
    const isGroup = GROUP_HEADING.test(text.slice(from, colon));
    if (match[0] === "。" && ROLE[verb] === undefined && !isGroup) continue;
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

/** 负责资金筹措，会同市审计局开展评价: where the list of those who join in a later part of the duty begins. */
function laterJoin(text: string, { from, to }: CleanSpan): number | undefined {
  const join = /[，,](?:并|可)?会同(?=\p{Script=Han})/u.exec(text.slice(from, to));
  return join === null ? undefined : from + join.index + join[0].length;
}

function duties(text: string, entry: Entry, next: Entry | undefined, lexicon: AssignmentLexicon): DutyStatement[] {
  const to = next !== undefined && next.bodies.from < entry.duties.to ? next.bodies.from : entry.duties.to;
  const statements: DutyStatement[] = [];
  for (const sentence of sentencesOf(text, { from: entry.duties.from, to })) {
    const verb = VERB.exec(text.slice(sentence.from, sentence.to));
    const word = verb?.[1] ?? "";
    const role = ROLE[word];
    if (role === undefined && statements.length > 0) continue;
    const cueFrom = sentence.from + (verb?.[0].length ?? 0) - word.length;
    const cue = role === undefined ? undefined : { from: cueFrom, to: cueFrom + word.length };
    const later = word === "会同" ? undefined : laterJoin(text, { from: cueFrom + word.length, to: sentence.to });
    const joinFrom = word === "会同" ? cueFrom + 2 : later;
    const companions =
      joinFrom === undefined
        ? undefined
        : parseHolders(text, { from: joinFrom, to: sentence.to }, lexicon, {
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
          ...(joinFrom === undefined ? {} : { cue: { from: joinFrom - 2, to: joinFrom } }),
          roleText: "会同",
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
