import { z } from "zod";

const words = z.array(z.string().min(1)).min(1);

/** Schema of `seeds/vocabulary/markers.yaml`. */
export const markersSchema = z.strictObject({
  headings: words,
  turns: words,
  beforeCitation: words,
});

/** MarkerWords 序号用语: words that tell numbering from text. */
export type MarkerWords = z.output<typeof markersSchema>;
