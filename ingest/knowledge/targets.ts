import { z } from "zod";
import { patternSchema } from "./pattern.ts";

const words = z.array(z.string().min(1)).min(1);

/** Schema of `seeds/vocabulary/targets.yaml`. */
export const targetsSchema = z.strictObject({
  reach: z.strictObject({ atLeast: words, atMost: words, above: words, equal: words, change: words }),
  make: words,
  units: words,
  timeUnits: words,
  tails: z.strictObject({ atLeast: words, atMost: words, about: words }),
  commit: words,
  yearHeads: words,
  past: words,
  told: words,
  notTold: words,
  background: words,
  amounts: words,
  measures: words,
  conditions: words,
  rules: words,
  plans: words,
  yearly: words,
  duties: words,
  carryOut: words,
  aggregates: words,
  patterns: z.array(patternSchema),
});

/** TargetWords 指标用语: the words of `seeds/vocabulary/targets.yaml`. */
export type TargetWords = z.output<typeof targetsSchema>;
