import { z } from "zod";
import { wordListSchema, wordMapSchema } from "./word-list.ts";

/** Schema of `seeds/vocabulary/bodies.yaml`. */
export const bodiesSchema = z.strictObject({
  nation: wordListSchema,
  nationNames: wordListSchema,
  wholePlaces: wordListSchema,
  generalOffices: wordListSchema,
  staffOffices: wordListSchema,
  towns: wordListSchema,
  townOrgans: wordListSchema,
  wordPlaces: wordListSchema,
  mainland: wordListSchema,
  taiwan: wordListSchema,
  owners: wordMapSchema,
  sent: wordListSchema,
  ownWords: wordListSchema,
  notBehindOwner: wordListSchema,
  itself: wordListSchema,
  departments: wordListSchema,
  enterprises: wordListSchema,
  sites: wordListSchema,
  areas: wordListSchema,
  eachLevel: wordListSchema,
  everyPlace: wordListSchema,
  provincial: wordListSchema,
  subprovincial: wordListSchema,
  branchNames: wordMapSchema,
  codeOffices: wordListSchema,
  codeForms: wordListSchema,
});

/** BodyWords 机构用语: the words of `seeds/vocabulary/bodies.yaml`. */
export type BodyWords = z.output<typeof bodiesSchema>;
