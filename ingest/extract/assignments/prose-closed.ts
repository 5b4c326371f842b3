import type { CleanSpan } from "../../../graph/model/span.ts";
import { parseHolders } from "./holders.ts";
import type { AssignmentLexicon } from "./lexicon.ts";
import { exhortsAll, helpsAnybody, holdersFrom, servesPublic, tellsEverybody } from "./prose-bodies.ts";
import { type Start, topicFrom } from "./prose-sentences.ts";
import type { DutyStatement } from "./statement.ts";

/** Stands for any word of help to `exhortsAll`. */
const HELP = "配合";

/** 负责, 牵头 …: whether these assign was judged with their object. */
function isDuty(words: string, { prose }: AssignmentLexicon): boolean {
  prose.duty.lastIndex = 0;
  return prose.duty.test(words);
}

/** 市财政局实施 says little, 由市财政局实施 who. */
const isWeak = (cue: string, { by }: Start, { prose }: AssignmentLexicon): boolean =>
  by === "由" ? !prose.done.test(cue) : prose.weakEnd.test(cue);

/**
 * A part of a sentence that is a list of bodies and a predicate and nothing else, as in a bracket but without one: A、B按照
 * 职责分工抓好落实 · A为牵头单位，B为配合单位 · A（牵头），B（配合） · 以A为主. Its task is what stands before it.
 */
export function closedAt(
  text: string,
  sentence: CleanSpan,
  start: Start,
  lexicon: AssignmentLexicon,
): DutyStatement | undefined {
  const region = { from: start.at, to: sentence.to };
  const list = parseHolders(text, region, lexicon, { stopAtDebris: true, acceptUnknown: false });
  const group = list.groups[0];
  if (group?.predicate === undefined || group.object !== undefined || list.debris[0]?.from === start.at)
    return undefined;
  const { members, predicate } = group;
  const cue = text.slice(predicate.span.from, predicate.span.to);
  const behind = text.slice(predicate.span.to, sentence.to).replace(/^[）)]/u, "");
  if (!/^(?:$|[，,])/u.test(behind) || isWeak(cue, start, lexicon)) return undefined;
  if (group.noted !== true && isDuty(cue, lexicon)) return undefined;
  const last = members.at(-1)?.span.to ?? start.at;
  const between = text.slice(last, predicate.span.from);
  if (members.every(({ span }) => lexicon.bodies.anybody.test(text.slice(span.from, span.to)))) return undefined;
  if (predicate.role === "participate" && members.every(({ certainty }) => certainty === "group")) {
    if (helpsAnybody(text, members, lexicon)) return undefined;
  }
  if (tellsEverybody(text, members, lexicon) || servesPublic(text, members, lexicon)) return undefined;
  if (exhortsAll(text, members, between, predicate.role === "participate" ? HELP : "", lexicon)) return undefined;
  const topic = { from: start.by === "由" ? topicFrom(text, sentence, start.at) : start.at, to: start.at - 1 };
  return {
    span: { from: start.at, to: sentence.to - behind.length },
    quote: sentence,
    rule: "prose-duty",
    holders: holdersFrom(text, members, predicate.role, predicate.span, 0),
    ...(topic.to - topic.from >= 4 ? { task: topic } : {}),
  };
}
