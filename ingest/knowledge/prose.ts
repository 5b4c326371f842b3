import { z } from "zod";
import { roleWordListSchema, wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/prose.yaml`. */
export const proseSchema = z.strictObject({
  duties: roleWordListSchema,
  joins: wordListSchema,
  answers: wordListSchema,
  orders: wordListSchema,
  modals: wordListSchema,
  adverbs: wordListSchema,
  connectives: wordListSchema,
  measures: wordListSchema,
  subjectGoesOn: wordListSchema,
  notBy: wordListSchema,
  past: wordListSchema,
  fraud: wordListSchema,
  reports: wordListSchema,
  noObject: wordListSchema,
  notTheWord: wordListSchema,
  liability: wordListSchema,
  attributes: wordListSchema,
  drafted: wordListSchema,
  stated: wordListSchema,
  relative: wordListSchema,
  everybody: wordListSchema,
  nobody: wordListSchema,
  serving: wordListSchema,
  servingNouns: wordListSchema,
  companies: wordListSchema,
  anybody: wordListSchema,
  everyKind: wordListSchema,
  fieldHeads: wordListSchema,
  governments: wordListSchema,
  works: wordListSchema,
  compounds: wordListSchema,
  called: wordListSchema,
  together: wordListSchema,
  partVerbs: wordListSchema,
  partNouns: wordListSchema,
  overall: wordListSchema,
  delegated: wordListSchema,
  oversight: wordListSchema,
  comrade: wordListSchema,
  chairing: wordListSchema,
});

/** ProseWords 行文用语: the words of `seeds/vocabulary/prose.yaml`. */
export type ProseWords = z.output<typeof proseSchema>;
