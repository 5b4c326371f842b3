import type { Located } from "../../../graph/model/reading.ts";
import type { CleanSpan } from "../../../graph/model/span.ts";
import type { MastheadGrammar } from "./grammar.ts";
import type { IssueDate } from "./issue-date.ts";
import type { TitleReading } from "./title.ts";

/** What has been read of a head so far; `at` is where the next construct may begin. */
export interface HeadDraft {
  at: number;
  readonly letterheads: Located[];
  readonly numbers: Located[];
  readonly titles: TitleReading[];
  signer?: Located;
  readonly addressees: Located[];
  readonly dates: IssueDate[];
  /** Bodies that a header table names. */
  readonly named: Located[];
  /** Days on which the page was put up, and whether a header table says what the document is. */
  readonly posted: IssueDate[];
  tabled: boolean;
  /** A menu stands over it. */
  paged: boolean;
  /** 国务院令 and its 第707号, X局公告 and its 2023年第5号. */
  order?: { readonly kind: string; readonly name: CleanSpan; readonly number: CleanSpan };
}

/** One piece of a head: reads what begins at `draft.at` into the draft and gives its end, or leaves it alone. */
export type HeadConstruct = (text: string, draft: HeadDraft, grammar: MastheadGrammar) => number | undefined;

export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

/** The rest of the line, at most 400 characters of it: a text without breaks is one line. */
export const lineAt = (text: string, at: number): string => text.slice(at, Math.min(lineEnd(text, at), at + 400));
