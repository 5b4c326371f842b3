import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import type { Lexicon } from "../../recognize/lexicon.ts";
import { type HolderGroup, type Member, parseHolders } from "./holders.ts";
import type { DutyStatement, Holder } from "./statement.ts";

/** What tells what was done, explains or exhorts everybody is no assignment (ANNOTATION rule 4). */
const PAST =
  /(?:已经|已于|业已|曾经|日前|近日|先后|截至|制定了|印发了|出台了|开展了|建立了|召开了|发布了|联合印发了?《|联合发布|联合修订)/u;
const NO_OBJECT = /^(?:解释|的|[、和或]|及(?!时)|人(?!民)|同志|制度|修订本|起草|介绍|表示|透露|指出|说)/u;
/** 由A牵头、B参加的机制 describes the mechanism. */
const ATTRIBUTE =
  /^[^，。；]{0,24}(?:参加|参与|配合|协同|协作|组成|负责|牵头)的|^[^，。；：《]{0,16}(?:提出|起草|制定|制订|拟定|拟订|编制|报送|上报|呈报)的《|^[^，。；：《]{0,8}(?:提出|认为|答复|反馈)[：:]|^(?:负责)?(?:解释|审批|核准|备案|认定|登记|出资|建设|批准|起草|提供)的|^负责解释|^分管/u;
const MODAL =
  /^(?:要|将|应当|应|须|需|可|依法|具体|主要|共同|分别|统一|积极|切实|继续|全面|适时|及时|会(?!同)|并|则|负责牵头)*/u;
const DUTY = /(?:总负责|牵头负责|具体负责|共同负责|主要负责|分别负责|牵头|负责|承担|主办|配合|协助|参与|会同)/uy;

const ROLE: Readonly<Record<string, Role>> = {
  配合: "participate",
  协助: "participate",
  参与: "participate",
  主办: "lead",
};

/**
 * Prose 行文中的责任 (FIELD.md §2): 由A会同B研究提出 · 由A牵头，B配合 · A将会同B等部门… · A负责…. `free` are the stretches
 * of text that no bracket or label has claimed.
 */
export function findProseStatements(text: string, free: readonly CleanSpan[], lexicon: Lexicon): DutyStatement[] {
  const statements: DutyStatement[] = [];
  for (const stretch of free) {
    for (const sentence of sentencesOf(text, stretch)) {
      const words = text.slice(sentence.from, sentence.to);
      if (!/牵头|负责|负总责|负主责|会同|會同|承担|主办|配合|协助|参与/u.test(words) || PAST.test(words)) continue;
      statements.push(...sentenceStatements(text, sentence, lexicon));
    }
  }
  return statements;
}

export function* sentencesOf(text: string, region: CleanSpan): Generator<CleanSpan> {
  let from = region.from;
  for (let i = region.from; i < region.to; i++) {
    if (!/[。；;！？\n]/u.test(text.charAt(i))) continue;
    if (i > from) yield { from, to: i };
    from = i + 1;
  }
  if (region.to > from) yield { from, to: region.to };
}

function sentenceStatements(text: string, sentence: CleanSpan, lexicon: Lexicon): DutyStatement[] {
  const found: DutyStatement[] = [];
  for (const start of startsOf(text, sentence)) {
    const last = found.at(-1);
    if (last !== undefined && start.at < last.span.to) continue;
    const statement = statementAt(text, sentence, start, lexicon);
    if (statement === undefined || (last !== undefined && saidAlready(last, statement))) continue;
    if (last?.task !== undefined)
      found[found.length - 1] = {
        ...last,
        task: { from: last.task.from, to: Math.max(last.task.from, statement.span.from) },
      };
    found.push(statement);
  }
  if (found.length === 0) found.push(...answersFor(text, sentence, lexicon));
  if (found.length === 0) found.push(...laterDuty(text, sentence, lexicon), ...gluedSubject(text, sentence, lexicon));
  return found.some(({ rule }) => rule !== "prose-duty")
    ? found
    : [...found, ...companionStatements(text, sentence, lexicon)];
}

/** True where the later statement's bodies are followers of the first: …，市卫生健康委配合. */
const saidAlready = (first: DutyStatement, later: DutyStatement): boolean =>
  later.holders.every(({ span }) => first.holders.some((holder) => holder.span.from === span.from));

