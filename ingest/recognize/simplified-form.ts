import { Converter } from "opencc-js/t2cn";

const IDEOGRAPH = /[一-鿿\u{F900}-\u{FAFF}]/u;
/** A simplified text holds a traditional character now and then (著, 乾, a name); a traditional one is a quarter of them. */
const LEAST_SHARE = 0.05;

const convert = Converter({ from: "t", to: "cn" });
const simplified = new Map<string, string>();

/** The simplified form of one code unit; itself where it has none of the same length. Each is converted once. */
export function simplifiedUnit(unit: string): string {
  const seen = simplified.get(unit);
  if (seen !== undefined) return seen;
  const converted: string = IDEOGRAPH.test(unit) ? convert(unit) : unit;
  const kept = converted.length === 1 ? converted : unit;
  simplified.set(unit, kept);
  return kept;
}

/**
 * Simplified form 简体: what a text in traditional characters is read as, unit by unit, so that offsets stay. Nothing
 * where the text is in simplified characters already.
 */
export function simplifiedForm(text: string): string | undefined {
  let form = "";
  let ideographs = 0;
  let changed = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    const simple = simplifiedUnit(unit);
    if (unit >= "一" && unit <= "鿿") ideographs += 1;
    if (unit !== simple) changed += 1;
    form += simple;
  }
  return changed > ideographs * LEAST_SHARE ? form : undefined;
}
