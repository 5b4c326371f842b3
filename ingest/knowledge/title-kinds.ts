import { z } from "zod";

const words = z.array(z.string().min(1)).min(1);
const group = z.strictObject({ words, example: z.string(), nearMiss: z.string() });

/** Schema of `seeds/vocabulary/title-kinds.yaml`. */
export const titleKindsSchema = z.strictObject({
  official: group,
  compound: group,
  issued: group,
  topics: group,
  orders: group,
  aboutWords: words,
  issueWords: words,
});

/** TitleKinds 文种: the words in which titles end, and the verbs that join an issuer to them. */
export type TitleKinds = z.output<typeof titleKindsSchema>;
