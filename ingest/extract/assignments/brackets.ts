import type { CleanSpan } from "../../../graph/model/span.ts";

/** Bracket 括号: `span` with the brackets, `inside` without; `children` are the brackets within. */
export interface Bracket {
  readonly span: CleanSpan;
  readonly inside: CleanSpan;
  readonly children: readonly Bracket[];
}

const OPEN = "（(〔［[【﹝";
const CLOSE = "）)〕］]】﹞";
/** Quotes of titles: one that closes where none is open was meant to close the bracket: （市教育局〉. */
const OPEN_TITLE = "〈《";
const CLOSE_TITLE = "〉》";

/**
 * Brackets 括号 of all widths, nested. One that is never closed ends at its line's end; a stray closing one is passed
 * over. Converters mix widths, so （ may be closed by ). Linear in the text.
 */
export function findBrackets(text: string): Bracket[] {
  interface Open {
    from: number;
    children: Bracket[];
    titles: number;
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
  /** Counts the titles open within the innermost bracket. */
  const quote = (by: 1 | -1): number => {
    const open = stack.at(-1);
    if (open === undefined) return 0;
    open.titles += by;
    return open.titles;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (OPEN.includes(char)) stack.push({ from: i, children: [], titles: 0 });
    else if (CLOSE.includes(char)) close(i, i + 1);
    else if (OPEN_TITLE.includes(char)) quote(1);
    else if (CLOSE_TITLE.includes(char) && quote(-1) < 0) close(i, i + 1);
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
