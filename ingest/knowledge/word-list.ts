import { z } from "zod";

/** A word as it stands in a text; what an expression is made of is refused. */
const plainWord = z.string().regex(/^[^\s\\^$.|?*+()[\]{}]+$/u, "a plain word, no expression");

const described = {
  /** What the list is, Chinese and English. */
  zh: z.string().min(1),
  en: z.string().min(1),
  /** Where the notes of the field or the rules of annotation say so. */
  section: z.string().regex(/^(?:FIELD|ANNOTATION)\b/u),
  /** Its reading needs the list. */
  example: z.string().min(1),
  /** Holds a word of the list, but its reading does not depend on it. */
  nearMiss: z.string().min(1),
};
const words = z.array(plainWord).min(1);

/** A list of plain words with its description, its source, an example and a near-miss; those are tests. */
export const wordListSchema = z.strictObject({ ...described, words });

/** As before, the words sorted by the role that they give. */
export const roleWordListSchema = z.strictObject({
  ...described,
  words: z.strictObject({ lead: words, responsible: words, participate: words }),
});

/** As before, each word with others that belong to it. */
export const wordMapSchema = z.strictObject({ ...described, words: z.record(plainWord, words) });

/** WordList 词表: words of one kind. */
export type WordList = z.output<typeof wordListSchema>;

/** RoleWordList 职责词表: words by role. */
export type RoleWordList = z.output<typeof roleWordListSchema>;

/** WordMap 对照词表: words, each with others that belong to it. */
export type WordMap = z.output<typeof wordMapSchema>;
