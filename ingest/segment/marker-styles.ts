import type { MarkerStyle } from "./marker-lexer.ts";

/** Usual order of shapes from the top: 第一章 → 第一条 → 一、 → （一） → 1. → （1） → ① → 一是. */
export const RANK: Readonly<Record<MarkerStyle, number>> = {
  heading1: -6,
  heading2: -5,
  heading3: -4,
  heading4: -3,
  heading5: -2,
  heading6: -1,
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  turn: 4,
  words: 4,
  formal: 5,
  han: 6,
  hanBracket: 7,
  digit: 8,
  decimal2: 9,
  decimal3: 10,
  decimal4: 11,
  digitBracket: 12,
  digitHalf: 13,
  circle: 14,
  say: 15,
};

/** Styles that may begin in the middle of words where line breaks are lost. */
export const RUN_ON: ReadonlySet<MarkerStyle> = new Set([
  "part",
  "chapter",
  "section",
  "article",
  "formal",
  "han",
  "hanBracket",
  "circle",
]);

/** Styles whose lists are short and begin anew in every paragraph: that is nothing to report. */
export const INLINE: ReadonlySet<MarkerStyle> = new Set(["digitBracket", "digitHalf", "circle", "say"]);

/** Styles of which one may be missing in the middle of a text. */
export const SKIPPING: ReadonlySet<MarkerStyle> = new Set(["han", "hanBracket", "article", "chapter", "digit"]);

/** Styles that may follow a heading whose line break is lost. */
export const HEADING_STYLES: ReadonlySet<MarkerStyle> = new Set([
  "part",
  "chapter",
  "section",
  "article",
  "formal",
  "han",
  "hanBracket",
  "digit",
  "digitBracket",
  "say",
]);
