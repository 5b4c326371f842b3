import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import type { Holder } from "./statement.ts";

/** Bodies 行文中的单位: a list of bodies in running text and where it ends. */
export interface Bodies {
  readonly members: readonly Member[];
  readonly to: number;
}

/** （含县级市、区，下同）: a comma inside a bracket ends no list. */
const BRACKETED = /[（(][^（()）\n]{1,20}[）)]/gu;
const blank = (bracket: string): string => bracket.replace(/[，,：:]/gu, "、");

/** The list of bodies that begins exactly here; undefined where none does. */
export function leadingList(text: string, region: CleanSpan, lexicon: AssignmentLexicon): Bodies | undefined {
  const reach = { from: region.from, to: Math.min(region.to, region.from + 400) };
  const end = text.slice(reach.from, reach.to).replace(BRACKETED, blank).search(lexicon.bodies.listEnd);
  const bounded = end < 0 ? reach : { from: reach.from, to: reach.from + end };
  if (lexicon.agencies.match(text, bounded.from, bounded.to) === undefined)
    return lexicon.bodies.moreFields.test(text.slice(bounded.from, Math.min(bounded.to, bounded.from + 60)))
      ? fieldList(text, bounded, lexicon)
      : undefined;
  const list = parseHolders(text, bounded, lexicon, { stopAtDebris: true, acceptUnknown: false });
  const members = unbroken(text, lexicon, list.groups[0]?.members ?? []);
  if (members.length === 0) return undefined;
  const to = openEnd(text, members.at(-1)?.span.to ?? region.from, lexicon);
  const fields = lexicon.bodies.openFields.test(text.slice(bounded.from, bounded.to))
    ? fieldList(text, bounded, lexicon)
    : undefined;
  if (fields !== undefined && fields.to > to) return fields;
  if (members.some(({ span }) => lexicon.bodies.nobody.test(text.slice(span.from, span.to)))) return undefined;
  return { members, to };
}

/** 会同监管部门|将运营单位纳入…: behind a verb's particle stands its object, no further member. */
function unbroken(text: string, { bodies }: AssignmentLexicon, members: readonly Member[]): readonly Member[] {
  const end = members.findIndex(
    ({ span }, i) => i > 0 && bodies.particle.test(text.slice(members[i - 1]?.span.to ?? span.from, span.from)),
  );
  return end < 0 ? members : members.slice(0, end);
}

/** Behind 会同 a list may name fields only: 会同卫生健康、公安等部门. */
export function companionList(text: string, region: CleanSpan, lexicon: AssignmentLexicon): Bodies | undefined {
  const plain = leadingList(text, region, lexicon);
  if (plain !== undefined && !text.startsWith("、", plain.to)) return plain;
  const list = fieldList(text, region, lexicon) ?? plain;
  return list === undefined ? undefined : withUnlisted(text, list, region.to, lexicon);
}

/** 专区监管部门、数据提供部门和运营单位: behind a body, what 部门 or 单位 ends is one too. */
function withUnlisted(text: string, list: Bodies, limit: number, { bodies }: AssignmentLexicon): Bodies {
  const members = [...list.members];
  let { to } = list;
  for (;;) {
    const next = bodies.unlisted.exec(text.slice(to, Math.min(limit, to + 14)));
    if (next?.[1] === undefined) return { members, to };
    to += next[0].length;
    const name = next[1].replace(bodies.unlistedEnd, "");
    const from = to - next[1].length;
    members.push({ span: { from, to: from + name.length }, certainty: "unknown", part: 0 });
  }
}

const LONGEST_FIELD = 8;
/** Among fewer fields that are known: 规划、安监、消防、公安等部门. */
const LONGEST_LONE_FIELD = 4;

