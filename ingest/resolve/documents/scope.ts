import type { DocumentRef } from "../../../graph/model/reading.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { citationRecognizerOf } from "../../recognize/citations/index.ts";
import { titleParts } from "../../recognize/citations/title-core.ts";
import { namesPlace } from "./kind-and-level.ts";
import { titlePatternsOf } from "./title-patterns.ts";

/** Titles of at least this many characters are taken to be one document wherever they are cited. */
const DISTINCTIVE_LENGTH = 12;

/**
 * Whether a title means one document everywhere (`""`) or one in each place that cites it (ONTOLOGY.md, Document): 《实施意见》
 * of a city is not that of its province. The place is the home of the citing document.
 */
export function scopeOf(knowledge: Knowledge, ref: DocumentRef, home: string): string {
  const { title = "", issuer } = ref;
  const patterns = titlePatternsOf(knowledge);
  const { national } = patterns;
  if (patterns.local.test(title)) return home;
  if (citationRecognizerOf(knowledge).judge.isGeneric(title)) return home;
  if (national.test(title) || patterns.lawLike.test(title) || patterns.statedIssuer.test(title)) return "";
  if (namesPlace(knowledge, title)) return "";
  if (issuer !== undefined) return national.test(issuer) ? "" : home;
  if (national.test(home)) return "";
  return titleParts(title).core.length >= DISTINCTIVE_LENGTH ? "" : home;
}
