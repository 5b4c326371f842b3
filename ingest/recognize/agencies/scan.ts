import type { ParseOptions } from "./agency-parse.ts";
import type { GroupLexicon } from "./group.ts";
import type { Lexicon } from "./lexicon.ts";
import { mayEnd } from "./shape.ts";

/** Scan 读取窗口: a window of folded text with all that is needed to read a name in it. */
export interface Scan {
  readonly lexicon: Lexicon;
  readonly groups: GroupLexicon;
  readonly text: string;
  /** Nothing at or behind this offset is looked at. */
  readonly limit: number;
  readonly options: ParseOptions;
}

/** The next few characters, inside the window. */
export const ahead = ({ text, limit }: Scan, from: number, length: number): string =>
  text.slice(from, Math.min(limit, from + length));

/** False where the character behind makes another word of the last one. */
export const endsAt = ({ lexicon, text, limit }: Scan, from: number, to: number): boolean =>
  mayEnd(lexicon, text, text.slice(from, to), to, limit);

/** True where a verb or particle that names do not contain begins inside the range. */
export function isStopped({ lexicon, text, limit }: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (lexicon.words.longest(text, at, limit)?.value === "stop") return true;
  }
  return false;
}
