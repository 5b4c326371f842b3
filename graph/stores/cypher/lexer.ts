/**
 * Lexer 词法: Cypher split into tokens with their offsets; white space and comments are skipped. It never fails: what is
 * not closed runs to the end, and the engine's own parser has the last word.
 */
export type TokenKind = "word" | "quoted" | "string" | "number" | "parameter" | "punctuation";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const SKIPPED = /(?:\s+|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$))+/uy;
const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ["string", /'(?:[^'\\]|\\[\s\S])*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)/uy],
  ["quoted", /`(?:[^`]|``)*(?:`|$)/uy],
  ["parameter", /\$(?:`(?:[^`]|``)*`|[\p{ID_Continue}_]+)/uy],
  ["number", /(?:0[xo][\da-f]+|(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)/iuy],
  ["word", /[\p{ID_Start}_][\p{ID_Continue}_]*/uy],
  ["punctuation", /<>|<=|>=|=~|\+=|\.\.|[\s\S]/uy],
];

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    at += matchAt(SKIPPED, query, at)?.length ?? 0;
    if (at >= query.length) break;
    for (const [kind, pattern] of KINDS) {
      const text = matchAt(pattern, query, at);
      if (text === undefined || text === "") continue;
      tokens.push({ kind, text, from: at, to: at + text.length });
      at += text.length;
      break;
    }
  }
  return tokens;
}

export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === "word" && words.includes(token.text.toUpperCase());

export const isMark = (token: Token | undefined, ...marks: readonly string[]): boolean =>
  token?.kind === "punctuation" && marks.includes(token.text);

/**
 * True where the word begins a clause or is an operator: not a property (`.return`), label or type (`:Return`), map key
 * (`{return: 1}`) or alias (`AS return`).
 */
export function isKeyword(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (isMark(before, ".", ":", "|", "&", "!", "%") || isWord(before, "AS")) return false;
  return !(isMark(tokens[index + 1], ":") && isMark(before, "{", ","));
}

/** How deep each token stands in (), [] and {}; a bracket has the depth of what is around it. */
export function depthsOf(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.map((token) => {
    if (isMark(token, ")", "]", "}")) depth--;
    const here = depth;
    if (isMark(token, "(", "[", "{")) depth++;
    return here;
  });
}

/** Line and column of an offset, both from 1, columns in characters. */
export function positionOf(query: string, offset: number): { line: number; column: number } {
  const before = query.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: before.length, column: Array.from(before.at(-1) ?? "").length + 1 };
}
