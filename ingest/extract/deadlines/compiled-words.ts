import type { Knowledge } from "../../knowledge/knowledge.ts";
import { lexiconOf } from "../../recognize/lexicon.ts";
import { oneOf } from "../../recognize/word-pattern.ts";

/** The words of `seeds/vocabulary/deadlines.yaml` as expressions, with the shared recognisers. */
export interface CompiledDeadlineWords {
  readonly label: RegExp;
  readonly labelAlone: RegExp;
  readonly heading: RegExp;
  readonly openAlone: RegExp;
  readonly openSticky: RegExp;
  readonly done: RegExp;
  readonly submit: RegExp;
  readonly notBefore: RegExp;
  readonly notBehind: RegExp;
  readonly benefit: RegExp;
  readonly recurring: RegExp;
  readonly news: RegExp;
  /** True where a body's name begins at the offset. */
  bodyAt(text: string, at: number): boolean;
}

const compiled = new WeakMap<Knowledge, CompiledDeadlineWords>();

export function deadlineWordsOf(knowledge: Knowledge): CompiledDeadlineWords {
  const known = compiled.get(knowledge);
  if (known !== undefined) return known;
  const { deadlines: words } = knowledge;
  const labels = oneOf(words.labels);
  const result: CompiledDeadlineWords = {
    label: new RegExp(`${labels}(?:[（(][^（()）]{0,12}[）)])?\\s?[:：]`, "gu"),
    labelAlone: new RegExp(labels, "gu"),
    heading: new RegExp(oneOf(words.headings), "gu"),
    openAlone: new RegExp(`^${oneOf(words.open)}$`, "u"),
    openSticky: new RegExp(oneOf(words.open), "uy"),
    done: new RegExp(`^(?:前|力争|确保|务必|全部|基本|全面|初步|如期|按期)?${oneOf(words.done)}`, "u"),
    submit: new RegExp(`^${oneOf(words.submit)}`, "u"),
    notBefore: new RegExp(`${oneOf(words.notBefore)}$`, "u"),
    notBehind: new RegExp(`^${oneOf(words.notBehind)}`, "u"),
    benefit: new RegExp(`^(?:足额|一并|[^，,。；]{0,16}?(?:可以?|一律|继续|允许))?${oneOf(words.benefits)}`, "u"),
    recurring: new RegExp(`${oneOf(words.recurring)}的?\\s?$`, "u"),
    news: new RegExp(oneOf(words.news), "gu"),
    bodyAt: (text, at) => lexiconOf(knowledge).agencies.match(text, at) !== undefined,
  };
  compiled.set(knowledge, result);
  return result;
}
