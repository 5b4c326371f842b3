import type { Diagnostic } from "../../../graph/model/diagnostic.ts";
import type { DocumentRef, NormalizedText } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import type { CitationRecognizer } from "../../recognize/citations/index.ts";
import type { CitationMention } from "../../recognize/citations/mention.ts";
import type { TitleJudge } from "../../recognize/citations/policy-title.ts";
import { findShortNames, type ShortName } from "../../recognize/citations/short-name.ts";
import { titleParts } from "../../recognize/citations/title-core.ts";
import type { OwnDocument } from "./own-document.ts";
import { pointingBack } from "./pointing-back.ts";
import { endingsOf, inTextOrder, type ResolvedCitation, shortMention } from "./resolved-citation.ts";

interface Candidate {
  readonly document: DocumentRef;
  readonly own: boolean;
  readonly title: string;
  /** The title without a trailing bracket, and that of the document it encloses. */
  readonly endings: readonly string[];
  /** Where it was last named. */
  at: number;
}

/** What a short name stands for from `at` on. */
interface Definition {
  readonly at: number;
  readonly document: DocumentRef;
  readonly own: boolean;
  readonly prefix: string;
}

/** More candidates than this are not looked through; keeps the work bounded in texts that cite thousands. */
const MAX_CANDIDATES = 200;

/**
 * Resolves short forms in text order: what 以下简称 defines, valid behind the definition; 《实施意见》 and 该意见 by context, to a
 * unique candidate only. What stays open is no citation of any document, and reported.
 */
export class ShortForms {
  readonly diagnostics: Diagnostic[] = [];
  readonly #normalized: NormalizedText;
  readonly #recognizer: CitationRecognizer;
  readonly #judge: TitleJudge;
  readonly #own: OwnDocument;
  readonly #defined = new Map<string, Definition[]>();
  readonly #literal: { readonly name: ShortName; readonly definition: Definition }[] = [];
  readonly #candidates = new Map<string, Candidate>();

