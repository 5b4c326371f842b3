import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/duty-lines.yaml`. */
export const dutyLinesSchema = z.strictObject({
  openers: wordListSchema,
  takesPart: wordListSchema,
  groupHeadings: wordListSchema,
  sections: wordListSchema,
  duties: wordListSchema,
  dutyKinds: wordListSchema,
  charterVerbs: wordListSchema,
  following: wordListSchema,
  isWords: wordListSchema,
  others: wordListSchema,
  measureNouns: wordListSchema,
  seats: wordListSchema,
  publicBodies: wordListSchema,
  employers: wordListSchema,
  noTask: wordListSchema,
  posts: wordListSchema,
  describing: wordListSchema,
});

/** DutyLineWords 职责清单用语: the words of `seeds/vocabulary/duty-lines.yaml`. */
export type DutyLineWords = z.output<typeof dutyLinesSchema>;
