import type { Span } from "./span.ts";

/**
 * Diagnostic 诊断: an oddity of a document that the reader of the graph should know about; never an error.
 * `code` is stable (kebab-case, English); `message` is Chinese and complete in itself, `english` says the same in English;
 * `span` points at the source text.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: "info" | "warning";
  readonly message: string;
  readonly english: string;
  readonly span?: Span;
}

/** A diagnostic of one document of a corpus, named by its file. */
export interface DocumentDiagnostic extends Diagnostic {
  readonly file: string;
}
