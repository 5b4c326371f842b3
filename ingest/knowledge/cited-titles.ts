import { z } from "zod";
import { patternSchema } from "./pattern.ts";

const words = z.array(z.string().min(1)).min(1);

/** Schema of `seeds/vocabulary/cited-titles.yaml`. */
export const citedTitlesSchema = z.strictObject({
  policies: words,
  others: words,
  exceptions: words,
  anaphors: z.strictObject({ demonstratives: words, kinds: words, notBehind: words }),
  patterns: z.array(patternSchema),
});

/** CitedTitles 标题用语: the words with which titles of policies, and of papers that are none, end. */
export type CitedTitles = z.output<typeof citedTitlesSchema>;
