import { z } from "zod";
import { patternSchema } from "./pattern.ts";

const words = z.array(z.string().min(1));

/** Schema of `seeds/vocabulary/document-numbers.yaml`. */
export const documentNumbersSchema = z.strictObject({
  heads: words,
  forms: words,
  strongStops: words,
  weakStops: words,
  decrees: words,
  sameIssuers: z.array(words.min(2)),
  notDocuments: words,
  patterns: z.array(patternSchema),
});

/** DocumentNumbers 发文字号: what is known of issuer codes and of what may stand around a number. */
export type DocumentNumbers = z.output<typeof documentNumbersSchema>;