  constructor(normalized: NormalizedText, recognizer: CitationRecognizer, own: OwnDocument) {
    this.#normalized = normalized;
    this.#recognizer = recognizer;
    this.#judge = recognizer.judge;
    this.#own = own;
    own.titles.forEach((title, place) => {
      this.#candidates.set(`own ${place}`, {
        document: { kind: "document", title },
        own: true,
        title,
        endings: endingsOf(title),
        at: -1,
      });
    });
  }

  /** Takes the citations in text order; those that short forms add come back among them. */
  resolve(mentions: readonly CitationMention[]): ResolvedCitation[] {
    const resolved: ResolvedCitation[] = [];
    let last: CitationMention | undefined;
    for (const mention of mentions) {
      // 《意见》 in （以下简称《意见》） is the definition, not a mention of its own.
      if (last !== undefined && mention.span.from < last.to && defines(last, mention)) continue;
      const one = this.#one(mention);
      if (!this.#isOpen(one)) resolved.push(one);
      last = mention;
    }
    const { text } = this.#normalized;
    const literal = this.#literalMentions(resolved.map(({ mention }) => mention));
    const named = inTextOrder([...resolved, ...literal]);
    return inTextOrder([...named, ...pointingBack(text, this.#recognizer.anaphors(text), named)]);
  }

  /** 《应急预案》 that stands for no document named before says of none which it is. */
  #isOpen({ mention: { document, articles }, own }: ResolvedCitation): boolean {
    const { title, number, issuer } = document;
    return (
      !own &&
      title !== undefined &&
      number === undefined &&
      issuer === undefined &&
      articles.length === 0 &&
      this.#judge.isGeneric(title)
    );
  }

  #one(mention: CitationMention): ResolvedCitation {
    const { document } = mention;
    const { title, number } = document;
    let result: ResolvedCitation = { mention, own: this.#own.has(mention) };
    const definition = title === undefined || number !== undefined ? undefined : this.#definitionOf(title, mention);
    if (definition !== undefined) {
      result = {
        mention: { ...mention, document: definition.document, rule: "short-title-defined" },
        own: definition.own,
      };
    } else if (title !== undefined && number === undefined && this.#judge.isGeneric(title)) {
      result = this.#byContext(mention, title) ?? result;
    }
    if (!this.#judge.isGeneric(title ?? "") || number !== undefined || result.own) this.#remember(result);
    for (const name of mention.defines) this.#define(name, mention, result);
    return result;
  }

  #remember({ mention, own }: ResolvedCitation): void {
    const { document } = mention;
    const key = document.number ?? titleParts(document.title ?? "").whole;
    const known = this.#candidates.get(key);
    if (known !== undefined) known.at = mention.span.from;
    else if (this.#candidates.size < MAX_CANDIDATES) {
      this.#candidates.set(key, {
        document,
        own,
        title: document.title ?? "",
        endings: endingsOf(document.title ?? ""),
        at: mention.span.from,
      });
    }
  }

  #define(name: ShortName, mention: CitationMention, { mention: { document }, own }: ResolvedCitation): void {
    const definition = { at: mention.to, document, own, prefix: name.prefix ?? "" };
    if (name.style === "title") this.#defined.set(name.name, [definition, ...(this.#defined.get(name.name) ?? [])]);
    else if (this.#literal.length < MAX_CANDIDATES) this.#literal.push({ name, definition });
  }

  /** The latest definition of the name; 省《办法》 before 《办法》 where the text says 省. */
  #definitionOf(title: string, { span }: CitationMention): Definition | undefined {
    const definitions = this.#defined.get(title) ?? [];
    const before = this.#normalized.text.slice(Math.max(0, span.from - 6), span.from);
    return (
      definitions.find(({ prefix }) => prefix !== "" && before.endsWith(prefix)) ??
      definitions.find(({ prefix }) => prefix === "")
    );
  }

  /** 《实施意见》 without definition: the one document named before whose title ends so, or the one the words before it describe. */
  #byContext(mention: CitationMention, title: string): ResolvedCitation | undefined {
    const endsSo = [...this.#candidates.values()].filter(({ endings }) =>
      endings.some((words) => words !== title && words.endsWith(title)),
    );
    const found =
      this.#described(mention, endsSo) ??
      unique(endsSo) ??
      unique(endsSo.filter((candidate) => this.#carriedOut(candidate))) ??
      unique(this.#near(endsSo, mention.span.from));
    if (found !== undefined) {
      const confidence = Math.min(mention.confidence, 0.85);
      const document = found.document;
      return { mention: { ...mention, document, rule: "short-title-in-context", confidence }, own: found.own };
    }
    const [message, english] =
      endsSo.length > 1
        ? [
            `《${title}》可指前文${endsSo.length}份文件，未作引用`,
            `《${title}》 may stand for ${endsSo.length} documents named before; taken for none`,
          ]
        : [`《${title}》未说明是哪份文件，未作引用`, `《${title}》 does not say which document it is; taken for none`];
    const span = this.#normalized.toSource(mention.span);
    this.diagnostics.push({ code: "short-form-unresolved", severity: "info", message, english, span });
    return undefined;
  }

  /** In the 实施细则 of 《甲办法》 the 《办法》 is the one that the own title names. */
  #carriedOut({ own, title }: Candidate): boolean {
    const { core } = titleParts(title);
    return !own && core.length >= 4 && this.#own.titles.some((words) => titleParts(words).whole.includes(core));
  }

  /** Of several, those named in the same paragraph. */
  #near(candidates: readonly Candidate[], at: number): Candidate[] {
    const start = this.#normalized.text.lastIndexOf("\n", at) + 1;
    return candidates.filter((candidate) => candidate.at >= start);
  }

  /** 提高技术工人待遇的《实施意见》: the one candidate whose title shares the describing words. */
  #described({ span }: CitationMention, candidates: readonly Candidate[]): Candidate | undefined {
    const before = this.#normalized.text.slice(Math.max(0, span.from - 30), span.from);
    const words = /(?:^|[，。；：、\s])?(?<words>[^，。；：、《》\s]{4,30})的$/u.exec(before)?.groups?.["words"];
    if (words === undefined) return undefined;
    const scored = candidates
      .map((candidate) => ({ candidate, shared: longestShared(words, candidate.title) }))
      .filter(({ shared }) => shared >= 4)
      .sort((a, b) => b.shared - a.shared);
    const [best, next] = scored;
    return best !== undefined && best.shared > (next?.shared ?? 0) ? best.candidate : undefined;
  }

  #literalMentions(mentions: readonly CitationMention[]): ResolvedCitation[] {
    if (this.#literal.length === 0) return [];
    const { text } = this.#normalized;
    const found = findShortNames(
      text,
      this.#literal.map(({ name, definition }) => ({ name, from: definition.at })),
    );
    const free = outsideOf(found, mentions);
    return free.flatMap(({ span, index }) => {
      const definition = this.#literal[index]?.definition;
      if (definition === undefined) return [];
      return [
        shortMention(text, span, definition.document, definition.own, { rule: "short-name-defined", confidence: 0.95 }),
      ];
    });
  }
}

const defines = (definition: CitationMention, { document }: CitationMention): boolean =>
  definition.defines.some(({ style, name }) => style === "title" && name === document.title);

const unique = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.length === 1 ? candidates[0] : undefined;

/** Length of the longest run of characters that both hold; the inputs are short. */
function longestShared(a: string, b: string): number {
  let best = 0;
  for (let i = 0; i < a.length; i++) {
    while (i + best < a.length && b.includes(a.slice(i, i + best + 1))) best++;
  }
  return best;
}

function outsideOf<T extends { readonly span: CleanSpan }>(
  found: readonly T[],
  mentions: readonly CitationMention[],
): T[] {
  let i = 0;
  let end = 0;
  return found.filter(({ span }) => {
    for (; i < mentions.length && (mentions[i]?.span.from ?? 0) < span.to; i++) {
      end = Math.max(end, mentions[i]?.to ?? 0);
    }
    return span.from >= end;
  });
}
