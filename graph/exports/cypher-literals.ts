import type { PropertyValue } from "../model/graph-data.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A text as a literal of one line: no quote ends it early, no character of control or half of one stands bare. */
const textLiteral = (text: string): string =>
  `"${text.replace(/[\\"\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return ESCAPES[char] ?? (code > 0xff_ff ? char : `\\u${code.toString(16).padStart(4, "0").toUpperCase()}`);
  })}"`;

/** A number; a float keeps its point, so that 1.0 does not become an integer. */
const numberLiteral = (value: number, isFloat: boolean): string => {
  if (Number.isSafeInteger(value) && !isFloat) return String(value);
  const text = String(value);
  return /[.e]/u.test(text) ? text : `${text}.0`;
};

/** A value as a literal 字面量: whatever a document says, it stays one value; what is absent is `null`. */
export const literal = (value: PropertyValue | undefined, isFloat = false): string => {
  if (value === undefined) return "null";
  if (typeof value === "string") return textLiteral(value);
  if (typeof value === "number") return numberLiteral(value, isFloat);
  if (typeof value === "boolean") return String(value);
  return `[${value.map(textLiteral).join(", ")}]`;
};

/** A label, a type or the name of a property. */
export const quoted = (name: string): string => `\`${name.replaceAll("\\", "\\u005C").replaceAll("`", "``")}\``;
