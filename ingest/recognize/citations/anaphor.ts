import type { CleanSpan } from "../../../graph/model/span.ts";
import type { CitedTitles } from "../../knowledge/cited-titles.ts";
import { oneOf } from "../word-pattern.ts";

/** AnaphorMention 回指: 该方案, 上述意见; which document is meant, the text before tells. */
export interface AnaphorMention {
  readonly span: CleanSpan;
  /** 方案, 意见. */
  readonly kind: string;
}

/** Compiles the demonstratives and kinds of `seeds/vocabulary/cited-titles.yaml`. */
export function createAnaphorFinder({ anaphors }: CitedTitles): (text: string) => AnaphorMention[] {
  const pattern = new RegExp(
    `${oneOf(anaphors.demonstratives)}(?<kind>${oneOf(anaphors.kinds)})(?!${oneOf(anaphors.notBehind)})`,
    "gu",
  );
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      span: { from: match.index, to: match.index + match[0].length },
      kind: match.groups?.["kind"] ?? "",
    }));
}
