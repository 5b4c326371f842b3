import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/layout.yaml`. */
export const layoutSchema = z.strictObject({
  attachments: wordListSchema,
  labels: wordListSchema,
  continuing: wordListSchema,
  titleEnds: wordListSchema,
  inTitles: wordListSchema,
  measures: wordListSchema,
  counters: wordListSchema,
});

/** LayoutWords 版面用语: the words of `seeds/vocabulary/layout.yaml`. */
export type LayoutWords = z.output<typeof layoutSchema>;
