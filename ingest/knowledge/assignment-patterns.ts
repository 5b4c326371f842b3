import { z } from "zod";

/** Schema of `seeds/vocabulary/assignment-patterns.yaml`. `expect`: role and surface form, in text order. */
export const assignmentPatternsSchema = z.array(
  z.strictObject({
    id: z.string(),
    zh: z.string(),
    en: z.string(),
    field: z.string().startsWith("§"),
    examples: z.array(z.strictObject({ text: z.string(), expect: z.array(z.string()).min(1) })).min(1),
    nearMisses: z.array(z.string()).min(1),
  }),
);

/** Assignment patterns 责任表述模式: each rule id of the evidence with its name, source, examples and near-misses. */
export type AssignmentPatterns = z.output<typeof assignmentPatternsSchema>;
