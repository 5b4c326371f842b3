import type { Diagnostic } from "../../../graph/model/diagnostic.ts";
import type { ClauseTree, Fact, LocalRef, NormalizedText } from "../../../graph/model/reading.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type CitationRecognizer, citationRecognizerOf } from "../../recognize/citations/index.ts";
import type { CitationMention } from "../../recognize/citations/mention.ts";
import { clauseHolding, subjectAt } from "../subject.ts";
import { standingsOf } from "./authority.ts";
import { cueLexiconOf } from "./cues.ts";
import type { Standing } from "./judgement.ts";
import { ownDocument } from "./own-document.ts";
import { quoteAround } from "./sentence.ts";
import { ShortForms } from "./short-forms.ts";

/** Citations of one document with what could not be resolved in them. */
export interface CitationReading {
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Citations 引用: every place that names another policy, as DERIVES_FROM where the words invoke it as authority, else as
 * CITES. The subject is the clause, or `self` in title and preamble of the whole document; the object the article, where
 * one is named, else the document.
 */
export function readCitations(normalized: NormalizedText, tree: ClauseTree, knowledge: Knowledge): CitationReading {
  const { text } = normalized;
  const recognizer = citationRecognizerOf(knowledge);
  const mentions = recognizer.all(text).filter((mention) => isPolicy(text, mention, recognizer));
  const shortForms = new ShortForms(normalized, recognizer, ownDocument(text, tree.masthead));
  const resolved = shortForms.resolve(mentions);
  const cues = cueLexiconOf(knowledge.citationCues);
  const standings = standingsOf(
    text,
    resolved.map(({ mention }) => mention),
    cues,
    (offset) => cues.guidingHeading.test(clauseHolding(tree, offset)?.heading ?? ""),
  );
  const facts = resolved.flatMap(({ mention, own }, place) => {
    const standing = standings[place];
    return own || standing === undefined ? [] : factsOf(text, mention, standing, subjectAt(tree, mention.span.from));
  });
  return { facts, diagnostics: shortForms.diagnostics };
}

/** Not every 《…》 is a policy (FIELD.md §1): its last word says so, or else a number, an article or the words around. */
function isPolicy(
  text: string,
  { span, to, document, title, articles }: CitationMention,
  recognizer: CitationRecognizer,
): boolean {
  if (title === undefined || document.number !== undefined) return true;
  const nature = recognizer.judge.nature(document.title ?? "");
  if (nature === "other") return false;
  if (articles.length > 0) return true;
  const before = text.slice(Math.max(0, span.from - 60), span.from);
  const behind = text.slice(to, to + 20);
  return nature === "policy" && recognizer.judge.notPolicyBy(before, behind) === undefined;
}

function factsOf(text: string, mention: CitationMention, standing: Standing, subject: LocalRef): Fact[] {
  const predicate = standing.authority ? "DERIVES_FROM" : "CITES";
  const rule = `${mention.rule}/${standing.cue}`;
  const cueWords = standing.span === undefined ? undefined : text.slice(standing.span.from, standing.span.to);
  const fact = (to: number, object: Fact["object"]): Fact => {
    const span = { from: mention.span.from, to };
    return {
      predicate,
      subject,
      object,
      properties: {
        ...(cueWords === undefined ? {} : { cue: cueWords.replace(/\s/gu, "") }),
        mention: text.slice(span.from, span.to).replace(/\s+/gu, ""),
      },
      proof: {
        span,
        ...(standing.span === undefined ? {} : { cue: standing.span }),
        quote: quoteAround(text, span, standing.span),
        rule,
        confidence: mention.confidence,
        inferred: false,
      },
    };
  };
  if (mention.articles.length === 0) return [fact(mention.span.to, mention.document)];
  return mention.articles.map(({ span, article, paragraph, item }) =>
    fact(span.to, {
      kind: "article",
      document: mention.document,
      article,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(item === undefined ? {} : { item }),
    }),
  );
}
