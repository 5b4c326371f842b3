import type { CleanSpan } from "../../../graph/model/span.ts";
import type { Role } from "../../knowledge/roles.ts";
import type { Lexicon } from "../../recognize/lexicon.ts";
import { type HolderGroup, parseHolders } from "./holders.ts";
import {
  type Bodies,
  companionList,
  exhortsAll,
  holdersFrom,
  leadingList,
  servesPublic,
  tellsEverybody,
} from "./prose-bodies.ts";
import { answersFor, companionStatements, continuedDuty, laterDuty, PART_PLAYED, partPlayed } from "./prose-distant.ts";
import { isDone, PAST, type Start, sentencesOf, startsOf, topicFrom } from "./prose-sentences.ts";
import type { DutyStatement, Holder } from "./statement.ts";

const NO_OBJECT = /^(?:解释|的|[、和]|或(?!者?由)|及(?!时)|人(?!民)|同志|制度|修订本|起草|介绍|表示|透露|指出|说)/u;
/** 由A牵头、B参加的机制 describes the mechanism. */
const ATTRIBUTE =
  /^[^，。；]{0,24}(?:参加|参与|配合|协同|协作|组成|负责|牵头)的|^[^，。；：《]{0,16}(?:提出|起草|制定|制订|拟定|拟订|编制|报送|上报|呈报)的《|^[^，。；：《]{0,8}(?:提出|认为|答复|反馈)[：:]|^(?:负责)?(?:解释|审批|核准|备案|认定|登记|出资|建设|批准|起草|提供|管理|监管|运营|维护|办理|承办|审核|受理|保管|开发|建立|设立|编制|主管|组建)的|^负责解释|^分管/u;
const MODAL =
  /^(?:要|将|应当|应|须|需|可|依法|具体|主要|共同|分别|统一|积极|切实|继续|全面|适时|及时|会(?!同)|并|则|负责牵头)*/u;
/** 在职责范围内分别负责, 依照标准牵头制定, 按各自职能配合: by what measure, between a body and its duty. */
const ASIDE =
  /^(?:在|按照?|依照?|依据|根据|结合)[^，,。；：:]{1,24}?[，,]?(?=(?:要|将|应当?|可|依法|具体|主要|共同|分别|统一|积极|切实)*(?:牵头|负责|承担|会同|配合|协助(?!处理)))/u;
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
    let told: Told | undefined;
    for (const sentence of sentencesOf(text, stretch)) {
      const words = text.slice(sentence.from, sentence.to);
      told = toldBy(text, sentence, told, lexicon);
      if (!/牵头|负责|负总责|负主责|会同|會同|承担|主办|配合|协助|参与/u.test(words) || PAST.test(words)) continue;
      statements.push(...sentenceStatements(text, sentence, told?.bodies, lexicon));
    }
  }
  return statements;
}

/** The bodies that the sentence is told to, and where it ends. */
interface Told {
  readonly bodies: Bodies;
  readonly to: number;
}

/** …要…。要会同…: a sentence without a subject goes on with the one of the sentence before, in the same paragraph. */
function toldBy(text: string, sentence: CleanSpan, before: Told | undefined, lexicon: Lexicon): Told | undefined {
  let bodies: Bodies | undefined;
  for (const { at, by } of startsOf(text, sentence)) {
    if (by === "由" || /[，,：:]\s?$/u.test(text.slice(sentence.from, at))) break;
    bodies ??= leadingList(text, { from: at, to: sentence.to }, lexicon);
  }
  if (bodies !== undefined)
    return /^(?:要|应|将|负责|会同|牵头|承担)/u.test(text.slice(bodies.to, sentence.to)) &&
      !tellsEverybody(text, bodies.members)
      ? { bodies, to: sentence.to }
      : undefined;
  const gap = before === undefined ? "" : text.slice(before.to, sentence.from);
  const isNext =
    /^[；;]\s?$/u.test(gap) ||
    (/^。\s?$/u.test(gap) && /^\s*(?:要|并|应)?会同/u.test(text.slice(sentence.from, sentence.to)));
  return before !== undefined && isNext ? { bodies: before.bodies, to: sentence.to } : undefined;
}

function sentenceStatements(
  text: string,
  sentence: CleanSpan,
  told: Bodies | undefined,
  lexicon: Lexicon,
): DutyStatement[] {
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
  if (found.length === 0) found.push(...answersFor(text, sentence, lexicon), ...continuedDuty(text, sentence, told));
  if (found.length === 0) found.push(...laterDuty(text, sentence, lexicon), ...gluedSubject(text, sentence, lexicon));
  return found.some(({ rule }) => rule !== "prose-duty")
    ? found
    : [...found, ...companionStatements(text, sentence, told, lexicon)];
}

/** True where the later statement's bodies are followers of the first: …，市卫生健康委配合. */
const saidAlready = (first: DutyStatement, later: DutyStatement): boolean =>
  later.holders.every(({ span }) => first.holders.some((holder) => holder.span.from === span.from));

