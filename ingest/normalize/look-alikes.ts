import type { Repair } from "./tracked-text.ts";

/** What Unicode's compatibility mapping (NFKC) turns into one plain unit; CJK radicals it maps in part only. */
const LOOK_ALIKE = /[\u{2E80}-\u{2FD5}\u{F900}-\u{FAFF}\u{FE50}-\u{FE6B}０-９Ａ-Ｚａ-ｚ]/gu;
/** Radicals that Unicode does not map. */
const RADICALS = new Map(
  Array.from(
    "⺟母⺠民⺴网⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟".matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = "", ideograph = ""]) => [radical, ideograph],
  ),
);

/**
 * Look-alikes 形近字符: radicals for ideographs, as PDFs give them (⼯作, ⻓江), small forms of punctuation (﹒﹑), full-width
 * digits and letters. Chinese punctuation and brackets stay as they are.
 */
export function repairLookAlikes(text: string): Repair[] {
  return Array.from(text.matchAll(LOOK_ALIKE)).flatMap(({ 0: found, index: from }) => {
    const replacement = RADICALS.get(found) ?? found.normalize("NFKC");
    if (replacement === found || replacement.length !== 1) return [];
    return [{ from, to: from + 1, replacement, rule: "look-alike" }];
  });
}
