import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/parts.yaml`. */
export const partsSchema = z.strictObject({
  attachments: wordListSchema,
  attachmentsShort: wordListSchema,
  papers: wordListSchema,
  pointing: wordListSchema,
  passedTo: wordListSchema,
  wrapperKinds: wordListSchema,
  presenting: wordListSchema,
  now: wordListSchema,
  revised: wordListSchema,
  invoked: wordListSchema,
});

/** PartWords 文件组成用语: the words of `seeds/vocabulary/parts.yaml`. */
export type PartWords = z.output<typeof partsSchema>;
