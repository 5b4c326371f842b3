import type { CleanSpan } from "../../../graph/model/span.ts";
import type { LabelMention } from "../../recognize/labels/index.ts";
import type { PredicateMention } from "../../recognize/predicates/index.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { findPersons } from "./persons.ts";

/** A body of a cell; `told` where words in the cell say what its role is: 市发改委牵头，市财政局配合. */
export interface CellMember extends Member {
  readonly told?: PredicateMention;
}

/** Cell 单元格: a piece of a flattened table and what it holds. */
export interface Cell {
  readonly span: CleanSpan;
  readonly words: string;
  readonly kind: "number" | "body" | "person" | "deadline" | "label" | "text";
  readonly members: readonly CellMember[];
  readonly persons: readonly { readonly span: CleanSpan; readonly name: string }[];
  readonly label?: LabelMention;
}

/** 1, 2., 一、, 3*: a sign behind the number belongs to the row. */
const NUMBER = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.．、]?[*＊★☆▲△]?$/u;
const NONE = { members: [], persons: [] } as const;

/** Cuts a region into cells at line ends or at every gap and says what each holds. */
export function cellsOf(
  text: string,
  region: CleanSpan,
  parted: "lines" | "spaces",
  lexicon: AssignmentLexicon,
): Cell[] {
  const pattern = parted === "lines" ? /[^\n|｜│][^\n]*/gu : /\S+/gu;
  const cells: Cell[] = [];
  for (const match of text.slice(region.from, region.to).matchAll(pattern)) {
    const from = region.from + match.index;
    cells.push(cellOf(text, { from, to: from + match[0].length }, lexicon));
  }
  return cells;
}

function cellOf(text: string, span: CleanSpan, lexicon: AssignmentLexicon): Cell {
  const words = text.slice(span.from, span.to);
  if (NUMBER.test(words)) return { span, words, kind: "number", ...NONE };
  if (lexicon.tableCells.deadlineCell.test(words)) return { span, words, kind: "deadline", ...NONE };
  const label = lexicon.labels.at(text, span.from);
  if (label !== undefined && label.valueFrom >= span.to) return { span, words, kind: "label", label, ...NONE };
  const members = words.length <= 400 ? membersOf(text, span, lexicon) : [];
  if (members.length > 0) return { span, words, kind: "body", members, persons: [] };
  const persons = words.length <= 40 ? findPersons(text, span, lexicon) : [];
  const named = persons.reduce((sum, person) => sum + person.name.length, 0);
  if (persons.length > 0 && named >= words.replace(/[\s、，,；;]/gu, "").length - 4)
    return { span, words, kind: "person", persons, members: [] };
  return { span, words, kind: "text", ...NONE };
}

/** The bodies of a cell that holds nothing else. */
function membersOf(text: string, span: CleanSpan, lexicon: AssignmentLexicon): CellMember[] {
  for (const acceptUnknown of [false, true]) {
    const { groups, debris } = parseHolders(text, span, lexicon, { stopAtDebris: false, acceptUnknown });
    const members = groups.flatMap((group) =>
      group.members.map((member) => (group.predicate === undefined ? member : { ...member, told: group.predicate })),
    );
    const unknown = members.filter(({ certainty }) => certainty === "unknown");
    const isList =
      debris.length === 0 &&
      unknown.length < members.length &&
      unknown.every((member) => lexicon.holders.calledLikeABody.test(text.slice(member.span.from, member.span.to))) &&
      groups.every(({ object }) => object === undefined);
    if (isList) return members;
  }
  return [];
}
