import { z } from "zod";
import { wordListSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/same-documents.yaml`. */
export const sameDocumentsSchema = z.strictObject({
  issuerEnds: wordListSchema,
  central: wordListSchema,
  everywhere: wordListSchema,
  ministries: wordListSchema,
  laws: wordListSchema,
  notLaws: wordListSchema,
  ordinances: wordListSchema,
  ofLaws: wordListSchema,
  own: wordListSchema,
  ownBodies: wordListSchema,
  party: wordListSchema,
  telling: wordListSchema,
});

/** SameDocumentWords 文件归一用语: the words of `seeds/vocabulary/same-documents.yaml`. */
export type SameDocumentWords = z.output<typeof sameDocumentsSchema>;
