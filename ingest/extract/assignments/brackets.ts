import type { CleanSpan } from "../../../graph/model/span.ts";

/** Bracket 括号: `span` with the brackets, `inside` without; `children` are the brackets within. */
export interface Bracket {
  readonly span: CleanSpan;
  readonly inside: CleanSpan;
  readonly children: readonly Bracket[];
}

const OPEN = "（(〔［[【﹝";
const CLOSE = "）)〕］]】﹞";

/**
 * Brackets 括号 of all widths, nested. One that is never closed ends at its line's end; a stray closing one is passed
 * over. Converters mix widths, so （ may be closed by ). Linear in the text.
 */
export function findBrackets(text: string): Bracket[] {
  interface Open {
    from: number;
    children: Bracket[];
  }
  const top: Bracket[] = [];
  const stack: Open[] = [];
  const close = (inside: number, to: number): void => {
    const open = stack.pop();
    if (open === undefined) return;
    const bracket = {
      span: { from: open.from, to },
      inside: { from: open.from + 1, to: inside },
      children: open.children,
    };
    (stack.at(-1)?.children ?? top).push(bracket);
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (OPEN.includes(char)) stack.push({ from: i, children: [] });
    else if (CLOSE.includes(char)) close(i, i + 1);
    else if (char === "\n") while (stack.length > 0) close(i, i);
  }
  while (stack.length > 0) close(text.length, text.length);
  return top;
}

/** All brackets with those within, outer ones first. */
export function* everyBracket(brackets: readonly Bracket[]): Generator<Bracket> {
  for (const bracket of brackets) {
    yield bracket;
    yield* everyBracket(bracket.children);
  }
}
