/** Digits 数字 as they are printed: ASCII, full-width and Chinese, with the look-alikes of zero. */
const DIGIT_VALUES: ReadonlyMap<string, number> = new Map([
  ..."0123456789".split("").map((char, value) => [char, value] as const),
  ..."０１２３４５６７８９".split("").map((char, value) => [char, value] as const),
  ..."〇一二三四五六七八九".split("").map((char, value) => [char, value] as const),
  ["零", 0],
  ["○", 0],
  ["Ｏ", 0],
  ["两", 2],
]);

const PLACE_VALUES: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** Characters of a Chinese numeral, for character classes. */
export const HAN_NUMERAL = "〇零○一二两三四五六七八九十百千";

/** Characters of a digit printed half or full width, for character classes. */
export const DIGIT = "0-9０-９";

/**
 * Reads a whole number: 19, １９, 十三, 二〇一二, 一百二十三. `undefined` where a character is no digit or the number is
 * not well formed. Linear in the text.
 */
export function readInteger(words: string): number | undefined {
  const chars = [...words].filter((char) => !/\s/u.test(char));
  if (chars.length === 0) return undefined;
  return chars.some((char) => PLACE_VALUES.has(char)) ? readPlaces(chars) : readDigits(chars);
}

function readDigits(chars: readonly string[]): number | undefined {
  let value = 0;
  for (const char of chars) {
    const digit = DIGIT_VALUES.get(char);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return Number.isSafeInteger(value) ? value : undefined;
}

function readPlaces(chars: readonly string[]): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const char of chars) {
    const place = PLACE_VALUES.get(char);
    if (place === undefined) {
      digit = DIGIT_VALUES.get(char);
      if (digit === undefined) return undefined;
    } else {
      total += (digit ?? 1) * place;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}
