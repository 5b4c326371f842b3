import { z } from "zod";
import { patternSchema } from "./pattern.ts";

const words = z.array(z.string().min(1));

/** Schema of `seeds/vocabulary/known-laws.yaml`. */
export const knownLawsSchema = z.strictObject({
  notBefore: words,
  laws: words,
  patterns: z.array(patternSchema),
  documents: z.array(z.strictObject({ words, year: z.boolean() })),
  documentPatterns: z.array(patternSchema),
});

/** KnownLaws 法律: laws and documents that texts name without 《》. */
export type KnownLaws = z.output<typeof knownLawsSchema>;
