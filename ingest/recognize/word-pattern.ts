/** Words 词表 as one expression: longest first, escaped, each once. Of an empty list: what never matches. */
export function oneOf(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.length === 0 ? "(?:(?!))" : `(?:${sorted.map(escapePattern).join("|")})`;
}

export const escapePattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&");
