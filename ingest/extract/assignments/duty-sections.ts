import type { Clause, ClauseTree } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { walkClauses } from "../../segment/index.ts";
import { type DutyEntry, dutyHolders } from "./duty-entries.ts";
import { sectionsOf } from "./duty-headings.ts";
import { contentStart, stretchesAfter } from "./duty-stretches.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { leadingList, servesPublic, tellsEverybody } from "./prose-bodies.ts";

/**
 * Duty sections 职责分工一节: items that begin with a body, in a section that announces duties. There a body is told what
 * to do without any role word: （三）市公园中心加强园内巡查.
 */
export function findDutySections(text: string, tree: ClauseTree, lexicon: AssignmentLexicon): DutyEntry[] {
  const sections = sectionsOf(tree, lexicon);
  return [...walkClauses(tree.clauses)]
    .filter((clause) => sections.has(clause) && lexicon.dutyLines.section.test(clause.heading))
    .flatMap((section) => {
      const items = section.children.filter(({ kind, marker }) => kind === "item" && !marker.startsWith("第"));
      const places = [
        ...linesBelow(text, section),
        ...items.map((item) => ({ from: contentStart(text, item), to: item.span.to })),
      ];
      const entries = places.flatMap((place) => entryOf(text, tree, place, lexicon) ?? []);
      const least = Math.max(2, (places.length + section.children.length - items.length) / 2);
      return entries.length < least ? [] : entries;
    });
}

/** The lines of a section below its heading. */
function linesBelow(text: string, { own }: Clause): CleanSpan[] {
  const lines: CleanSpan[] = [];
  let at = text.indexOf("\n", own.from) + 1;
  while (at > 0 && at < own.to) {
    const end = text.indexOf("\n", at);
    const to = end < 0 || end > own.to ? own.to : end;
    if (text.slice(at, to).trim() !== "") lines.push({ from: at, to });
    at = to + 1;
  }
  return lines;
}

function entryOf(text: string, tree: ClauseTree, place: CleanSpan, lexicon: AssignmentLexicon): DutyEntry | undefined {
  const from = place.from + (/^[\s、.．【[]*/u.exec(text.slice(place.from, place.to))?.[0].length ?? 0);
  const bodies = leadingList(text, { from, to: place.to }, lexicon);
  if (bodies === undefined || lexicon.dutyLines.describes.test(text.slice(bodies.to, place.to))) return undefined;
  if (servesPublic(text, bodies.members, lexicon) || tellsEverybody(text, bodies.members, lexicon)) return undefined;
  if (bodies.members.some(({ span }) => lexicon.dutyLines.anyBody.test(text.slice(span.from, span.to))))
    return undefined;
  const at = bodies.to + (/^[】\]：:\s—–-]*/u.exec(text.slice(bodies.to, place.to))?.[0].length ?? 0);
  const duties = stretchesAfter(text, tree, at, place.to, lexicon);
  return duties.length === 0
    ? undefined
    : { bodies: { from, to: bodies.to }, holders: dutyHolders(text, bodies.members), duties };
}