interface Start {
  readonly at: number;
  readonly by: "由" | "start";
}

const START =
  /(?:^\s*(?:第[一二三四五六七八九十百\d]{1,5}[条章节]\s*|[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]\s*|[①-⑳]\s*|[一二三四五六七八九十]是)?|[，,：:]\s*)(?:由(?![于此]))?(?=\p{Script=Han})|(?<![理自事缘经])由(?![于此])/gu;

/** Where a subject may begin: at the sentence, behind a comma or marker, or behind 由. */
function* startsOf(text: string, sentence: CleanSpan): Generator<Start> {
  const words = text.slice(sentence.from, sentence.to);
  for (const match of words.matchAll(START)) {
    yield { at: sentence.from + match.index + match[0].length, by: match[0].endsWith("由") ? "由" : "start" };
  }
}

function statementAt(text: string, sentence: CleanSpan, start: Start, lexicon: Lexicon): DutyStatement | undefined {
  const subject = leadingList(text, { from: start.at, to: sentence.to }, lexicon);
  if (subject === undefined) return undefined;
  const modal = MODAL.exec(text.slice(subject.to, sentence.to))?.[0] ?? "";
  const part = PART_PLAYED.exec(text.slice(subject.to + modal.length, sentence.to));
  if (part !== null && start.by === "start" && !/会同/u.test(text.slice(subject.to, sentence.to)))
    return partPlayed(text, sentence, start, subject.members, part[0].length + modal.length);
  DUTY.lastIndex = subject.to + (modal.endsWith("负责牵头") ? modal.length - 2 : modal.length);
  const duty = DUTY.exec(text.slice(0, sentence.to));
  if (duty === null) return undefined;
  if (start.by === "start" && exhortsAll(text, subject.members, modal, duty[0])) return undefined;
  const cue = { from: duty.index, to: duty.index + duty[0].length };
  const companions = duty[0] === "会同" ? companionList(text, { from: cue.to, to: sentence.to }, lexicon) : undefined;
  const objectFrom = companions?.to ?? cue.to;
  const object = text.slice(objectFrom, sentence.to).replace(/^(?:抓总|总抓)?[，,：:、\s]*/u, "");
  if (NO_OBJECT.test(object) || ATTRIBUTE.test(object) || isDone(object)) return undefined;
  const role = ROLE[duty[0]] ?? (duty[0].startsWith("牵头") || modal.includes("牵头") ? "lead" : "responsible");
  const holders = [
    ...holdersFrom(text, subject.members, role, cue, 0),
    ...(companions === undefined ? [] : holdersFrom(text, companions.members, "participate", cue, 1)),
    ...followers(text, { from: objectFrom, to: sentence.to }, lexicon),
  ];
  const taskFrom = sentence.to - object.length;
  const hasObject = object.replace(/[，,].*$/u, "").length >= 4 && !holders.some(({ span }) => span.from === taskFrom);
  return {
    span: { from: start.at, to: hasObject ? taskFrom : sentence.to },
    quote: sentence,
    rule: start.by === "由" ? "prose-by" : duty[0] === "会同" ? "prose-with" : "prose-duty",
    holders,
    ...(hasObject
      ? { task: { from: start.by === "由" ? topicFrom(text, sentence, start.at) : taskFrom, to: sentence.to } }
      : {}),
  };
}

/** 发挥组织、协调和牵头作用. */
const PART_PLAYED =
  /^(?:充分|积极|切实|更好|有效|主动|认真)*(?:发挥好?|履行好?)[^，,。；：:“”]{0,12}牵头[^，,。；：:“”]{0,8}?(?:作用|职责)/u;

/** 要发挥牵头作用 makes the subject lead what the sentence tells. */
function partPlayed(
  text: string,
  sentence: CleanSpan,
  start: Start,
  members: readonly Member[],
  length: number,
): DutyStatement | undefined {
  const last = members.at(-1)?.span.to ?? start.at;
  if (exhortsAll(text, members, "要", "牵头")) return undefined;
  const to = last + length;
  const cueFrom = text.indexOf("牵头", last);
  const behind = text.slice(to, sentence.to).replace(/^[，,\s]+/u, "");
  return {
    span: { from: start.at, to: behind.length >= 4 ? sentence.to - behind.length : sentence.to },
    quote: sentence,
    rule: "prose-duty",
    holders: holdersFrom(text, members, "lead", { from: cueFrom, to: cueFrom + 2 }, 0),
    task: { from: last, to: sentence.to },
  };
}

