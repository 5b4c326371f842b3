import type { CleanSpan } from "../../../graph/model/span.ts";

/** TitleMention 书名号: 《…》 with what stands inside; nested 《…〈…〉…》 is one title. */
export interface TitleMention {
  readonly span: CleanSpan;
  /** The words inside, blanks dropped, nested brackets as 〈〉. */
  readonly title: string;
}

const OPEN = "《";
const CLOSE = "》";
/** Titles longer than this are an opening bracket whose partner was lost. */
const MAX_TITLE = 160;

/**
 * All titles in 《》, in text order, outermost only. An opening bracket without partner within 160 characters is skipped,
 * so a damaged one hides nothing behind it. Linear in the text: every character is looked at by at most a bounded number
 * of opening brackets.
 */
export function findTitles(text: string): TitleMention[] {
  const found: TitleMention[] = [];
  for (let from = text.indexOf(OPEN); from >= 0; ) {
    const to = closing(text, from);
    if (to === undefined) {
      from = text.indexOf(OPEN, from + 1);
      continue;
    }
    const title = cleanTitle(text.slice(from + 1, to - 1));
    if (title !== "") found.push({ span: { from, to }, title });
    from = text.indexOf(OPEN, to);
  }
  return found;
}

function closing(text: string, from: number): number | undefined {
  let depth = 0;
  const end = Math.min(text.length, from + MAX_TITLE);
  for (let i = from; i < end; i++) {
    const char = text.charAt(i);
    if (char === OPEN) depth++;
    else if (char === CLOSE && --depth === 0) return i + 1;
    else if (char === "。" && depth > 0) break;
  }
  // Partner lost (《甲条例，《乙条例》): the first one stands alone.
  return undefined;
}

const isLatin = (char: string): boolean => /[\p{Script=Latin}\d]/u.test(char);

/** A title as it is kept: blanks between Latin words only, nested brackets as 〈〉. */
export function cleanTitle(words: string): string {
  return words
    .replace(/\s+/gu, (gap, at: number) =>
      isLatin(words.charAt(at - 1)) && isLatin(words.charAt(at + gap.length)) ? " " : "",
    )
    .replace(/[<＜《]/gu, "〈")
    .replace(/[>＞》]/gu, "〉");
}
