import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/list-rules.yaml`. */
export const listRulesSchema = z.strictObject({
  placed: wordListSchema,
  first: wordListSchema,
  carries: wordListSchema,
  beforeComma: wordListSchema,
  others: wordListSchema,
  without: wordListSchema,
  ruleWords: wordListSchema,
});

/** ListRuleWords 通则用语: the words of `seeds/vocabulary/list-rules.yaml`. */
export type ListRuleWords = z.output<typeof listRulesSchema>;
