import type { DocumentRef } from "../../../graph/model/reading.ts";
import { covers } from "../../../graph/model/span.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { bracketAround, bracketAt } from "../brackets.ts";
import { type AnaphorMention, createAnaphorFinder } from "./anaphor.ts";
import { articlesAt } from "./article.ts";
import {
  createDocumentNumberRecognizer,
  type DocumentNumberMention,
  type DocumentNumberRecognizer,
} from "./document-number.ts";
import { issuerBefore } from "./issuer.ts";
import { createKnownDocumentFinder, type KnownDocumentMention } from "./known-document.ts";
import type { CitationMention } from "./mention.ts";
import { createTitleJudge, type TitleJudge } from "./policy-title.ts";
import { definedNames } from "./short-name.ts";
import { cleanTitle, findTitles, type TitleMention } from "./title.ts";
import { unquotedTitleBefore } from "./unquoted-title.ts";

export interface CitationRecognizer {
  readonly judge: TitleJudge;
  readonly numbers: DocumentNumberRecognizer;
  readonly anaphors: (text: string) => AnaphorMention[];
  /** Every place that names a document by title, number or known name, in text order; short forms are not resolved here. */
  all(text: string): CitationMention[];
}

const compiled = new WeakMap<Knowledge, CitationRecognizer>();

/** The recogniser compiled from this knowledge, once. */
export function citationRecognizerOf(knowledge: Knowledge): CitationRecognizer {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const judge = createTitleJudge(knowledge.titleKinds, knowledge.citedTitles, knowledge.notPolicies);
  const numbers = createDocumentNumberRecognizer(knowledge.documentNumbers);
  const named = createKnownDocumentFinder(knowledge.knownLaws);
  const recognizer: CitationRecognizer = {
    judge,
    numbers,
    anaphors: createAnaphorFinder(knowledge.citedTitles),
    all: (text) => new Reader(text, { judge, numbers, named }).read(),
  };
  compiled.set(knowledge, recognizer);
  return recognizer;
}

interface Tools {
  readonly judge: TitleJudge;
  readonly numbers: DocumentNumberRecognizer;
  readonly named: (text: string) => KnownDocumentMention[];
}

/** Between N号 and 《…》 of one document: 国发〔2021〕7号文件印发的《…》. */
const NUMBER_TITLE_GAP = /^(?:文件?)?(?:[，,]?(?:印发|下发|转发|公布|发布|出台)的?)?\s?$/u;
const ATTACHED = /(?:见|详见|参见)?附[件表录]\s?\d{0,2}/u;
const FILE_WORD = /^\s?(?:文件|文)/u;

/** Puts titles, numbers, brackets and articles of one text together. */
class Reader {
  readonly #text: string;
  readonly #tools: Tools;
  readonly #titles: readonly TitleMention[];
  readonly #numbers: readonly DocumentNumberMention[];
  readonly #used = new Set<DocumentNumberMention>();

  constructor(text: string, tools: Tools) {
    this.#text = text;
    this.#tools = tools;
    this.#titles = findTitles(text);
    this.#numbers = outside(tools.numbers.all(text), this.#titles);
  }

  read(): CitationMention[] {
    const found = [
      ...this.#titles.map((title) => this.#titled(title)),
      ...this.#numbers.filter((number) => !this.#used.has(number)).map((number) => this.#numbered(number)),
    ];
    const named = outside(this.#tools.named(this.#text), found).map((mention) => this.#named(mention));
    return [...found, ...named].sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  }

  #titled({ span, title }: TitleMention): CitationMention {
    const text = this.#text;
    const next = skipBlanks(text, span.to);
    const place = firstFrom(this.#numbers, span.from);
    const left = this.#numbers[place - 1];
    const before = left !== undefined && isGap(text, left.span.to, span.from) ? left : undefined;
    const bracket = bracketAt(text, next);
    const right = this.#numbers[firstFrom(this.#numbers, span.to)];
    const isBehind =
      right !== undefined && (bracket === undefined ? right.span.from === next : covers(bracket, right.span));
    const behind = isBehind ? right : undefined;
    const number = behind ?? (before !== undefined && !this.#used.has(before) ? before : undefined);
    if (number !== undefined) this.#used.add(number);
    const from = number === before && number !== undefined ? number.span.from : span.from;
    const end = number !== undefined && number === behind ? (bracket?.to ?? number.span.to) : span.to;
    const issuer = issuerBefore(text, from);
    const words = bracket === undefined ? "" : text.slice(bracket.from + 1, bracket.to - 1);
    const inside = number !== undefined && number === behind && bracket !== undefined ? number.span.to : undefined;
    return this.#mention({
      ...(inside === undefined ? {} : { inside }),
      span: { from, to: end },
      after: Math.max(end, isRemark(words) && bracket !== undefined ? bracket.to : end),
      document: {
        kind: "document",
        ...(number === undefined ? {} : { number: number.number }),
        title,
        ...(issuer === undefined ? {} : { issuer }),
      },
      rule: number === undefined ? "title" : number === behind ? "title-and-number" : "number-and-title",
      words,
      confidence: number?.rule === "number-damaged" ? 0.9 : 1,
      title: span,
    });
  }

