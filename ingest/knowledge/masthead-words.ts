import { z } from "zod";

const words = z.array(z.string().min(1)).min(1);

/** Schema of `seeds/vocabulary/masthead.yaml`. */
export const mastheadWordsSchema = z.strictObject({
  labels: z.strictObject({
    signer: words,
    addressees: words,
    copies: words,
    contact: words,
    furniture: words,
    title: words,
    number: words,
    date: words,
    posted: words,
    issuer: words,
    path: words,
  }),
  letterheads: words,
  beforeNumber: words,
  codeHeads: words,
  codeForms: words,
  bodyEnds: words,
  groupEnds: words,
  personEnds: words,
  publicNotes: words,
  posts: words,
  pageWords: words,
  menuWords: words,
  homeWords: words,
  footWords: words,
  footLabels: words,
  greetings: words,
  tableValues: words,
  siteTalk: words,
  leadWords: words,
  overTitles: words,
  imprintVerbs: words,
  afterDate: words,
});

/** MastheadWords 版头用语: labels and endings by which masthead and imprint are known. */
export type MastheadWords = z.output<typeof mastheadWordsSchema>;
