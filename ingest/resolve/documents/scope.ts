import type { DocumentRef } from "../../../graph/model/reading.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { citationRecognizerOf } from "../../recognize/citations/index.ts";
import { titleParts } from "../../recognize/citations/title-core.ts";
import { namesPlace } from "./kind-and-level.ts";

/** Titles of at least this many characters are taken to be one document wherever they are cited. */
const DISTINCTIVE_LENGTH = 12;
const NATIONAL =
  /中共中央|国务院|中央|中办|国办|全国|国家|中华人民共和国|最高人民|党的|教育部|总局|总署|全总|[一-龥]{2,}部(?:门)?$/u;
const LAW = /(?:(?<![办方])法|条例|法典|宪法)(?:实施条例|实施细则)?(?:[（(][^（）()]*[）)])?$/u;
/** 本市, 我省 in a title: whose it is, only the home of the citing document tells. */
const LOCAL = /[本我全](?:省|市|县|区|州|自治区|局|厅)/u;
/** An issuer before 关于 inside the title. */
const ISSUER_IN_TITLE = /^.{2,30}(?:委|政府|[办厅局部署院会])关于/u;

/**
 * Whether a title means one document everywhere (`""`) or one in each place that cites it (ONTOLOGY.md, Document): 《实施意见》
 * of a city is not that of its province. The place is the home of the citing document.
 */
export function scopeOf(knowledge: Knowledge, ref: DocumentRef, home: string): string {
  const { title = "", issuer } = ref;
  if (LOCAL.test(title)) return home;
  if (citationRecognizerOf(knowledge).judge.isGeneric(title) || /^政府工作报告$/u.test(title)) return home;
  if (NATIONAL.test(title) || LAW.test(title) || ISSUER_IN_TITLE.test(title) || namesPlace(knowledge, title)) return "";
  if (issuer !== undefined) return NATIONAL.test(issuer) ? "" : home;
  if (NATIONAL.test(home)) return "";
  return titleParts(title).core.length >= DISTINCTIVE_LENGTH ? "" : home;
}
