import { Converter } from "opencc-js/t2cn";

/** Look-alike punctuation, one form each; every replacement has the length of what it replaces. */
const PUNCTUATION: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "〔": "（",
  "〕": "）",
  "［": "（",
  "］": "）",
  "[": "（",
  "]": "）",
  "【": "（",
  "】": "）",
  "‹": "（",
  "›": "）",
  "〈": "（",
  "〉": "）",
  "<": "（",
  ">": "）",
  "﹝": "（",
  "﹞": "）",
  ",": "，",
  ";": "；",
  ":": "：",
  "﹑": "、",
  "､": "、",
};

const IDEOGRAPH = /[一-鿿豈-﫿]/u;

/**
 * Script folding 繁简与标点归一: simplified characters and full-width punctuation, unit by unit, so that offsets in the
 * folded text are offsets in the text. Each distinct character is converted once.
 */
export function createScriptFold(): (text: string) => string {
  const convert = Converter({ from: "t", to: "cn" });
  const known = new Map<string, string>(Object.entries(PUNCTUATION));
  return (text) => {
    let folded = "";
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charAt(at);
      const seen = known.get(unit);
      if (seen !== undefined) {
        folded += seen;
        continue;
      }
      const converted: string = IDEOGRAPH.test(unit) ? convert(unit) : unit;
      const kept = converted.length === 1 ? converted : unit;
      known.set(unit, kept);
      folded += kept;
    }
    return folded;
  };
}
