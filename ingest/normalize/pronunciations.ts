import type { Repair } from "./tracked-text.ts";

/** 發(fā)現(xiàn): a syllable in brackets behind one hanzi, with a tone mark or without. */
const GLOSS = /(?<=\p{Script=Han})\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}\)/gu;
const TONE = /[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]/u;
/** So many with a tone mark are the work of a converter, not of an author. */
const FEWEST = 5;

/**
 * Pronunciations 注音: mirrors that turn simplified characters into traditional ones print a syllable behind those they
 * are unsure of, all over the text. They go; a gloss or two that an author gave stays.
 */
export function repairPronunciations(text: string): Repair[] {
  const found = Array.from(text.matchAll(GLOSS));
  if (found.filter(([gloss]) => TONE.test(gloss)).length < FEWEST) return [];
  return found.map(({ 0: gloss, index: from }) => ({
    from,
    to: from + gloss.length,
    replacement: "",
    rule: "pronunciation",
  }));
}
