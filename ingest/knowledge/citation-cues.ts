import { z } from "zod";
import { patternSchema } from "./pattern.ts";

const words = z.array(z.string().min(1)).min(1);
const use = z.enum(["before", "touching", "implement", "suffix", "conform", "around", "label", "guiding", "mention"]);

/** Schema of `seeds/vocabulary/citation-cues.yaml`. */
export const citationCuesSchema = z.strictObject({
  cues: z.array(patternSchema.extend({ use, words, after: words.optional() })),
});

/** CitationCues 引用用语: the words by which a text invokes a document or merely names it. */
export type CitationCues = z.output<typeof citationCuesSchema>;

/** How the words of a cue bind to the citation. */
export type CueUse = z.output<typeof use>;
