import { Buffer, isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { signatureOf } from "./file-kind.ts";

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030" | "Big5";

/** Decoded 解码结果: the text without byte-order mark and otherwise as it was, or why the bytes are no text. */
export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: "empty" }
  | { readonly kind: "binary"; readonly disguise: string | undefined }
  | { readonly kind: "invalid"; readonly encoding: Encoding; readonly line: number | undefined }
  | { readonly kind: "unknown" };

const BYTE_ORDER_MARKS: readonly (readonly [encoding: Encoding, bytes: readonly number[]])[] = [
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-16LE", [0xff, 0xfe]],
  ["UTF-16BE", [0xfe, 0xff]],
  ["GB18030", [0x84, 0x31, 0x95, 0x33]],
];

/**
 * Decodes what Chinese offices save as .txt: UTF-8, GB18030 (with GBK and GB2312 inside it), Big5 and UTF-16, with or
 * without a byte-order mark. Never guesses a broken text into shape: evidence must quote what stands in the file.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { kind: "empty" };
  const disguise = signatureOf(bytes);
  if (disguise !== undefined) return { kind: "binary", disguise };
  const mark = BYTE_ORDER_MARKS.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  const decoded = mark === undefined ? decodeUnmarked(bytes) : decodeAs(mark[0], bytes.subarray(mark[1].length));
  if (decoded.kind !== "text") return decoded;
  if (looksBinary(decoded.text)) return { kind: "binary", disguise: undefined };
  return decoded.text.trim() === "" ? { kind: "empty" } : decoded;
}

function decodeUnmarked(bytes: Uint8Array): Decoded {
  const hasNul = bytes.includes(0);
  if (!hasNul && isUtf8(bytes)) return decodeAs("UTF-8", bytes);
  for (const encoding of ["UTF-16LE", "UTF-16BE"] as const) {
    const wide = decodeAs(encoding, bytes);
    if (wide.kind === "text" && isOrdinaryText(wide.text)) return wide;
  }
  if (hasNul) return { kind: "binary", disguise: undefined };
  if (isMostlyUtf8(bytes)) return decodeAs("UTF-8", bytes);
  for (const encoding of byEverydayHanzi(bytes)) {
    const chinese = decodeAs(encoding, bytes);
    if (chinese.kind === "text") return chinese;
  }
  return looksBinary(Buffer.from(bytes).toString("latin1"))
    ? { kind: "binary", disguise: undefined }
    : { kind: "unknown" };
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): Decoded {
  const invalid = (line?: number): Decoded => ({ kind: "invalid", encoding, line });
  if (encoding === "UTF-8") {
    if (!isUtf8(bytes)) return invalid(firstInvalidLine(bytes));
    return { kind: "text", encoding, text: Buffer.from(bytes).toString("utf8") };
  }
  const isWide = encoding === "UTF-16LE" || encoding === "UTF-16BE";
  if (isWide && bytes.length % 2 === 1) return invalid();
  const text = iconv.decode(Buffer.from(bytes), encoding, { stripBOM: false });
  const broken = isWide ? text.search(/\p{Surrogate}/u) : text.indexOf("\u{FFFD}");
  return broken === -1 ? { kind: "text", encoding, text } : invalid(text.slice(0, broken).split("\n").length);
}

/** A line feed is never part of another character in UTF-8, so each line can be judged alone. */
function firstInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, from);
    const to = feed === -1 ? bytes.length : feed + 1;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to;
  }
  return line;
}

/** Control characters other than tab, line ends and page feed. A stray one is noise; many, or a NUL, mean no text. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    if (code < 0x20 ? code < 0x09 || code > 0x0d : code === 0x7f) controls++;
  }
  return controls > 1 + text.length / 50;
}

const ORDINARY = /[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFFEF\u2010-\u2026\u0020-\u007E\s]/gu;

/** Hanzi, their punctuation and ASCII make up nearly all of a Chinese text; bytes paired wrongly do not give that. */
function isOrdinaryText(text: string): boolean {
  return (text.match(ORDINARY)?.length ?? 0) >= 0.9 * text.length;
}

/** True for UTF-8 that was cut or damaged; other encodings form valid sequences only by chance. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let damaged = 0;
  for (const char of Buffer.from(bytes).toString("utf8")) {
    if (char === "\u{FFFD}") damaged++;
    else if (char > "\u{7F}") valid++;
  }
  return valid > 4 * damaged;
}

/**
 * The two-byte encodings that the bytes may be in, likelier first. Everyday hanzi and punctuation have rows of their own
 * in each; bytes of the other encoding fall outside them about half of the time.
 */
function byEverydayHanzi(bytes: Uint8Array): readonly Encoding[] {
  const everyday = { GB18030: 0, Big5: 0 };
  let pairs = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[++at] ?? 0;
    pairs++;
    if (trail >= 0x30 && trail <= 0x39) at += 2;
    const isPunctuation = lead >= 0xa1 && lead <= 0xa3;
    if (trail >= 0xa1 && (isPunctuation || (lead >= 0xb0 && lead <= 0xd7))) everyday.GB18030++;
    if (trail >= 0x40 && (isPunctuation || (lead >= 0xa4 && lead <= 0xc6))) everyday.Big5++;
  }
  const likely = (["GB18030", "Big5"] as const).filter((encoding) => everyday[encoding] > pairs / 2);
  return likely.sort((a, b) => everyday[b] - everyday[a]);
}
