import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/set-ups.yaml`. */
export const setUpsSchema = z.strictObject({
  founding: wordListSchema,
  groups: wordListSchema,
  bareGroups: wordListSchema,
  postEnds: wordListSchema,
  personal: wordListSchema,
  members: wordListSchema,
});

/** SetUpWords 成立机构用语: the words of `seeds/vocabulary/set-ups.yaml`. */
export type SetUpWords = z.output<typeof setUpsSchema>;
