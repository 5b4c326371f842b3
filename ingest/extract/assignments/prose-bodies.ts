import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import type { Lexicon } from "../../recognize/lexicon.ts";
import { type Member, parseHolders } from "./holders.ts";
import type { Holder } from "./statement.ts";

/** Bodies 行文中的单位: a list of bodies in running text and where it ends. */
export interface Bodies {
  readonly members: readonly Member[];
  readonly to: number;
}

/** The list of bodies that begins exactly here; undefined where none does. */
export function leadingList(text: string, region: CleanSpan, lexicon: Lexicon): Bodies | undefined {
  const reach = { from: region.from, to: Math.min(region.to, region.from + 400) };
  const end = text.slice(reach.from, reach.to).search(/[，,：:]|[会會]同|[（(]以下/u);
  const bounded = end < 0 ? reach : { from: reach.from, to: reach.from + end };
  if (lexicon.agencies.match(text, bounded.from, bounded.to) === undefined)
    return /、[^、]*部门/u.test(text.slice(bounded.from, Math.min(bounded.to, bounded.from + 60)))
      ? fieldList(text, bounded, lexicon)
      : undefined;
  const list = parseHolders(text, bounded, lexicon, { stopAtDebris: true, acceptUnknown: false });
  const members = unbroken(text, list.groups[0]?.members ?? []);
  if (members.length === 0) return undefined;
  const to = openEnd(text, members.at(-1)?.span.to ?? region.from);
  const fields = OPEN_FIELDS.test(text.slice(bounded.from, bounded.to)) ? fieldList(text, bounded, lexicon) : undefined;
  if (fields !== undefined && fields.to > to) return fields;
  if (members.some(({ span }) => NOBODY.test(text.slice(span.from, span.to)))) return undefined;
  return { members, to };
}

/** 会同监管部门|将运营单位纳入…: behind a verb's particle stands its object, no further member. */
function unbroken(text: string, members: readonly Member[]): readonly Member[] {
  const end = members.findIndex(
    ({ span }, i) => i > 0 && /[将要应须会由]/u.test(text.slice(members[i - 1]?.span.to ?? span.from, span.from)),
  );
  return end < 0 ? members : members.slice(0, end);
}

/** Behind 会同 a list may name fields only: 会同卫生健康、公安等部门. */
export function companionList(text: string, region: CleanSpan, lexicon: Lexicon): Bodies | undefined {
  const plain = leadingList(text, region, lexicon);
  if (plain !== undefined && !text.startsWith("、", plain.to)) return plain;
  const list = fieldList(text, region, lexicon) ?? plain;
  return list === undefined ? undefined : withUnlisted(text, list, region.to);
}

const UNLISTED =
  /^(?:、|和|与|及|以及)(?!推进|加强|强化|建立|完善|各项|组织|开展|促进|推动|做好|落实|明确)(\p{Script=Han}{2,8}?(?:部门|单位|机构))(?![间联协规改内])/u;

/** 专区监管部门、数据提供部门和运营单位: behind a body, what 部门 or 单位 ends is one too. */
function withUnlisted(text: string, list: Bodies, limit: number): Bodies {
  const members = [...list.members];
  let { to } = list;
  for (;;) {
    const next = UNLISTED.exec(text.slice(to, Math.min(limit, to + 14)));
    if (next?.[1] === undefined) return { members, to };
    to += next[0].length;
    const name = next[1].replace(/等(?:有关|相关)?(?:部门|单位|机构)$/u, "");
    const from = to - next[1].length;
    members.push({ span: { from, to: from + name.length }, certainty: "unknown", part: 0 });
  }
}

const KINDS = "等(?:有关|相关)?(?:职能|行业主管|行政主管|主管|行政|监管|管理)?部门";
/** 有关地方交通运输、卫生健康等部门: fields up to 等部门, though a group (有关地方) might end before. */
const OPEN_FIELDS = new RegExp(`^[^，,。；：:（()）]{2,40}、[^，,。；：:（()）]{2,60}?${KINDS}`, "u");
const FIELDS = new RegExp(
  "^(同级|本级|上级|有关地方|各级|各地|地方|相关|[省市县区]级以上(?:地方)?(?:各级)?(?:人民政府|政府)?)?" +
    `([^，,。；：:]{2,100}?)(?:${KINDS}|(?:职能)?部门)(?:（单位）|\\(单位\\)|和单位)?`,
  "u",
);
const OPENS = new RegExp(KINDS, "u");
/** A field that no list knows, among those that are known: 水行政、农业农村等部门. */
const FIELD = /^(?!推进|加强|建立|完善|促进|推动|做好|落实)\p{Script=Han}{2,8}$/u;

/** Fields that only the word 部门 behind the last of them makes bodies: 卫生健康、公安等部门; what stands before them holds for all. */
function fieldList(text: string, region: CleanSpan, lexicon: Lexicon): Bodies | undefined {
  const fields = FIELDS.exec(text.slice(region.from, Math.min(region.to, region.from + 120)));
  if (fields?.[2] === undefined) return undefined;
  const head = fields[1]?.length ?? 0;
  const open = OPENS.test(fields[0]);
  const words = open
    ? `${fields[2]}等部门`
    : fields[0].slice(head).replace(/(?<=部门)(?:（单位）|\(单位\)|和单位)$/u, "");
  const { members, rest } = lexicon.agencies.splitList(words);
  const others = rest
    .map(({ from, to }) => ({ from, to: open ? from + words.slice(from, to).replace(/等部门$/u, "").length : to }))
    .filter(({ from, to }) => to > from);
  const isField = others.length < members.length && others.every(({ from, to }) => FIELD.test(words.slice(from, to)));
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

/** Enterprises and schools at large are no bodies that a document can task (ANNOTATION rule 4). */
const NOBODY = /(?:企业|高校|院校|医院|学校|工作人员|群众|职工)$/u;
const OPEN_END =
  /^(?:\s*等(?:相关|有关|各有关|多个)?(?:职能)?(?:部门|单位|机构|方面)?(?:（单位）|\(单位\))?)?(?:[（(]以下(?:统称|简称|并称)[^（()）]{1,30}[）)])?/u;
const openEnd = (text: string, from: number): number =>
  from + (OPEN_END.exec(text.slice(from, from + 60))?.[0].length ?? 0);

/** 各级工会要配合…, 各地要牵头…: everybody and nobody (ANNOTATION rule 4). A group with a domain of its own may be told. */
export function exhortsAll(text: string, members: readonly Member[], modal: string, duty: string): boolean {
  const surfaces = members.map(({ span }) => text.slice(span.from, span.to));
  if (/^(?:配合|协助|参与)$/u.test(duty)) return surfaces.some((surface) => surface.includes("各"));
  return /[要应须]/u.test(modal) && surfaces.every((surface) => EVERYBODY.test(surface));
}

/** Bodies of which there are many everywhere: told together with others, they are not told as such. */
export const tellsEverybody = (text: string, members: readonly Member[]): boolean =>
  members.every(({ span }) => EVERYBODY.test(text.slice(span.from, span.to)));

const EVERYBODY =
  /^各(?:地|地区|级|级各部门|部门|单位|地各部门|有关部门|相关部门|有关单位|责任单位|级党委|级政府|级人民政府|级党委政府|级党委和政府)$/u;

/** Houses that serve the public, and companies, have duties of their own, which nobody divides here. */
const SERVING =
  /^(?:各|有关|相关|其他)*(?:(?:定点|医疗|培训|康复|评估|检测|鉴定|养老|托育|中介|运营|评价|供养)[^、]{0,6}(?:机构|组织|单位)|行业协会(?:商会)?|行业组织)$|公司$|企业$/u;

export const servesPublic = (text: string, members: readonly Member[]): boolean =>
  members.some(({ span }) => SERVING.test(text.slice(span.from, span.to)));

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
