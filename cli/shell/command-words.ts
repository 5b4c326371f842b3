/** Splits the words of a command; double quotation marks hold together what has spaces: `agency="甲 乙"`. */
export function commandWords(line: string): string[] {
  const words = line.match(/(?:[^\s"]|"(?:[^"\\]|\\.)*(?:"|$))+/gu) ?? [];
  return words.map((word) => word.replace(/"((?:[^"\\]|\\.)*)(?:"|$)/gu, (_, held: string) => held.replace(/\\(.)/gu, "$1"))); // biome-ignore format: one idea
}

/** A word as it must be written to be one word. */
export const quotedWord = (word: string): string =>
  /[\s"]/u.test(word) ? `"${word.replace(/["\\]/gu, "\\$&")}"` : word;
