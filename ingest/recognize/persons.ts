import type { CleanSpan } from "../../graph/model/span.ts";
import type { Surnames } from "../knowledge/surnames.ts";

export interface PersonMention {
  readonly span: CleanSpan;
  /** Without spaces inside. */
  readonly name: string;
}

export interface PersonRecognizer {
  /** A name that fills the whole string, posts before or behind it aside (副区长张某某, 王某某同志). */
  in(piece: string): { readonly from: number; readonly to: number; readonly name: string } | undefined;
}

/** Recognises names by surname and length: two to four hanzi, or longer with · (minority names). */
export function createPersonRecognizer(surnames: Surnames): PersonRecognizer {
  const posts = [...surnames.posts].sort((a, b) => b.length - a.length).join("|");
  const trailing = new RegExp(`(?:${posts})+$`, "u");
  const leading = new RegExp(`^.*(?:${posts})(?=.{2,4}$)`, "u");
  const isName = (words: string): boolean => {
    if (/^\p{Script=Han}{1,8}[·•]\p{Script=Han}{1,10}$/u.test(words)) return true;
    if (!/^\p{Script=Han}{2,4}$/u.test(words) || surnames.notNames.has(words)) return false;
    if (surnames.compound.some((surname) => words.startsWith(surname))) return words.length >= 3;
    return words.length <= 3 && surnames.single.has(words.charAt(0));
  };
  return {
    in(piece) {
      const behind = piece.length - piece.replace(trailing, "").length;
      const body = piece.slice(0, piece.length - behind);
      const before = leading.exec(body)?.[0].length ?? 0;
      for (const from of before > 0 ? [before, 0] : [0]) {
        const name = body.slice(from).replace(/\s/gu, "");
        if (isName(name)) return { from, to: body.length, name };
      }
      return undefined;
    },
  };
}
