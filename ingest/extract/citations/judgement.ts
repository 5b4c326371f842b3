import { type CleanSpan, covers } from "../../../graph/model/span.ts";
import { bracketAround } from "../../recognize/brackets.ts";
import type { CitationMention } from "../../recognize/citations/mention.ts";
import type { CueLexicon, CueMatch } from "./cues.ts";
import { sentenceAround } from "./sentence.ts";

/** Whether the words invoke a document as authority, and which words say so. */
export interface Standing {
  readonly authority: boolean;
  /** Id of the cue, or `bracketed`, or `named` where nothing is said. */
  readonly cue: string;
  readonly span?: CleanSpan;
}

/** A list of citations that share one cue, judged. */
export interface Judgement {
  readonly standing: Standing;
  /** From the first citation to the end of the last. */
  readonly whole: CleanSpan;
  /** The verb where it is one of carrying out: 贯彻, 落实. */
  readonly implementing?: CleanSpan;
}

/** What joins the members of one list of citations. */
export const JOINT =
  /^(?:等|等有关|有关|相关|的|新修订的?|最新|\s|[、，,；;]|和|及其|及|与|以及|或者?|并|暨|实施(?:条例|细则|办法)|配套(?:法规|政策|文件|规定)|中的?|里的?|所附的?|附件\d{0,2}|关于|印发的?|下发的?|发布的?|出台的?|转发的?|制定的?|联合|原|\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)])*$/u;
/** Words before a verb of carrying out that leave the sentence its opening. */
export const ADVERBS =
  "(?:认真|全面|深入|切实|严格|坚决|扎实|积极|进一步|继续|更好地?|抓好|做好|确保|推动|有效|充分|坚持|加快|持续|不断|稳步|落细|细化|同时|另外|此外|通过|我[市省县区州局]|我们|特|现)*";
const NAMED: Standing = { authority: false, cue: "named" };
const PURPOSE = new RegExp(`(?:为了?|旨在|以便?|用于)${ADVERBS}$`, "u");
/** …，特制定以下措施: the sentence that says why the document is made. */
const PREAMBLE =
  /[，,](?:特|现|经[^，,]{2,12}同意[，,]?)*(?:制定|制订|提出|就)[^，,。；]{0,40}(?:如下|以下[^，,。；]{0,12}|本(?:方案|办法|意见|通知|措施|规定|细则|计划|规划|规则|条例|指南|指引|预案))[^，,。；]{0,8}[。；：]?\s*$/u;
/** （市水务局负责）落实…: a duty bracket that closed the sentence before. */
const BRACKET_BEFORE = "(?:\\s*[（(〔[][^（）()〔〕[\\]]*[）)〕\\]])?";
const OPENING = new RegExp(
  `^${BRACKET_BEFORE}[\\s\\p{P}]*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)]?[、.．]?\\s?)?${ADVERBS}$`,
  "u",
);

/** Judges one list; `previous` is where the citation before it ends, `guiding` whether the clause sets out guiding principles. */
export function judge(
  text: string,
  group: readonly CitationMention[],
  { previous, guiding }: { readonly previous: number; readonly guiding: boolean },
  cues: CueLexicon,
): Judgement {
  const first = group[0];
  if (first === undefined) return { standing: NAMED, whole: { from: 0, to: 0 } };
  const whole: CleanSpan = { from: first.span.from, to: Math.max(...group.map(({ to }) => to)) };
  const sentence = sentenceAround(text, whole);
  const bracket = bracketAround(text, whole.from);
  const inside = bracket !== undefined && covers(bracket, whole) ? bracket : undefined;
  const left = Math.max(
    sentence.from,
    previous <= whole.from ? previous : sentence.from,
    inside === undefined ? 0 : inside.from + 1,
  );
  const cue = cues.within(text, left, whole.from).findLast((match) => !isShort(match) || stands(text, match, first));
  if (cue === undefined || !binds(text, cue, first)) {
    return { whole, standing: inside === undefined ? NAMED : bracketed(text, inside, group, whole) };
  }
  const suffix = cues.suffixAt(text, whole.to) !== undefined;
  const authority = {
    before: true,
    touching: true,
    conform: suffix || text.startsWith("的", whole.to),
    around: cues.framedAt(text, whole.to) !== undefined,
    implement: suffix || guiding || frames(text, sentence, cue, whole),
    suffix: false,
    guiding: false,
    label: false,
    mention: false,
  }[cue.use];
  const standing = { authority, cue: cue.id, span: cue.span };
  return { whole, standing, ...(cue.use === "implement" ? { implementing: cue.span } : {}) };
}

/** Words between a cue and its citation, less the issuer's name. */
function between(text: string, { span }: CueMatch, first: CitationMention): string {
  const words = text.slice(span.to, first.span.from).replace(/\s/gu, "");
  const { issuer } = first.document;
  return issuer === undefined ? words : words.replace(issuer, "");
}

/** 按, 依, 以, 报, 见: characters of other words too; they count only right before the citation or its issuer. */
const isShort = ({ use, span }: CueMatch): boolean =>
  use === "touching" || use === "around" || span.to - span.from === 1;

/** Right before the citation; a verb of one character (见, 报) also behind no other hanzi (意见, 申报). */
const stands = (text: string, cue: CueMatch, first: CitationMention): boolean =>
  JOINT.test(between(text, cue, first)) &&
  (cue.use !== "mention" || !/\p{Script=Han}/u.test(text.charAt(cue.span.from - 1)));

/** No comma between cue and citation. */
function binds(text: string, cue: CueMatch, first: CitationMention): boolean {
  const words = between(text, cue, first);
  return words.length <= 60 && !/[，,：:。]/u.test(words.replace(/[“"（(][^”"）)]*[”"）)]/gu, ""));
}

/**
 * 落实《甲》 makes 甲 the authority for what follows where it is a purpose (为落实《甲》，…) or opens a sentence that goes on
 * with what to do (落实《甲》，建立…); as one duty among others (各区要大力落实《甲》) the document is the duty.
 */
function frames(text: string, sentence: CleanSpan, cue: CueMatch, whole: CleanSpan): boolean {
  const before = text.slice(sentence.from, cue.span.from);
  if (PURPOSE.test(before) || /^[\s\p{P}]*(?:为了?)(?!了解)/u.test(before)) return true;
  const behind = text.slice(whole.to, sentence.to);
  if (PREAMBLE.test(behind)) return true;
  return OPENING.test(before) && /^(?:等[^，,]{0,8})?[，,].{4,}/u.test(behind);
}

/** A bracket that begins with a citation, behind words that are no title, states whose authority the words have. */
function bracketed(text: string, bracket: CleanSpan, group: readonly CitationMention[], whole: CleanSpan): Standing {
  const before = text.slice(bracket.from + 1, whole.from);
  const behind = text.slice(whole.to, whole.to + 1);
  const issuer = group[0]?.document.issuer ?? "";
  const opens = before.replace(/\s/gu, "").replace(issuer, "") === "" && /^[，,、；;。）)〕\]】]?$/u.test(behind);
  return opens && !/[》”"]/u.test(text.charAt(bracket.from - 1)) ? { authority: true, cue: "bracketed" } : NAMED;
}
