import type { CleanSpan } from "../../../graph/model/span.ts";
import { DIGIT, HAN_NUMERAL, readInteger } from "../quantities/numerals.ts";

/** ArticleMention 条文: 第十三条第二款第（三）项. */
export interface ArticleMention {
  readonly span: CleanSpan;
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

const NUMERAL = `(?:[${DIGIT}]{1,4}|[${HAN_NUMERAL}]{1,6})`;
const MORE = `(?:\\s?[、,，和及]\\s?${NUMERAL}(?=[条、,，和及]))`;
const ARTICLE = new RegExp(
  `\\s?第\\s?(?<article>${NUMERAL})(?<more>${MORE}*)(?:\\s?(?:至|到|—|－|-|~|～)\\s?第?(?<last>${NUMERAL}))?\\s?条(?:之[一二三四五六])?` +
    `(?:\\s?第?\\s?(?<paragraph>${NUMERAL})\\s?款)?(?:\\s?第?\\s?[（(]?(?<item>${NUMERAL})[）)]?\\s?项)?`,
  "uy",
);
const JOIN = /\s?(?:[、,，和及与]|以及)\s?/uy;
/** A range that is longer is a slip of the text. */
const MAX_RANGE = 60;

/** The articles named from `from` on, one after the other: 第三条, 第五条第一款和第七条; empty where there is none. */
export function articlesAt(text: string, from: number): ArticleMention[] {
  const found: ArticleMention[] = [];
  for (let at = from; ; ) {
    ARTICLE.lastIndex = at;
    const match = ARTICLE.exec(text);
    if (match === null) return found;
    const start = at + (match[0].length - match[0].trimStart().length);
    found.push(...read(match, { from: start, to: at + match[0].length }));
    JOIN.lastIndex = at + match[0].length;
    at = JOIN.exec(text) === null ? at + match[0].length : JOIN.lastIndex;
  }
}

function read(match: RegExpExecArray, span: CleanSpan): ArticleMention[] {
  const { article = "", more = "", last, paragraph, item } = match.groups ?? {};
  const first = readInteger(article);
  if (first === undefined || first === 0) return [];
  const others = more
    .split(/[、,，和及]/u)
    .map((words) => readInteger(words))
    .filter((value) => value !== undefined);
  const end = last === undefined ? undefined : readInteger(last);
  if (end !== undefined && end > first && end - first <= MAX_RANGE) {
    return Array.from({ length: end - first + 1 }, (_, i) => ({ span, article: first + i }));
  }
  const detail = {
    ...(paragraph === undefined ? {} : { paragraph: readInteger(paragraph) ?? 0 }),
    ...(item === undefined ? {} : { item: readInteger(item) ?? 0 }),
  };
  return [first, ...others].map((value) => ({ span, article: value, ...(others.length === 0 ? detail : {}) }));
}
