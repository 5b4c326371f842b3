import type { CleanSpan } from "../../../graph/model/span.ts";
import type { KnownLaws } from "../../knowledge/known-laws.ts";
import { oneOf } from "../word-pattern.ts";

/** A law or document named without 《》: 落实职业教育法; 2023年中央一号文件. */
export interface KnownDocumentMention {
  readonly span: CleanSpan;
  readonly title: string;
  readonly rule: "law-by-name" | "document-by-name";
}

/** Compiles the lists of `seeds/vocabulary/known-laws.yaml`. Mentions inside other citations are the caller's to drop. */
export function createKnownDocumentFinder(knowledge: KnownLaws): (text: string) => KnownDocumentMention[] {
  const law = new RegExp(
    `(?<![\\p{Script=Han}《〈]法)(?<nation>中华人民共和国)?(?<name>${oneOf(knowledge.laws)})(?!${oneOf(knowledge.notBefore)})`,
    "gu",
  );
  const named = knowledge.documents.map(
    ({ words, year }) => new RegExp(`${year ? "(?<year>(?:19|20)\\d{2}\\s?年)?(?:的)?" : ""}${oneOf(words)}`, "gu"),
  );
  return (text) => [
    ...[...text.matchAll(law)].map((match) => ({
      span: { from: match.index, to: match.index + match[0].length },
      title: match[0],
      rule: "law-by-name" as const,
    })),
    ...named.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        span: { from: match.index, to: match.index + match[0].length },
        title: match[0].replace(/\s/gu, ""),
        rule: "document-by-name" as const,
      })),
    ),
  ];
}
