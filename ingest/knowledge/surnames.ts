import { z } from "zod";

/** Schema of `seeds/gazetteer/surnames.yaml`. */
export const surnamesSchema = z.strictObject({
  single: z.string().transform((text) => new Set(text.replace(/\s/gu, ""))),
  compound: z.array(z.string()),
  notNames: z.array(z.string()).transform((words) => new Set(words)),
  posts: z.array(z.string()),
});

/** Surnames 姓氏: what tells a person's name from other short words. */
export type Surnames = z.output<typeof surnamesSchema>;