/** Fields that only the word 部门 behind the last of them makes bodies: 卫生健康、公安等部门; what stands before them holds for all. */
function fieldList(text: string, region: CleanSpan, lexicon: AssignmentLexicon): Bodies | undefined {
  const fields = lexicon.bodies.fields.exec(text.slice(region.from, Math.min(region.to, region.from + 120)));
  if (fields?.[2] === undefined) return undefined;
  const head = fields[1]?.length ?? 0;
  const open = lexicon.bodies.opens.test(fields[0]);
  const words = open ? `${fields[2]}、等部门` : fields[0].slice(head).replace(lexicon.bodies.secondNoun, "");
  const { members, rest } = lexicon.agencies.splitList(words);
  const others = rest
    .map(({ from, to }) => ({ from, to: open ? from + words.slice(from, to).replace(/等部门$/u, "").length : to }))
    .filter(({ from, to }) => to > from);
  const isField = others.every(
    ({ from, to }) =>
      to - from <= (others.length < members.length ? LONGEST_FIELD : LONGEST_LONE_FIELD) &&
      lexicon.bodies.field.test(words.slice(from, to)),
  );
  if (members.length === 0 || (others.length > 0 && !(open && isField))) return undefined;
  const all = [...members, ...others.map((other) => ({ ...other, kind: "unknown" as const }))];
  return {
    members: all
      .sort((a, b) => a.from - b.from)
      .map(({ from, to, kind }, i) => ({
        span: { from: region.from + (i === 0 ? 0 : head) + from, to: region.from + head + to },
        certainty: kind,
        part: 0,
      })),
    to: region.from + fields[0].length,
  };
}

const openEnd = (text: string, from: number, { bodies }: AssignmentLexicon): number =>
  from + (bodies.openEnd.exec(text.slice(from, from + 60))?.[0].length ?? 0);

/** 各级工会要配合…, 各地要牵头…: everybody and nobody (ANNOTATION rule 4). A group with a domain of its own may be told. */
export function exhortsAll(
  text: string,
  members: readonly Member[],
  modal: string,
  duty: string,
  { prose, bodies }: AssignmentLexicon,
): boolean {
  const surfaces = members.map(({ span }) => text.slice(span.from, span.to));
  if (prose.isHelp(duty)) return surfaces.some((surface) => surface.includes("各"));
  return prose.orders.test(modal) && surfaces.every((surface) => bodies.everybody.test(surface));
}

/** 有关部门和地方要密切配合，…: where nothing says in what, help of anybody is an exhortation. */
export const helpsAnybody = (text: string, members: readonly Member[], { bodies }: AssignmentLexicon): boolean =>
  members.some(({ span }) => {
    const surface = text.slice(span.from, span.to);
    return bodies.anybody.test(surface) || bodies.everybody.test(surface) || bodies.everyKind.test(surface);
  });

/** Bodies of which there are many everywhere: told together with others, they are not told as such. */
export const tellsEverybody = (text: string, members: readonly Member[], { bodies }: AssignmentLexicon): boolean =>
  members.every(({ span }) => bodies.everybody.test(text.slice(span.from, span.to)));

/** True where the public is served, or a company told: no duty that the document divides. */
export const servesPublic = (text: string, members: readonly Member[], { bodies }: AssignmentLexicon): boolean =>
  members.some(({ span }) => bodies.serving.test(text.slice(span.from, span.to)));

const CONFIDENCE = { known: 0.9, shaped: 0.85, group: 0.8, unknown: 0.6 } as const;

export function holdersFrom(
  text: string,
  members: readonly Member[],
  role: Role,
  cue: CleanSpan,
  list: number,
): Holder[] {
  return members.map((member, i) => ({
    kind: "body" as const,
    role,
    span: member.span,
    surface: text.slice(member.span.from, member.span.to),
    cue,
    roleText: text.slice(cue.from, cue.to),
    ...(member.previous === undefined ? {} : { previous: member.previous }),
    rank: i + 1,
    list,
    explicit: true,
    confidence: CONFIDENCE[member.certainty],
  }));
}