const LONGEST_TOPIC = 60;

/** 具体名录由A会同B提出: what stands before 由 is what the task is about; of a long sentence its last part. */
function topicFrom(text: string, sentence: CleanSpan, at: number): number {
  const words = text.slice(sentence.from, at);
  const marker = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]|[①-⑳])?\s*/u.exec(words)?.[0].length ?? 0;
  if (words.length - marker <= LONGEST_TOPIC) return sentence.from + marker;
  const comma = words.slice(-LONGEST_TOPIC).search(/[，,]/u);
  return comma < 0 ? at - 1 : at - LONGEST_TOPIC + comma + 1;
}

/** 会同…制定了…: what was done is no task; 为了, 除了 and 了解 are other words. */
const isDone = (object: string): boolean => /(?<![为除])了(?!解)/u.test(object.slice(0, 24));

/** The list of bodies that begins exactly here; undefined where none does. */
function leadingList(
  text: string,
  region: CleanSpan,
  lexicon: Lexicon,
): { members: readonly Member[]; to: number } | undefined {
  const reach = { from: region.from, to: Math.min(region.to, region.from + 400) };
  const end = text.slice(reach.from, reach.to).search(/[，,：:]|[会會]同/u);
  const bounded = end < 0 ? reach : { from: reach.from, to: reach.from + end };
  if (lexicon.agencies.match(text, bounded.from, bounded.to) === undefined)
    return /、[^、]*部门/u.test(text.slice(bounded.from, Math.min(bounded.to, bounded.from + 60)))
      ? fieldList(text, bounded, lexicon)
      : undefined;
  const list = parseHolders(text, bounded, lexicon, { stopAtDebris: true, acceptUnknown: false });
  const first = list.groups[0];
  if (first === undefined || first.members.length === 0) return undefined;
  if (first.members.some(({ span }) => NOBODY.test(text.slice(span.from, span.to)))) return undefined;
  return { members: first.members, to: openEnd(text, first.members.at(-1)?.span.to ?? region.from) };
}

/** Behind 会同 a list may name fields only: 会同卫生健康、公安等部门. */
function companionList(
  text: string,
  region: CleanSpan,
  lexicon: Lexicon,
): { members: readonly Member[]; to: number } | undefined {
  const plain = leadingList(text, region, lexicon);
  if (plain !== undefined && !text.startsWith("、", plain.to)) return plain;
  return fieldList(text, region, lexicon) ?? plain;
}

const FIELDS =
  /^(同级|本级|上级)?([^，,。；：:]{2,100}?)(?:等(?:有关|相关)?)?(?:职能)?部门(?:（单位）|\(单位\)|和单位)?/u;

/** Fields that only the word 部门 behind the last of them makes bodies: 卫生健康、公安等部门; what stands before them holds for all. */
function fieldList(
  text: string,
  region: CleanSpan,
  lexicon: Lexicon,
): { members: readonly Member[]; to: number } | undefined {
  const fields = FIELDS.exec(text.slice(region.from, Math.min(region.to, region.from + 120)));
  if (fields?.[2] === undefined) return undefined;
  const head = fields[1]?.length ?? 0;
  const open = /等(?:有关|相关)?(?:职能)?部门/u.test(fields[0]);
  const { members, rest } = lexicon.agencies.splitList(open ? `${fields[2]}等部门` : `${fields[2]}部门`);
  if (members.length === 0 || rest.length > (open ? 1 : 0)) return undefined;
  return {
    members: members.map(({ from, to, kind }, i) => ({
      span: { from: region.from + (i === 0 ? 0 : head) + from, to: region.from + head + to },
      certainty: kind,
      part: 0,
    })),
    to: region.from + fields[0].length,
  };
}

/** Enterprises and schools at large are no bodies that a document can task (ANNOTATION rule 4). */
const NOBODY = /(?:企业|高校|院校|医院|学校|工作人员|群众|职工)$/u;
const OPEN_END = /^\s*等(?:相关|有关|各有关|多个)?(?:职能)?(?:部门|单位|机构|方面)?(?:（单位）|\(单位\))?/u;
const openEnd = (text: string, from: number): number =>
  from + (OPEN_END.exec(text.slice(from, from + 16))?.[0].length ?? 0);

