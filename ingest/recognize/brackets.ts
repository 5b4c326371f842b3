import type { CleanSpan } from "../../graph/model/span.ts";

const OPEN = "（(〔[【［﹝";
const CLOSE = "）)〕]】］﹞";
const MAX_BRACKET = 300;

/** The bracket that opens at `from`, with both its marks; any style closes any, as damaged texts mix them. */
export function bracketAt(text: string, from: number): CleanSpan | undefined {
  if (from >= text.length || !OPEN.includes(text.charAt(from))) return undefined;
  let depth = 0;
  const end = Math.min(text.length, from + MAX_BRACKET);
  for (let i = from; i < end; i++) {
    const char = text.charAt(i);
    if (char === "\n") return undefined;
    if (OPEN.includes(char)) depth++;
    else if (CLOSE.includes(char) && --depth === 0) return { from, to: i + 1 };
  }
  return undefined;
}

/** The innermost bracket around `at`, with both its marks, where it opens within 300 characters before. */
export function bracketAround(text: string, at: number): CleanSpan | undefined {
  let depth = 0;
  for (let i = at - 1; i >= 0 && at - i < MAX_BRACKET; i--) {
    const char = text.charAt(i);
    if (char === "\n") return undefined;
    if (CLOSE.includes(char)) depth++;
    else if (OPEN.includes(char) && depth-- === 0) {
      const bracket = bracketAt(text, i);
      return bracket !== undefined && bracket.to > at ? bracket : undefined;
    }
  }
  return undefined;
}
