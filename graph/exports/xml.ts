/** Characters that XML 1.0 has no way to write, and halves of characters. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** Text as it stands in an attribute or an element; line breaks survive, what XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, "\uFFFD").replace(/[&<>"\n\r\t]/gu, (char) => ENTITIES[char] ?? char);

/** All but letters, digits and hanzi, which names have in every edition of XML 1.0, and `.` and `-`. */
const UNNAMED = /[^A-Za-z0-9.\u3007\u4E00-\u9FA5-]/gu;

/** A text as a token (NMTOKEN), the same for the same text and for no other: `/` becomes `:`, the rest its code, as `_23_`. */
export const nameToken = (text: string): string =>
  text.replace(UNNAMED, (char) => (char === "/" ? ":" : `_${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`));

/** ` a="1" b="x"`, without those that are undefined. */
export const attributes = (values: Readonly<Record<string, string | number | boolean | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
