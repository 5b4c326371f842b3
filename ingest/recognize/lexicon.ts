import type { Knowledge } from "../knowledge/knowledge.ts";
import { type AgencyRecognizer, createAgencyRecognizer } from "./agencies/index.ts";
import { createLabelRecognizer, type LabelRecognizer } from "./labels/index.ts";
import { createPersonRecognizer, type PersonRecognizer } from "./persons.ts";
import { createPredicateRecognizer, type PredicateRecognizer } from "./predicates/index.ts";
import { oneOf } from "./word-pattern.ts";
import { createTableRecognizer, type TableRecognizer } from "./tables/index.ts";

/** Lexicon 词法: the recognisers of labels and known names that normaliser, segmenter and extractors share. */
export interface Lexicon {
  readonly labels: LabelRecognizer;
  readonly agencies: AgencyRecognizer;
  readonly predicates: PredicateRecognizer;
  readonly persons: PersonRecognizer;
  readonly tables: TableRecognizer;
  /** A line of a page's header table begins: 索引号：, 来源：, 【发文机关】. */
  readonly header: RegExp;
}

const compiled = new WeakMap<Knowledge, Lexicon>();

/** The recognisers compiled from this knowledge, once. */
export function lexiconOf(knowledge: Knowledge): Lexicon {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const labels = createLabelRecognizer(knowledge.roles);
  const lexicon = {
    labels,
    agencies: createAgencyRecognizer(knowledge),
    predicates: createPredicateRecognizer(knowledge.roles),
    persons: createPersonRecognizer(knowledge.surnames),
    tables: createTableRecognizer(knowledge.tables, labels),
    header: headerOf(knowledge),
  };
  compiled.set(knowledge, lexicon);
  return lexicon;
}

function headerOf({ mastheadWords: { labels } }: Knowledge): RegExp {
  const { furniture, title, number, date, posted, issuer, path } = labels;
  const words = oneOf([...furniture, ...title, ...number, ...date, ...posted, ...issuer, ...path]);
  return new RegExp(`^(?:${words}\\s?[：:]|[【［[]\\s?${words}\\s?[】］\\]])`, "u");
}
