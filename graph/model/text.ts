/** Characters that look alike in converted documents, each class folded to one form (FIELD.md §4: mixed widths). */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  "，": ",",
  "：": ":",
  "；": ";",
  "（": "(",
  "）": ")",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "〔": "[",
  "〕": "]",
  "％": "%",
  "．": ".",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "－": "-",
  "—": "-",
  "–": "-",
  "～": "~",
  "•": "·",
  "﹑": "、",
};

/**
 * Fold 折叠: the form in which two strings are compared: NFKC, white space dropped, look-alike punctuation unified.
 * Lengths change; never map offsets through it.
 */
export function fold(text: string): string {
  let out = "";
  for (const char of text.normalize("NFKC").replace(/\s+/gu, "")) out += LOOK_ALIKE[char] ?? char;
  return out;
}
