import { z } from "zod";

const name = z.string().min(1);
const why = z.string().optional();
const relation = z.enum(["LEADS", "RESPONSIBLE_FOR", "PARTICIPATES_IN"]);

/**
 * One correction 更正. Bodies are named by full name or id, documents by number, title or id, tasks and edges by id:
 * - same: two or more bodies are one; the first name stays, the others become its aliases.
 * - different: a mention in one document is not the body it was taken for; `name` says which it is, where known.
 * - rename: a body has another full name.
 * - drop: an edge that is wrong.
 * - add: an assignment that was missed, with the exact words that state it.
 */
export const correctionSchema = z.union([
  z.strictObject({ same: z.array(name).min(2), why }),
  z.strictObject({
    different: z.strictObject({ agency: name, document: name, mention: name, name: name.optional() }),
    why,
  }),
  z.strictObject({ rename: z.strictObject({ from: name, to: name }), why }),
  z.strictObject({ drop: name, why }),
  z.strictObject({
    add: z.strictObject({ type: relation, agency: name, task: name, mention: name, quote: name }),
    why,
  }),
]);

export type CorrectionWords = z.output<typeof correctionSchema>;

/** A correction and the line it begins on, from 1. */
export interface Correction {
  readonly line: number;
  readonly words: CorrectionWords;
}

/** What a correction did to the graph; `changed` 0 where it found nothing to change. */
export interface CorrectionEffect {
  readonly line: number;
  readonly changed: number;
  readonly message: string;
  readonly english: string;
}
