import { z } from "zod";
import { patternSchema } from "./pattern.ts";

const words = z.array(z.string().min(1)).min(1);

/** Schema of `seeds/vocabulary/deadlines.yaml`. */
export const deadlinesSchema = z.strictObject({
  labels: words,
  headings: words,
  open: words,
  done: words,
  submit: words,
  notBefore: words,
  notBehind: words,
  benefits: words,
  recurring: words,
  news: words,
  patterns: z.array(patternSchema),
});

/** DeadlineWords 时限用语: the words of `seeds/vocabulary/deadlines.yaml`. */
export type DeadlineWords = z.output<typeof deadlinesSchema>;
