import type { ProseWords } from "../../knowledge/prose.ts";
import { oneOf } from "../../recognize/word-pattern.ts";

/** Alternatives 词的选择式: the words of `seeds/vocabulary/prose.yaml` that several shapes share, as parts of expressions. */
export interface ProseAlternatives {
  readonly joins: string;
  readonly lead: string;
  readonly duty: string;
  /** Duties that do not help another's. */
  readonly ownDuty: string;
  readonly help: string;
  /** 要, 将, 可: one auxiliary. */
  readonly auxiliary: string;
  /** 应当依法具体: what may stand before a duty, once; 会 of 会同 is none of it. */
  readonly modifier: string;
}

export function proseAlternatives(prose: ProseWords): ProseAlternatives {
  const { lead, responsible, participate } = prose.duties.words;
  const joins = oneOf(prose.joins.words);
  const auxiliaries = [...prose.orders.words, ...prose.modals.words];
  return {
    joins,
    lead: oneOf(lead),
    duty: oneOf([...lead, ...responsible, ...participate]),
    ownDuty: oneOf([...lead, ...responsible]),
    help: oneOf(participate),
    auxiliary: `(?!${joins})${oneOf(auxiliaries)}`,
    modifier: `(?!${joins})${oneOf([...auxiliaries, ...prose.adverbs.words, ...prose.connectives.words])}`,
  };
}
