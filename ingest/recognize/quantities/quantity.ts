import type { CleanSpan } from "../../../graph/model/span.ts";
import type { TargetWords } from "../../knowledge/targets.ts";
import { oneOf } from "../word-pattern.ts";

/** Comparator 比较: how a value bounds what is aimed at. */
export type Comparator = "≥" | "≤" | ">" | "≈" | "=";

/** QuantityMention 数量: 780万人以上, 1~2所, 3.5%以内. */
export interface QuantityMention {
  readonly span: CleanSpan;
  /** As printed without blanks: 780万人以上. */
  readonly words: string;
  /** Empty for a bare 24万. */
  readonly unit: string;
  /** From 以上, 以内, 左右 behind the number, where there is one. */
  readonly comparator?: Comparator;
}

export type QuantityFinder = (text: string) => QuantityMention[];

const NUMBER = "[0-9０-９]+(?:[,，][0-9]{3})*(?:[.．][0-9０-９]+)?";
const SCALE = "[万亿萬億千百]{0,2}";

/** Compiles the units and tails of `seeds/vocabulary/targets.yaml`. Chinese numerals (一批, 百家) are not counted. */
export function createQuantityFinder({ units, tails }: TargetWords): QuantityFinder {
  const one = `${NUMBER}\\s?(?:[%％]|${SCALE})`;
  const pattern = new RegExp(
    `(?<![0-9０-９.．〔\\-—－~～第A-Za-z])(?<number>${NUMBER}\\s?(?<scale>${SCALE})(?:\\s?[%％]?\\s?[—－–\\-~～至到]\\s?${one})?)\\s?(?<early>余|多)?` +
      `(?<unit>${oneOf(units)})?次?(?<tail>${oneOf([...tails.atLeast, ...tails.atMost, ...tails.about])})?`,
    "gu",
  );
  const meaning = new Map<string, Comparator>([
    ...tails.atLeast.map((word) => [word, "≥"] as const),
    ...tails.atMost.map((word) => [word, "≤"] as const),
    ...tails.about.map((word) => [word, "≈"] as const),
  ]);
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { scale = "", early, unit = "", tail } = match.groups ?? {};
      const to = match.index + match[0].length;
      if (unit === "" && (scale === "" || (tail === undefined && /\p{Script=Han}/u.test(text.charAt(to))))) return [];
      const comparator = meaning.get(tail ?? early ?? "");
      return [
        {
          span: { from: match.index, to },
          words: match[0].replace(/\s+/gu, ""),
          unit,
          ...(comparator === undefined ? {} : { comparator }),
        },
      ];
    });
}
