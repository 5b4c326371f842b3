import type { AnaphorMention } from "../../recognize/citations/anaphor.ts";
import { titleParts } from "../../recognize/citations/title-core.ts";
import { endingsOf, type ResolvedCitation, shortMention } from "./resolved-citation.ts";

/** How far back 该方案 may point. */
const JUST_NAMED = 300;

/** 该方案: the only document with a title that ends so among those just named in the paragraph; both lists in text order. */
export function pointingBack(
  text: string,
  anaphors: readonly AnaphorMention[],
  named: readonly ResolvedCitation[],
): ResolvedCitation[] {
  let next = 0;
  return anaphors.flatMap(({ span, kind }) => {
    while (next < named.length && (named[next]?.mention.span.from ?? 0) < span.from) next++;
    const start = Math.max(text.lastIndexOf("\n", span.from) + 1, span.from - JUST_NAMED);
    const meant = new Map<string, ResolvedCitation>();
    for (let i = next - 1; i >= 0; i--) {
      const before = named[i];
      if (before === undefined || before.mention.span.from < start) break;
      if (before.mention.to > span.from) return [];
      const { number, title = "" } = before.mention.document;
      if (endingsOf(title).some((words) => words.endsWith(kind))) meant.set(number ?? titleParts(title).whole, before);
    }
    const [found] = meant.values();
    if (found === undefined || meant.size > 1) return [];
    const { document } = found.mention;
    return [shortMention(text, span, document, found.own, { rule: "anaphor-in-context", confidence: 0.75 })];
  });
}