  #numbered(mention: DocumentNumberMention): CitationMention {
    const text = this.#text;
    const bracket = bracketAround(text, mention.span.from);
    const isPolicy = (words: string): boolean => this.#tools.judge.nature(words) === "policy";
    const stands = bracket !== undefined && text.slice(bracket.from + 1, mention.span.from).length <= 12;
    const title = stands ? unquotedTitleBefore(text, bracket.from, isPolicy) : undefined;
    const words = bracket === undefined ? "" : text.slice(mention.span.to, bracket.to - 1);
    const file = FILE_WORD.exec(text.slice(mention.span.to, mention.span.to + 4))?.[0].length ?? 0;
    const document: DocumentRef = {
      kind: "document",
      number: mention.number,
      ...(title === undefined ? {} : { title: cleanTitle(text.slice(title.from, title.to)) }),
    };
    return this.#mention({
      span: title === undefined || bracket === undefined ? mention.span : { from: title.from, to: bracket.to },
      after: title === undefined || bracket === undefined ? mention.span.to + file : bracket.to,
      document,
      rule: title === undefined ? mention.rule : "unquoted-title-and-number",
      words,
      confidence: mention.rule === "number-damaged" ? 0.9 : 1,
    });
  }

  #named(mention: KnownDocumentMention): CitationMention {
    return this.#mention({
      span: mention.span,
      after: mention.span.to,
      document: { kind: "document", title: mention.title },
      rule: mention.rule,
      words: "",
      confidence: 0.9,
    });
  }

  #mention(parts: {
    span: CitationMention["span"];
    after: number;
    document: DocumentRef;
    rule: string;
    words: string;
    confidence: number;
    title?: CitationMention["span"];
    /** Where a number inside the bracket ends: （某发〔2021〕7号第三条）. */
    inside?: number;
  }): CitationMention {
    const within = parts.inside === undefined ? [] : articlesAt(this.#text, parts.inside);
    const articles = within.length > 0 ? within : articlesAt(this.#text, parts.after);
    return {
      span: parts.span,
      to: Math.max(articles.at(-1)?.span.to ?? 0, parts.after),
      document: parts.document,
      articles,
      rule: parts.rule,
      confidence: parts.confidence,
      defines: definedNames(parts.words),
      ...(parts.title === undefined ? {} : { title: parts.title }),
      attached: parts.document.number === undefined && ATTACHED.test(parts.words),
    };
  }
}

const isGap = (text: string, from: number, to: number): boolean =>
  from <= to && to - from <= 12 && NUMBER_TITLE_GAP.test(text.slice(from, to));

/** Place of the first number that begins at `offset` or behind it; the numbers are in text order. */
function firstFrom(numbers: readonly DocumentNumberMention[], offset: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle]?.span.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A bracket behind a title that says something of it: （以下简称《意见》）, （见附件2）, （2021年修订）. */
const isRemark = (words: string): boolean =>
  /简称|下称|以下称|附件|修订|修正|版|试行|第[一二三四五六七八九十]次/u.test(words);

function outside<T extends { readonly span: { from: number; to: number } }>(
  mentions: readonly T[],
  others: readonly { readonly span: { from: number; to: number } }[],
): T[] {
  const sorted = [...others].sort((a, b) => a.span.from - b.span.from);
  let i = 0;
  let end = 0;
  return [...mentions]
    .sort((a, b) => a.span.from - b.span.from)
    .filter(({ span }) => {
      for (; i < sorted.length && (sorted[i]?.span.from ?? 0) < span.to; i++)
        end = Math.max(end, sorted[i]?.span.to ?? 0);
      return span.from >= end;
    });
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === " ") at++;
  return at;
}
