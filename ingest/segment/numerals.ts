const DIGIT: Readonly<Record<string, number>> = Object.fromEntries(
  ["零〇○", "一壹", "二贰貳弍", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap((chars, value) =>
    Array.from(chars, (char) => [char, value] as const),
  ),
);
const UNIT: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Characters of Chinese numerals, for a character class. */
export const HAN_NUMERALS = "一二三四五六七八九十百零〇○";
export const FORMAL_NUMERALS = "壹贰貳叁參叄肆伍陆陸柒捌玖拾佰";

/**
 * Numeral 数字: 十二 → 12, 一百零三 → 103, 贰 → 2, １２ → 12, 二〇二四 → 2024; undefined for what is none. Values above
 * 9999 are not looked for.
 */
export function numeralValue(words: string): number | undefined {
  const text = words.normalize("NFKC").replace(/\s/gu, "");
  if (/^\d{1,4}$/u.test(text)) return Number(text);
  if (text === "") return undefined;
  const chars = Array.from(text);
  if (chars.length > 1 && chars.every((char) => char in DIGIT)) {
    return chars.length > 4 ? undefined : chars.reduce((sum, char) => sum * 10 + (DIGIT[char] ?? 0), 0);
  }
  let sum = 0;
  let digit: number | undefined;
  for (const char of chars) {
    const unit = UNIT[char];
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    } else if (char in DIGIT) digit = DIGIT[char] ?? 0;
    else return undefined;
  }
  return sum + (digit ?? 0);
}
