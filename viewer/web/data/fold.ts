/** One form for widths, brackets and case; every character stays one character, so places stay the same. */
export function fold(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const folded = char.normalize("NFKC").toLowerCase();
    out += SAME[folded] ?? (folded.length === 1 ? folded : char);
  }
  return out;
}

const SAME: Readonly<Record<string, string>> = {
  "〔": "[",
  "〕": "]",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "(": "[",
  ")": "]",
};
