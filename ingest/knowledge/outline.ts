import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/outline.yaml`. */
export const outlineSchema = z.strictObject({
  duties: wordListSchema,
  headingGoesOn: wordListSchema,
  afterTurn: wordListSchema,
  notSaid: wordListSchema,
  cited: wordListSchema,
  citedAtLine: wordListSchema,
  notUnits: wordListSchema,
  countedItems: wordListSchema,
  follows: wordListSchema,
  contents: wordListSchema,
});

/** OutlineWords 条款用语: the words of `seeds/vocabulary/outline.yaml`. */
export type OutlineWords = z.output<typeof outlineSchema>;
