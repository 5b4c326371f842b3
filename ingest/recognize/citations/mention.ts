import type { DocumentRef } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import type { ArticleMention } from "./article.ts";
import type { ShortName } from "./short-name.ts";

/** CitationMention 引文: one place where the text names a document, with all that belongs to the naming. */
export interface CitationMention {
  /** Title and number, with the bracket that holds the number; a short form as it stands. */
  readonly span: CleanSpan;
  /** The mention with brackets and articles behind it: what comes next in the sentence begins at its end. */
  readonly to: number;
  readonly document: DocumentRef;
  readonly articles: readonly ArticleMention[];
  /** Id of the pattern that found it. */
  readonly rule: string;
  readonly confidence: number;
  /** Names that the bracket behind it defines. */
  readonly defines: readonly ShortName[];
  /** Where 《…》 stands, for mentions that have one. */
  readonly title?: CleanSpan;
  /** 见附件2 in the bracket behind it: it is a part of this very document. */
  readonly attached: boolean;
}