/** 各级工会要配合…, 各地要牵头…: everybody and nobody (ANNOTATION rule 4). A group with a domain of its own may be told. */
function exhortsAll(text: string, members: readonly Member[], modal: string, duty: string): boolean {
  const surfaces = members.map(({ span }) => text.slice(span.from, span.to));
  if (ROLE[duty] === "participate") return surfaces.some((surface) => surface.includes("各"));
  return /[要应须]/u.test(modal) && surfaces.every((surface) => EVERYBODY.test(surface));
}

const EVERYBODY =
  /^各(?:地|地区|级|级各部门|部门|单位|地各部门|有关部门|相关部门|有关单位|责任单位|级党委|级政府|级人民政府|级党委政府|级党委和政府)$/u;

/** 县委对换届工作负总责: what the body answers for is its task. */
function answersFor(text: string, sentence: CleanSpan, lexicon: Lexicon): DutyStatement[] {
  for (const start of startsOf(text, sentence)) {
    const subject = leadingList(text, { from: start.at, to: sentence.to }, lexicon);
    if (subject === undefined) continue;
    const match = /^对([^，,。；：:]{2,40}?)负(?:总责|主责)/u.exec(text.slice(subject.to, sentence.to));
    if (match?.[1] === undefined || exhortsAll(text, subject.members, "要", "负责")) continue;
    const to = subject.to + match[0].length;
    const cue = { from: to - 3, to };
    return [
      {
        span: { from: start.at, to },
        quote: sentence,
        rule: "prose-duty",
        holders: holdersFrom(text, subject.members, "responsible", cue, 0),
        task: { from: subject.to + 1, to: subject.to + 1 + match[1].length },
      },
    ];
  }
  return [];
}

/** 市医保局是…主管部门，负责…: the sentence's subject, and 负责 behind a later comma. */
function laterDuty(text: string, sentence: CleanSpan, lexicon: Lexicon): DutyStatement[] {
  const [start] = startsOf(text, sentence);
  const subject = start === undefined ? undefined : leadingList(text, { from: start.at, to: sentence.to }, lexicon);
  if (
    start === undefined ||
    subject === undefined ||
    subject.members.some(({ certainty, span }) => certainty === "group" && /各/u.test(text.slice(span.from, span.to)))
  )
    return [];
  const rest = text.slice(subject.to, sentence.to);
  const later = /[，,](牵头负责|具体负责|负责|牵头)(?=\p{Script=Han}{4})(?!人|同志|解释|的)/u.exec(rest);
  if (later === null || /[：:]/u.test(rest.slice(0, later.index)) || PAST.test(rest)) return [];
  const cue = { from: subject.to + later.index + 1, to: subject.to + later.index + later[0].length };
  const task = { from: cue.to, to: sentence.to };
  const role = text.startsWith("牵头", cue.from) ? "lead" : "responsible";
  return [
    {
      span: { from: start.at, to: cue.to },
      quote: sentence,
      rule: "prose-duty",
      holders: holdersFrom(text, subject.members, role, cue, 0),
      task,
    },
  ];
}

/** A known body right before 负责 or 会同 whose heading ran into it when the line breaks were lost. */
function gluedSubject(text: string, sentence: CleanSpan, lexicon: Lexicon): DutyStatement[] {
  const words = text.slice(sentence.from, sentence.to);
  const duty = /(?:负责|会同|牵头)/u.exec(words);
  if (duty === null || duty.index < 5) return [];
  const cueFrom = sentence.from + duty.index;
  for (let from = Math.max(sentence.from + 1, cueFrom - 16); from <= cueFrom - 3; from++) {
    const match = lexicon.agencies.match(text, from, sentence.to);
    if (match?.kind !== "known" || match.to !== cueFrom || /[、和与及，,由的各]/u.test(text.charAt(from - 1))) continue;
    const statement = statementAt(text, sentence, { at: from, by: "start" }, lexicon);
    return statement === undefined ? [] : [statement];
  }
  return [];
}

