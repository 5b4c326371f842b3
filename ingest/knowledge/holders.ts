import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/holders.yaml`. */
export const holdersSchema = z.strictObject({
  conjunctions: wordListSchema,
  related: wordListSchema,
  departmentKinds: wordListSchema,
  departments: wordListSchema,
  bodyNouns: wordListSchema,
  openNouns: wordListSchema,
  fillers: wordListSchema,
  places: wordListSchema,
  bodyTails: wordListSchema,
  notInNames: wordListSchema,
  notFirst: wordListSchema,
  notLast: wordListSchema,
});

/** HolderWords 单位名单用语: the words of `seeds/vocabulary/holders.yaml`. */
export type HolderWords = z.output<typeof holdersSchema>;
