import type { DocumentRef } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import { articlesAt } from "../../recognize/citations/article.ts";
import type { CitationMention } from "../../recognize/citations/mention.ts";
import { titleParts } from "../../recognize/citations/title-core.ts";

/** A citation whose short form, where it was one, stands for the document meant; `own`: for this very document. */
export interface ResolvedCitation {
  readonly mention: CitationMention;
  readonly own: boolean;
}

export const inTextOrder = (citations: readonly ResolvedCitation[]): ResolvedCitation[] =>
  [...citations].sort((a, b) => a.mention.span.from - b.mention.span.from);

/** A citation by a short form, with the articles behind it. */
export function shortMention(
  text: string,
  span: CleanSpan,
  document: DocumentRef,
  own: boolean,
  found: { readonly rule: string; readonly confidence: number },
): ResolvedCitation {
  const articles = articlesAt(text, span.to);
  const to = articles.at(-1)?.span.to ?? span.to;
  return { mention: { span, to, document, articles, ...found, defines: [], attached: false }, own };
}

/** What a title ends with: itself without a trailing bracket, and the title of the document that it encloses. */
export function endingsOf(title: string): string[] {
  const bare = title.replace(/(?:[（(][^（()）]{0,24}[）)])+$/u, "");
  const { enclosed } = titleParts(title);
  return enclosed === undefined ? [bare] : [bare, enclosed];
}
