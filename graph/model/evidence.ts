/**
 * Evidence 出处: the exact words that prove an edge (ONTOLOGY.md, "Conventions").
 * Offsets are UTF-16 code units of the decoded source text; `quote` is cleaned text.
 */
export interface Evidence {
  /** Document id. */
  readonly doc: string;
  /** Clause id, where the words stand inside one. */
  readonly clause?: string;
  /** The mention itself: the agency, person or citation, with the whole extent of a run printed several times. */
  readonly from: number;
  readonly to: number;
  /** The words that give the role, where there are any. */
  readonly cueFrom?: number;
  readonly cueTo?: number;
  /** The smallest sentence, bracket or cell that holds both, cleaned. */
  readonly quote: string;
  /** Id of the pattern or step that found it. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** True where no words state it. */
  readonly inferred: boolean;
}
