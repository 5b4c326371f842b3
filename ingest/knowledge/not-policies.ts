import { z } from "zod";
import { patternSchema } from "./pattern.ts";

const words = z.array(z.string().min(1));

/** Schema of `seeds/vocabulary/not-policies.yaml`. */
export const notPoliciesSchema = z.strictObject({
  cues: z.array(patternSchema.extend({ before: words, after: words })),
});

/** NotPolicies 非文件: words around 《…》 that make it a book, a film or a form. */
export type NotPolicies = z.output<typeof notPoliciesSchema>;