/** 会同 behind a comma or at the beginning of a sentence: the subject stands earlier in the sentence or is the issuer. */
function companionStatements(text: string, sentence: CleanSpan, lexicon: Lexicon): DutyStatement[] {
  const words = text.slice(sentence.from, sentence.to);
  const match = /(?:^\s*|[，,]\s*)(?:要|并|可以?|应当?|适时|及时|定期|按规定|依法)*[会會]同(?=\p{Script=Han})/u.exec(
    words,
  );
  if (match === null) return [];
  const cue = {
    from: sentence.from + match.index + match[0].length - 2,
    to: sentence.from + match.index + match[0].length,
  };
  const companions = companionList(text, { from: cue.to, to: sentence.to }, lexicon);
  const subject = match.index === 0 ? undefined : subjectOf(text, { from: sentence.from, to: cue.from }, lexicon);
  const named = (companions?.members ?? []).filter(
    ({ certainty, span }) =>
      certainty !== "group" || (subject !== undefined && OWN_FIELD.test(text.slice(span.from, span.to))),
  );
  if (subject === undefined && named.length === 0) return [];
  const taskFrom = companions?.to ?? cue.to;
  const task = text
    .slice(taskFrom, sentence.to)
    .replace(/^(?:等?(?:有关|相关)?(?:部门|单位|方面))?[，,：:\s]*(?:共同)?/u, "");
  if (task.length < 4 || isDone(task)) return [];
  const leads = /牵头/u.test(text.slice(subject?.to ?? cue.from, cue.from));
  const by = subject === undefined ? undefined : /由$/u.exec(text.slice(sentence.from, subject.members[0]?.span.from));
  return [
    {
      span: { from: subject?.members[0]?.span.from ?? cue.from, to: sentence.to - task.length },
      quote: sentence,
      rule: "prose-with",
      holders: [
        ...holdersFrom(text, subject?.members ?? [], leads ? "lead" : "responsible", cue, 0),
        ...holdersFrom(text, named, "participate", cue, 1),
      ],
      task: {
        from: by == null ? sentence.to - task.length : topicFrom(text, sentence, sentence.from + by.index + 1),
        to: sentence.to,
      },
    },
  ];
}

/** 本级财政部门 is told by its field; 有关部门 is anybody. */
const OWN_FIELD =
  /^(?!各|有关|相关|其他)(?:同级|本级|上级|市级|区级|县级|省级)?\p{Script=Han}{2,8}(?<!有关|相关|主管|职能)部门$/u;

/** The named body with which a part of the sentence before 会同 begins: 根据…要求，市总工会要…，会同…. */
function subjectOf(
  text: string,
  region: CleanSpan,
  lexicon: Lexicon,
): { members: readonly Member[]; to: number } | undefined {
  for (const start of startsOf(text, region)) {
    const list = leadingList(text, { from: start.at, to: region.to }, lexicon);
    const isNamed = list?.members.every(({ span }) => !text.slice(span.from, span.to).includes("各")) ?? false;
    if (list !== undefined && isNamed && (start.at === region.from || start.by === "由")) return list;
    if (list !== undefined && isNamed && /^[要将应须可会负依自根在按对于每]/u.test(text.charAt(list.to))) return list;
  }
  return undefined;
}

/** …，B、C配合 at the end of the same sentence. */
function followers(text: string, region: CleanSpan, lexicon: Lexicon): Holder[] {
  const words = text.slice(region.from, region.to);
  const comma = /^(?:抓总|总抓)?、/u.exec(words)?.[0].length ?? words.search(/[，,]/u);
  if (comma < 0) return [];
  const list = parseHolders(text, { from: region.from + comma, to: region.to }, lexicon, {
    stopAtDebris: false,
    acceptUnknown: false,
    prose: true,
  });
  return list.groups.flatMap((group: HolderGroup, i) => {
    if (group.predicate === undefined || group.object !== undefined || group.predicate.role === "responsible")
      return [];
    return holdersFrom(text, group.members, group.predicate.role, group.predicate.span, i + 2);
  });
}

const CONFIDENCE = { known: 0.9, shaped: 0.85, group: 0.8, unknown: 0.6 } as const;

function holdersFrom(text: string, members: readonly Member[], role: Role, cue: CleanSpan, list: number): Holder[] {
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
