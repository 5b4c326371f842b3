import { z } from "zod";

/** Every pattern carries its id, its source, one text that it must find and one that it must not; those are tests. */
export const patternSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  section: z.string().min(1),
  example: z.string().min(1),
  nearMiss: z.string().min(1),
});

export type Pattern = z.output<typeof patternSchema>;
