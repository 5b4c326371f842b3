import type { Clause, ClauseTree } from "../../../graph/model/reading.ts";
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
      const entries = section.children.flatMap((item) => entryOf(text, tree, item, lexicon) ?? []);
      return entries.length < 2 || entries.length * 2 < section.children.length ? [] : entries;
    });
}

function entryOf(text: string, tree: ClauseTree, item: Clause, lexicon: AssignmentLexicon): DutyEntry | undefined {
  if (item.kind !== "item" || item.marker.startsWith("第")) return undefined;
  const start = contentStart(text, item);
  const from = start + (/^[\s、.．]*/u.exec(text.slice(start, item.own.to))?.[0].length ?? 0);
  const bodies = leadingList(text, { from, to: item.own.to }, lexicon);
  if (bodies === undefined || lexicon.dutyLines.describes.test(text.slice(bodies.to, item.own.to))) return undefined;
  if (servesPublic(text, bodies.members, lexicon) || tellsEverybody(text, bodies.members, lexicon)) return undefined;
  if (bodies.members.some(({ span }) => lexicon.dutyLines.anyBody.test(text.slice(span.from, span.to))))
    return undefined;
  const at = bodies.to + (/^[：:]/u.test(text.slice(bodies.to, item.own.to)) ? 1 : 0);
  const duties = stretchesAfter(text, tree, at, item.span.to, lexicon);
  return duties.length === 0
    ? undefined
    : { bodies: { from, to: bodies.to }, holders: dutyHolders(text, bodies.members), duties };
}
