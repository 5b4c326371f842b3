import { simplifiedUnit } from "../simplified-form.ts";

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

/**
 * Script folding 繁简与标点归一: simplified characters and full-width punctuation, unit by unit, so that offsets in the
 * folded text are offsets in the text.
 */
export function createScriptFold(): (text: string) => string {
  return (text) => {
    let folded = "";
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charAt(at);
      folded += PUNCTUATION[unit] ?? simplifiedUnit(unit);
    }
    return folded;
  };
}
