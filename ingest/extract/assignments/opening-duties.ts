import type { Clause, ClauseTree } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { holdersFrom } from "./prose-bodies.ts";
import type { DutyStatement } from "./statement.ts";
import { withinStretches } from "./within-stretches.ts";

/** What is left of an item must say what is to be done. */
const FEWEST_WORDS = 6;

/**
 * Opening duties 条目开头的责任: an item that begins with its bodies and their predicates and tells the task behind them:
 * 1.A牵头，B、C配合，各区负责，新建…. The task is the sentence behind the last predicate.
 */
export function findOpeningDuties(
  text: string,
  tree: ClauseTree,
  free: readonly CleanSpan[],
  lexicon: AssignmentLexicon,
): DutyStatement[] {
  const isFree = withinStretches(free);
  return itemsOf(tree.clauses).flatMap((clause) => {
    const { own, marker } = clause;
    const at = text.startsWith(marker, own.from) ? own.from + marker.length : own.from;
    const from = at + (/^\s*由?/u.exec(text.slice(at, at + 8))?.[0].length ?? 0);
    const stop = text.slice(from, own.to).search(/[。\n]/u);
    const to = stop < 0 ? own.to : from + stop;
    if (!isFree({ from, to })) return [];
    return openingDuty(text, { from, to }, lexicon) ?? [];
  });
}

function* walk(clauses: readonly Clause[]): Generator<Clause> {
  for (const clause of clauses) {
    if (clause.kind === "item") yield clause;
    yield* walk(clause.children);
  }
}

const itemsOf = (clauses: readonly Clause[]): Clause[] => [...walk(clauses)];

function openingDuty(text: string, sentence: CleanSpan, lexicon: AssignmentLexicon): DutyStatement | undefined {
  const read = parseHolders(text, sentence, lexicon, { stopAtDebris: true, acceptUnknown: false });
  // 新建公园十处 is shaped like a name: what stands behind the last predicate is a body only where it is known to be one.
  const groups = read.groups.filter(
    ({ predicate, members }) => predicate !== undefined || members.some(({ certainty }) => certainty !== "shaped"),
  );
  const [first] = groups;
  const to = groups.at(-1)?.predicate?.span.to ?? read.to;
  if (first?.predicate === undefined || first.members[0]?.span.from !== sentence.from) return undefined;
  if (groups.some(({ predicate, object }) => predicate === undefined || object !== undefined)) return undefined;
  const { prose } = lexicon;
  if (!prose.ownDuty.test(text.slice(first.predicate.span.from, first.predicate.span.to))) return undefined;
  const gap = /^[，,]\s?/u.exec(text.slice(to, sentence.to))?.[0];
  if (gap === undefined || sentence.to - to - gap.length < FEWEST_WORDS) return undefined;
  if (prose.past.test(text.slice(sentence.from, sentence.to))) return undefined;
  return {
    span: { from: sentence.from, to },
    quote: sentence,
    rule: "opening-duty",
    holders: groups.flatMap(({ members, predicate }, list) =>
      predicate === undefined ? [] : holdersFrom(text, members, predicate.role, predicate.span, list),
    ),
    task: { from: to + gap.length, to: sentence.to },
  };
}
