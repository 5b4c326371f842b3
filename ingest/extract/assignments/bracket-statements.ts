import type { CleanSpan } from "../../../graph/model/span.ts";
import { type Bracket, everyBracket } from "./brackets.ts";
import { type HolderGroup, type HolderList, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import type { DutyStatement, Holder } from "./statement.ts";

/**
 * Brackets with predicates 带谓语的括号 (FIELD.md §2): （A牵头，B、C按职责分工负责） · （A、B负责）, and bare lists
 * （工业和信息化部、应急管理部） at the end of a sentence. A bracket that explains (（由财政局负责解释）) is none.
 */
export function findBracketStatements(
  text: string,
  brackets: readonly Bracket[],
  lexicon: AssignmentLexicon,
): DutyStatement[] {
  const statements: DutyStatement[] = [];
  let done = -1;
  for (const bracket of everyBracket(brackets)) {
    if (bracket.span.from < done) continue;
    const words = text.slice(bracket.inside.from, bracket.inside.to);
    if (words.length < 2 || words.length > 1200 || lexicon.labels.all(words).length > 0) continue;
    const list = parseHolders(text, bracket.inside, lexicon, {
      stopAtDebris: false,
      acceptUnknown: lexicon.predicates.within(words),
    });
    const rule = judge(text, bracket, list, lexicon);
    if (rule === undefined) continue;
    const holders = holdersOf(text, list, rule);
    if (holders.length === 0) continue;
    statements.push({ span: bracket.span, quote: bracket.span, rule, holders });
    done = bracket.span.to;
  }
  return withoutNotes(text, statements);
}

/** One body in a bracket may explain a word; where others of the document's brackets list bodies, it is a list of one. */
const FEWEST_LISTS = 2;
/** So is one that closes an item, where the document closes its items so; a source stands behind a text but once or twice. */
const FEWEST_CLOSING = 3;

function withoutNotes(text: string, statements: readonly DutyStatement[]): DutyStatement[] {
  const lists = statements.filter(({ rule }) => rule === "bracket-list");
  const several = lists.filter(({ holders }) => holders.length >= 2);
  const closing = new Set(lists.filter(({ span }) => closes(text, span)));
  if (several.length >= FEWEST_LISTS) return [...statements];
  const kept = closing.size >= FEWEST_CLOSING ? closing : undefined;
  return statements.filter(
    (statement) => statement.rule !== "bracket-list" || statement.holders.length >= 2 || kept?.has(statement) === true,
  );
}

/** Behind a whole sentence, …治疗率达到90%。（市林业局）, or before its end, …增长8%（市商务局）。: the words are no name. */
const closes = (text: string, { from, to }: CleanSpan): boolean =>
  SENTENCE_BEFORE.test(text.slice(Math.max(0, from - 2), from)) || /^[。；;]/u.test(text.slice(to, to + 1));

const SENTENCE_BEFORE = /[。；;！]\s*$/u;

type BracketRule = "bracket-predicate" | "bracket-list";

function judge(text: string, bracket: Bracket, list: HolderList, lexicon: AssignmentLexicon): BracketRule | undefined {
  const members = list.groups.flatMap((group) => group.members);
  if (members.length === 0) return undefined;
  const debris = list.debris
    .filter(({ from, to }) => !lexicon.rules.ruleWords.test(text.slice(from, to)))
    .reduce((sum, { from, to }) => sum + to - from, 0);
  const named = members.reduce((sum, { span }) => sum + span.to - span.from, 0);
  const predicated = list.groups.filter(({ predicate }) => predicate !== undefined);
  if (predicated.length > 0) {
    if (
      predicated.every(
        ({ object }) => object !== undefined && lexicon.prose.noObject.test(text.slice(object.from, object.to)),
      )
    )
      return undefined;
    if (predicated.every(({ object, predicate }) => object !== undefined && !strong(text, predicate, lexicon)))
      return undefined;
    const known = predicated.some(({ members: some }) => some.some(({ certainty }) => certainty !== "unknown"));
    const leads = predicated.some(({ predicate }) => strong(text, predicate, lexicon));
    if (!known && !(leads && atSentenceEnd(text, bracket))) return undefined;
    return debris <= named * 1.5 + 12 ? "bracket-predicate" : undefined;
  }
  const closed = SENTENCE_BEFORE.test(text.slice(Math.max(0, bracket.span.from - 2), bracket.span.from));
  const sure =
    members.every(({ certainty }) => certainty !== "unknown") &&
    (closed || members.some(({ certainty }) => certainty !== "shaped"));
  const isKnown = members.every(({ certainty }) => certainty === "known");
  const isName = /[\p{Script=Han}]$/u.test(text.slice(0, bracket.span.from)) && members.length === 1;
  return sure && debris === 0 && (!isName || isKnown) && atSentenceEnd(text, bracket) ? "bracket-list" : undefined;
}

/** 实施结果公开 is no duty: a weak predicate with words right behind it is part of a sentence. */
const strong = (text: string, predicate: HolderGroup["predicate"], { prose }: AssignmentLexicon): boolean =>
  predicate !== undefined && prose.ownDuty.test(text.slice(predicate.span.from, predicate.span.to));

/** A duty bracket closes a sentence: behind it come the line's end, a stop, or the next item; before it a stop or words. */
function atSentenceEnd(text: string, bracket: Bracket): boolean {
  const after = text.slice(bracket.span.to, bracket.span.to + 3);
  if (!/^(?:\s|$|[。；;]|[（(一二三四五六七八九十\d①-⑳])/u.test(after)) return false;
  return !/[、，：:]\s*$/u.test(text.slice(Math.max(0, bracket.span.from - 2), bracket.span.from));
}

const CONFIDENCE = { known: 0.97, shaped: 0.93, group: 0.93, unknown: 0.7 } as const;

function holdersOf(text: string, list: HolderList, rule: BracketRule): Holder[] {
  return list.groups.flatMap((group, index) => {
    const role = group.predicate?.role ?? nextRole(list, index) ?? "responsible";
    const cue = group.predicate?.span;
    return group.members.map((member, i) => ({
      kind: "body" as const,
      role,
      span: member.span,
      surface: text.slice(member.span.from, member.span.to),
      ...(cue === undefined ? {} : { cue }),
      roleText: cue === undefined ? "" : text.slice(cue.from, cue.to),
      ...(member.previous === undefined ? {} : { previous: member.previous }),
      rank: i + 1,
      part: member.part,
      ...(member.marked === undefined ? {} : { marked: member.marked }),
      list: index,
      explicit: group.predicate !== undefined && role !== "responsible",
      confidence: CONFIDENCE[member.certainty] - (rule === "bracket-list" ? 0.1 : 0),
    }));
  });
}

/** A trailing group without predicate: 按职责分工 was lost; it goes with the responsible ones. */
const nextRole = (list: HolderList, index: number) =>
  list.groups.slice(index + 1).find(({ predicate, noted }) => predicate !== undefined && noted !== true)?.predicate
    ?.role;