function statementAt(text: string, sentence: CleanSpan, start: Start, lexicon: Lexicon): DutyStatement | undefined {
  const subject = leadingList(text, { from: start.at, to: sentence.to }, lexicon);
  if (subject === undefined) return undefined;
  const aside = ASIDE.exec(text.slice(subject.to, sentence.to))?.[0] ?? "";
  const modal = aside + (MODAL.exec(text.slice(subject.to + aside.length, sentence.to))?.[0] ?? "");
  const part = PART_PLAYED.exec(text.slice(subject.to + modal.length, sentence.to));
  if (part !== null && start.by === "start" && !/会同/u.test(text.slice(subject.to, sentence.to)))
    return partPlayed(text, sentence, start, subject.members, part[0].length + modal.length);
  DUTY.lastIndex = subject.to + (modal.endsWith("负责牵头") ? modal.length - 2 : modal.length);
  const duty = DUTY.exec(text.slice(0, sentence.to));
  if (duty === null) return undefined;
  if (start.by === "start" && exhortsAll(text, subject.members, modal, duty[0])) return undefined;
  if (/[要应须]/u.test(modal) && servesPublic(text, subject.members)) return undefined;
  const cue = { from: duty.index, to: duty.index + duty[0].length };
  const joins = duty[0] === "会同" ? cue.to : joinedFrom(text, cue.to, duty[0]);
  const companions = joins === undefined ? undefined : companionList(text, { from: joins, to: sentence.to }, lexicon);
  const objectFrom = companions?.to ?? cue.to;
  const object = text.slice(objectFrom, sentence.to).replace(/^(?:抓总|总抓)?[，,：:、\s]*/u, "");
  if (NO_OBJECT.test(object) || ATTRIBUTE.test(object) || isDone(object)) return undefined;
  const role = ROLE[duty[0]] ?? (duty[0].startsWith("牵头") || modal.includes("牵头") ? "lead" : "responsible");
  const holders = [
    ...holdersFrom(text, subject.members, role, cue, 0),
    ...(companions === undefined ? [] : holdersFrom(text, companions.members, "participate", cue, 1)),
    ...followers(text, { from: objectFrom, to: sentence.to }, lexicon),
  ];
  const taskFrom = behindFollowers(text, { from: sentence.to - object.length, to: sentence.to }, holders, lexicon);
  const hasObject = text.slice(taskFrom, sentence.to).replace(/[，,].*$/u, "").length >= 4;
  return {
    span: { from: start.at, to: hasObject ? taskFrom : /^[）)]/u.test(object) ? cue.to : sentence.to },
    quote: sentence,
    rule: start.by === "由" ? "prose-by" : duty[0] === "会同" ? "prose-with" : "prose-duty",
    holders,
    ...(hasObject
      ? { task: { from: start.by === "由" ? topicFrom(text, sentence, start.at) : taskFrom, to: sentence.to } }
      : {}),
  };
}

/** 由A牵头，可会同B: where the list of those who join a leader begins. */
function joinedFrom(text: string, at: number, duty: string): number | undefined {
  if (!duty.startsWith("牵头")) return undefined;
  const joins = /^[，,]?(?:可以?|并|应当?)?[会會]同/u.exec(text.slice(at, at + 8))?.[0];
  return joins === undefined ? undefined : at + joins.length;
}

/** A牵头，B、C参加，建立…: what is to be done stands behind those who take part, unless others are told something there. */
function behindFollowers(text: string, object: CleanSpan, holders: readonly Holder[], lexicon: Lexicon): number {
  const cue = holders.find(({ span }) => span.from === object.from)?.cue;
  if (cue === undefined) return object.from;
  const same = holders.filter((holder) => holder.cue?.from === cue.from);
  const to = Math.max(cue.to, ...same.map(({ span }) => span.to));
  const from = to + (/^[，,、\s]*/u.exec(text.slice(to, object.to))?.[0].length ?? 0);
  return lexicon.agencies.match(text, from, object.to) === undefined ? from : object.to;
}

/** A known body right before 负责 or 会同 whose heading ran into it when the line breaks were lost. */
function gluedSubject(text: string, sentence: CleanSpan, lexicon: Lexicon): DutyStatement[] {
  const words = text.slice(sentence.from, sentence.to);
  const duty = /(?:负责|会同|牵头)/u.exec(words);
  if (duty === null || duty.index < 5) return [];
  const cueFrom = sentence.from + duty.index;
  for (let from = Math.max(sentence.from + 1, cueFrom - 16); from <= cueFrom - 3; from++) {
    const match = lexicon.agencies.match(text, from, sentence.to);
    const isBody =
      match?.kind === "known" || (match?.kind === "group" && /^各[^级地有相]/u.test(text.slice(from, from + 2)));
    if (!isBody || match?.to !== cueFrom || /[、和与及，,由的各]/u.test(text.charAt(from - 1))) continue;
    const statement = statementAt(text, sentence, { at: from, by: "start" }, lexicon);
    return statement === undefined ? [] : [statement];
  }
  return [];
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
