import type { Knowledge } from "../knowledge/knowledge.ts";
import { escapePattern, oneOf } from "../recognize/word-pattern.ts";
import { type MastheadGrammar, mastheadGrammar } from "./masthead/grammar.ts";

/** PartPatterns 文件组成句式: how attachments are labelled and listed, and how a wrapper passes a document on. */
export interface PartPatterns {
  /** 附件, 附件1：; groups `number`, `colon`. */
  readonly label: RegExp;
  /** The label at the beginning of a text. */
  readonly labelHere: RegExp;
  /** Ends a line before a title, where the label stands alone: 附件2. */
  readonly labelEnd: RegExp;
  /** 附件：X附件：X: X said twice; group 1. */
  readonly twice: RegExp;
  /** 登记表, 名册: ends the title of a paper that is no kind of document. */
  readonly paper: RegExp;
  /** 见附件, 的附件: the text points to one. */
  readonly pointing: RegExp;
  /** …印发给你们, in the rest of a sentence. */
  readonly passedOn: RegExp;
  /** 现印发《…》: before the title. */
  readonly passedBefore: RegExp;
  /** 的通知 behind the enclosed title. */
  readonly wrapperEnd: RegExp;
  /** 现将《…》: before the title. */
  readonly presenting: RegExp;
  /** 《…》要求: it is invoked, not passed on. */
  readonly invoked: RegExp;
  /** 根据《…》: before the title. */
  readonly invoking: RegExp;
  /** 《…》的通知, 《…》精神: the title stands in a sentence. */
  readonly inSentence: RegExp;
}

/** PartGrammar 文件组成语法: the masthead's grammar with what only the division into parts needs. */
export interface PartGrammar extends MastheadGrammar {
  readonly parts: PartPatterns;
}

const spaced = (word: string): string => Array.from(word, escapePattern).join("\\s?");

const compiled = new WeakMap<Knowledge, PartGrammar>();

/** The expressions compiled from this knowledge, once. */
export function partGrammarOf(knowledge: Knowledge): PartGrammar {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const parts = { ...attachmentPatterns(knowledge), ...wrapperPatterns(knowledge) };
  const grammar = { ...mastheadGrammar(knowledge), parts };
  compiled.set(knowledge, grammar);
  return grammar;
}

function attachmentPatterns({ parts }: Knowledge) {
  const attachment =
    parts.attachments.words.length === 0 ? "(?!)" : `(?:${parts.attachments.words.map(spaced).join("|")})`;
  const short = oneOf(parts.attachmentsShort.words);
  const number = "(?<number>[\\d０-９]{1,2}(?![\\d０-９.．、]|年(?!度))|[一二三四五六七八九十]{1,3}(?=[\\s：:、]))";
  return {
    label: new RegExp(`(?:${attachment}|${short}(?=\\s?[：:]))\\s?${number}?\\s?(?<colon>[：:])?`, "gu"),
    labelHere: new RegExp(`^\\s?${attachment}`, "u"),
    labelEnd: new RegExp(`${attachment}\\d{0,2}$`, "u"),
    twice: new RegExp(`^(.{4,80}?)${attachment}\\s?\\d?[：:]?\\s?\\1`, "u"),
    paper: new RegExp(`${oneOf(parts.papers.words)}$`, "u"),
    pointing: new RegExp(`${oneOf(parts.pointing.words)}\\s?$`, "u"),
  };
}

function wrapperPatterns({ parts, titleKinds, citationCues }: Knowledge) {
  const issues = oneOf(titleKinds.issueWords);
  const now = oneOf(parts.now.words);
  const invoked = oneOf(parts.invoked.words);
  const authority = citationCues.cues.filter(({ use }) => use === "before" || use === "implement");
  return {
    passedOn: new RegExp(`[^。]{0,160}${issues}(?:${oneOf(parts.passedTo.words)}|[，,。])`, "u"),
    passedBefore: new RegExp(`${now}${issues}${oneOf(parts.revised.words)}?\\s?$`, "u"),
    wrapperEnd: new RegExp(`的\\s?${oneOf(parts.wrapperKinds.words)}(?:[（(][^（()）]*[）)])?$`, "u"),
    presenting: new RegExp(`(?:${oneOf(parts.presenting.words)}|${now}${issues})\\s?$`, "u"),
    invoked: new RegExp(`^[^，。]{0,12}${invoked}`, "u"),
    invoking: new RegExp(`${oneOf(authority.flatMap(({ words }) => words))}\\s?$`, "u"),
    inSentence: new RegExp(`^的?(?:${oneOf(parts.wrapperKinds.words)}|${invoked})`, "u"),
  };
}
