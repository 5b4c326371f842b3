import type { ClauseTree } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { clauseAt } from "../../segment/index.ts";
import { type DutyEntry, dutyHolders } from "./duty-entries.ts";
import { sectionsOf } from "./duty-headings.ts";
import { contentStart, stretchesAfter } from "./duty-stretches.ts";
import type { Member } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { leadingList, servesPublic, tellsEverybody } from "./prose-bodies.ts";

/**
 * Duty charters 职责条款: 市水务局应当履行下列职责：（一）…；（二）…. 市水务局的主要职责是… describes the body; there only
 * numbered duties with a role word count, unless the section shares out duties.
 */
export function findDutyCharters(text: string, tree: ClauseTree, lexicon: AssignmentLexicon): DutyEntry[] {
  const sections: ReadonlySet<unknown> = sectionsOf(tree, lexicon);
  const charters = [...text.matchAll(lexicon.dutyLines.charter)].flatMap((match) => {
    const to = match.index + match[0].length;
    const from = sentenceStart(text, tree, match.index);
    const members = subjectOf(text, { from, to: match.index }, lexicon);
    const claimed = { from: match.index, to };
    const cue = { from: to - 1 - (match[1]?.length ?? 0), to: to - 1 };
    const describes = match.groups?.["describes"] !== undefined;
    return members === undefined ? [] : [{ from, to, claimed, cue, members, describes }];
  });
  return charters.flatMap(({ to, claimed, cue, members, describes }, i) => {
    const stop = charters[i + 1]?.from ?? text.length;
    const duties = stretchesAfter(text, tree, to, stop, lexicon);
    const isAside = describes && duties[0]?.from === to && !sections.has(clauseAt(tree, to - 1));
    return duties.length === 0 || isAside
      ? []
      : [{ bodies: claimed, holders: dutyHolders(text, members), duties, cue, describes }];
  });
}

/** Behind the last stop, line break or marker. */
function sentenceStart(text: string, tree: ClauseTree, at: number): number {
  const clause = clauseAt(tree, at);
  const least = clause === undefined ? 0 : contentStart(text, clause);
  let from = at;
  while (from > least && !/[。；;！？\n]/u.test(text.charAt(from - 1))) from--;
  while (from < at && /[\s、.．]/u.test(text.charAt(from))) from++;
  return from;
}

/** The bodies that the sentence begins with, or what is called like a body that administers. */
function subjectOf(text: string, region: CleanSpan, lexicon: AssignmentLexicon): readonly Member[] | undefined {
  const { dutyLines } = lexicon;
  const list = leadingList(text, region, lexicon);
  const known = list !== undefined && dutyLines.goesOn.test(text.slice(list.to, region.to));
  const members = known ? list.members : unknownBody(text, region, lexicon);
  if (servesPublic(text, members, lexicon) || tellsEverybody(text, members, lexicon)) return undefined;
  const isAny = members.some(({ span }) => dutyLines.anyEmployer.test(text.slice(span.from, span.to)));
  return isAny || members.length === 0 ? undefined : members;
}

/** 依法设立的|湿地保护管理机构|应当: a name that no rule knows. */
function unknownBody(text: string, region: CleanSpan, { dutyLines }: AssignmentLexicon): readonly Member[] {
  const words = text.slice(region.from, region.to).replace(dutyLines.behindName, "");
  const from = region.from + (dutyLines.beforeName.exec(words)?.[0].length ?? 0);
  const span = { from, to: region.from + words.length };
  return dutyLines.soleBody.test(text.slice(span.from, span.to)) ? [{ span, certainty: "unknown", part: 0 }] : [];
}
