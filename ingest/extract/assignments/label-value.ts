import type { CleanSpan } from "../../../graph/model/span.ts";
import type { LabelMention } from "../../recognize/labels/index.ts";
import { type HolderGroup, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { findPersons } from "./persons.ts";
import type { Holder } from "./statement.ts";

const CONFIDENCE = { known: 0.98, shaped: 0.95, group: 0.95, unknown: 0.75 } as const;

export interface LabelValue {
  readonly holders: readonly Holder[];
  /** Where the value ended. */
  readonly to: number;
}

/**
 * The value of a label 标签值: the list behind 牵头单位：. `closed` says that brackets or line ends bound the region, so
 * that a piece which no rule knows is still a name. Predicates inside the list (省水利厅牵头，…分工负责) outrank the label.
 */
export function readLabelValue(
  text: string,
  label: LabelMention,
  region: CleanSpan,
  closed: boolean,
  lexicon: AssignmentLexicon,
): LabelValue {
  if (label.holder === "person") return personValue(text, label, region, lexicon);
  const list = parseHolders(text, region, lexicon, { stopAtDebris: !closed, acceptUnknown: closed });
  const roleText = text.slice(label.span.from, label.span.to);
  const holders = list.groups.flatMap((group, index) => groupHolders(text, group, index, label, roleText));
  return { holders, to: closed ? region.to : list.to };
}

function groupHolders(text: string, group: HolderGroup, list: number, label: LabelMention, roleText: string): Holder[] {
  const { predicate } = group;
  return group.members.map((member, i) => {
    const bracketed = label.bracketed !== undefined && /[（(]/u.test(text.charAt(member.span.from - 1));
    const role = bracketed ? label.bracketed : (predicate?.role ?? label.role);
    return {
      kind: "body" as const,
      role: role ?? label.role,
      span: member.span,
      surface: text.slice(member.span.from, member.span.to),
      cue: predicate?.span ?? label.span,
      roleText: predicate === undefined ? roleText : text.slice(predicate.span.from, predicate.span.to),
      ...(label.layer === undefined ? {} : { layer: label.layer }),
      ...(member.previous === undefined ? {} : { previous: member.previous }),
      rank: i + 1,
      part: member.part,
      ...(member.marked === undefined ? {} : { marked: member.marked }),
      list,
      explicit: (predicate?.role ?? label.role) !== "responsible",
      confidence: CONFIDENCE[member.certainty],
    };
  });
}

function personValue(text: string, label: LabelMention, region: CleanSpan, lexicon: AssignmentLexicon): LabelValue {
  const persons = findPersons(text, region, lexicon);
  const roleText = text.slice(label.span.from, label.span.to);
  const holders = persons.map(({ span, name }, i) => ({
    kind: "person" as const,
    role: label.role,
    span,
    surface: name,
    cue: label.span,
    roleText,
    ...(label.layer === undefined ? {} : { layer: label.layer }),
    rank: i + 1,
    list: 0,
    explicit: true,
    confidence: 0.97,
  }));
  return { holders, to: persons.at(-1)?.span.to ?? label.valueFrom };
}
