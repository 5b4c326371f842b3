import type { CitationMention } from "../../recognize/citations/mention.ts";
import { authorityLists } from "./authority-lists.ts";
import type { CueLexicon } from "./cues.ts";
import { ADVERBS, JOINT, type Judgement, judge, type Standing } from "./judgement.ts";

const CHAIN = new RegExp(`^[^，,。；\\n]{0,16}[，,]${ADVERBS}$`, "u");

/**
 * Judges every citation of a text: the cue before it, inherited along lists (根据《甲》《乙》和《丙》), the suffix behind,
 * labels and table columns of authorities, brackets that hold a citation (…。（沪委发〔…〕6号第13条）).
 */
export function standingsOf(
  text: string,
  mentions: readonly CitationMention[],
  cues: CueLexicon,
  isGuiding: (offset: number) => boolean,
): Standing[] {
  const lists = authorityLists(text, cues.labels(text));
  const standings: Standing[] = [];
  let before: Judgement | undefined;
  for (let start = 0; start < mentions.length; ) {
    let end = start + 1;
    while (end < mentions.length && isJoint(text, mentions[end - 1], mentions[end])) end++;
    const group = mentions.slice(start, end);
    const previous = mentions[start - 1]?.to ?? 0;
    const judgement = judge(text, group, { previous, guiding: isGuiding(group[0]?.span.from ?? 0) }, cues);
    const standing = chained(text, before, judgement, standings);
    const [first] = group;
    // 政策依据：《甲》、《乙》: what the label says of the first of a list holds for all.
    const whole = standing.authority || first === undefined ? undefined : lists.labelOf(first.span);
    for (const { span } of group) {
      const label = standing.authority ? undefined : (whole ?? lists.labelOf(span));
      standings.push(label === undefined ? standing : { authority: true, cue: label.id, span: label.span });
    }
    before = { ...judgement, standing };
    start = end;
  }
  return standings;
}

/** 贯彻《甲》，落实《乙》要求: verbs in one chain are invoked together, whichever of them carries the words that say so. */
function chained(text: string, before: Judgement | undefined, now: Judgement, standings: Standing[]): Standing {
  if (before?.implementing === undefined || now.implementing === undefined) return now.standing;
  if (!CHAIN.test(text.slice(before.whole.to, now.implementing.from))) return now.standing;
  if (now.standing.authority && !before.standing.authority) {
    for (let i = standings.length - 1; i >= 0 && standings[i] === before.standing; i--) {
      standings[i] = { ...before.standing, authority: true };
    }
  }
  return { ...now.standing, authority: now.standing.authority || before.standing.authority };
}

/** True where two citations stand in one list; one inside the other's bracket belongs to it too. */
function isJoint(text: string, left: CitationMention | undefined, right: CitationMention | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (right.span.from < left.to) return true;
  if (right.span.from - left.to > 60) return false;
  let between = text.slice(left.to, right.span.from).replace(/\s/gu, "");
  const { issuer } = right.document;
  if (issuer !== undefined) between = between.replace(issuer, "");
  between = between.replace(/^(?:等?(?:文件|有关|相关|的)*(?:精神|要求|规定|部署|通知))/u, "");
  return JOINT.test(between) && !/\n/u.test(text.slice(left.to, right.span.from));
}
