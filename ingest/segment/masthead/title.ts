import { readAddressees } from "./addressees.ts";
import { isBodyName } from "./bodies.ts";
import { findDocumentNumbers } from "./document-number.ts";
import type { MastheadGrammar } from "./grammar.ts";

const LONGEST = 260;

export interface TitleReading {
  readonly from: number;
  readonly to: number;
  /** Its last word where that is a kind of document. */
  readonly kind: string | undefined;
  /** Named by its words (关于, 印发 … and a kind) rather than by its place alone. */
  readonly strong: boolean;
}

/**
 * Title 标题, over one or several lines: up to the kind in which it ends (的通知, 实施意见). In a text whose breaks are
 * lost, the kind must be followed by a space, a number, the addressees or the beginning of the text proper.
 */
export function readTitle(text: string, at: number, grammar: MastheadGrammar): TitleReading | undefined {
  const zone = text.slice(at, at + LONGEST);
  let depth = 0;
  let lines = 0;
  let commas = 0;
  let weak: number | undefined;
  for (let i = 0; i < zone.length; i++) {
    const char = zone.charAt(i);
    if ("《〈<（(“".includes(char)) depth++;
    else if ("》〉>）)”".includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (/[。；！？：:]/u.test(char) || ((char === "，" || char === ",") && ++commas > 1))) break;
    else if (char === "\n" && (++lines > 5 || endsTitle(zone.slice(0, i), zone.slice(i + 1), grammar))) break;
    if (depth > 0) continue;
    const words = zone.slice(0, i + 1);
    const kind = grammar.titleEnd.exec(words.slice(-16))?.groups?.["kind"];
    if (kind === undefined) continue;
    const end = at + i + 1;
    if (isLonger(text, end, kind, words, grammar)) continue;
    const follows = whatFollows(text, at, end, grammar);
    if (follows === "no") continue;
    if (follows === "break" && goesOnNextLine(text, end, grammar)) continue;
    const needsOfficial = grammar.issues.test(words) && !grammar.officialEnd.test(words.slice(-16));
    if (needsOfficial && follows !== "addressees") {
      weak ??= follows === "break" ? end : undefined;
      continue;
    }
    if (follows === "run" && !(grammar.officialEnd.test(words.slice(-16)) && /关于|印发|转发|批转|对/u.test(words)))
      continue;
    if (isProse(words)) break;
    return finish(text, at, end, kind, grammar);
  }
  if (weak !== undefined) {
    const kind = grammar.titleEnd.exec(text.slice(at, weak))?.groups?.["kind"];
    const title = finish(text, at, weak, kind, grammar);
    return { ...title, strong: /关于/u.test(text.slice(title.from, title.to)) };
  }
  return undefined;
}

/** A number, a letterhead, a rule of dashes or the first item of the text on the next line is no part of a title. */
const endsTitle = (words: string, rest: string, grammar: MastheadGrammar): boolean => {
  const line = rest.split("\n", 1)[0] ?? "";
  return (
    /\d年\d{1,2}月\d{1,2}日$/u.test(words) ||
    /^[〔［[（(—-]|\d{4}[〕］\]）)]\s?\d{1,5}\s?号|^(?:特急|加急|机密|秘密)/u.test(line) ||
    /^(?:一、|1\s?[、.．](?!\d)|[（(][一1][）)]|第一[章条节])/u.test(line) ||
    (grammar.letterhead.test(line) && line.endsWith("文件"))
  );
};

/** 重点工作 ends here, but 重点工作任务 ends further on. */
function isLonger(text: string, end: number, kind: string, words: string, grammar: MastheadGrammar): boolean {
  for (let more = 1; more <= 6; more++) {
    const longer = grammar.titleEnd.exec((words + text.slice(end, end + more)).slice(-20))?.groups?.["kind"];
    if (longer !== undefined && longer.length >= kind.length + more) return true;
  }
  return false;
}

const isProse = (words: string): boolean =>
  /^(?:为|根据|按照|经|现将|现就|近日|当前)/u.test(words) && /[，,]/u.test(words);

/** A title takes a short bracket with it: （试行）, （2015、2016）, （征求意见稿）. */
function finish(
  text: string,
  from: number,
  to: number,
  kind: string | undefined,
  grammar: MastheadGrammar,
): TitleReading {
  const bracket =
    /^\s?[（(](?:试行|暂行|试点|草案|修订稿?|征求意见稿|送审稿|[\d\s、—–\-年版至~～]{4,16}|第[一二三四五六七八九十\d]+版)[）)]/u.exec(
      text.slice(to, to + 24),
    );
  const end = to + (bracket?.[0].length ?? 0);
  const words = text.slice(from, end);
  return { from, to: end, kind, strong: grammar.about.test(words) || /^对.{4,}的/u.test(words) };
}

/** …记录制度⏎…审核制度的指导意见: the next line ends in an official kind and begins no title of its own. */
function goesOnNextLine(text: string, at: number, grammar: MastheadGrammar): boolean {
  const line = /^(?:\n([^\n]{2,60})(?=\n)| (\S{2,60})(?= ))/u
    .exec(text.slice(at, at + 62))
    ?.slice(1)
    .find((one) => one !== undefined)
    ?.trim();
  return line !== undefined && grammar.officialEnd.test(line) && !grammar.about.test(line);
}

/** 的通知_江州市人民政府, 的通知 - 政策文件: a page's own title names the site behind the document's. */
export const SITE_BEHIND = /^ ?(?:[_＿]|[-–—](?![\d—])) ?[^\n。；，：]{2,60}(?=\n|$)/u;

/** What stands behind a possible end of a title. */
function whatFollows(
  text: string,
  from: number,
  at: number,
  grammar: MastheadGrammar,
): "break" | "addressees" | "number" | "run" | "no" {
  const rest = text.slice(at, at + 40);
  if (rest === "" || rest.startsWith("\n")) return rest.startsWith("\n的") ? "no" : "break";
  if (/^[》〉>”、，的]/u.test(rest)) return "no";
  if (/^\s?[|｜]/u.test(rest) || SITE_BEHIND.test(text.slice(at, at + 80))) return "break";
  if (/^\s?[〔［[]/u.test(rest)) return "no";
  if (/^\s?[（(]/u.test(rest)) {
    const close = /^\s?[（(][^（()）]{1,30}[）)]/u.exec(rest)?.[0];
    if (close === undefined) return "number";
    return whatFollows(text, from, at + close.length, grammar) === "no" ? "no" : "break";
  }
  if (text.startsWith(text.slice(from, from + 8), at) && at - from >= 12) return "break";
  const spaced = rest.startsWith(" ");
  const next = at + (spaced ? 1 : 0);
  const number = findDocumentNumbers(text, next, Math.min(text.length, next + 40), grammar)[0];
  if (number?.span.from === next) return "number";
  if (readAddressees(text, next, grammar) !== undefined) return "addressees";
  if (spaced) return "break";
  if (rest.startsWith("。")) return "break";
  if (/^(?:为|根据|按照|现|近日|一、|第一|经|各|[（(]?一[）)]|[12]\d{3}年|本|你)/u.test(rest)) return "run";
  if (grammar.columnHeads.test(rest) && /[表单录账]$/u.test(text.slice(from, at))) return "break";
  if (/^\p{Script=Han}{2,40}?令\s?[（(]?第[\d〇一二三四五六七八九十]+号/u.test(rest)) return "number";
  const isSentence =
    /^(?!精神|要求|规定|有关|中的|以及|和|及|与|等|中|后|前|》)\p{Script=Han}{2,}[，、]?[^。]{10,}/u.test(rest);
  return isSentence || /^[^，。：]{1,8}[：:]/u.test(rest) ? "run" : "no";
}

const TEXT_BEGINS =
  /^(?:新华社|近日|为|根据|当前|日前|截至|昨天|今天|\d{1,2}月\d{1,2}日|[一二三四五六七八九十]、|尊敬|各)/u;

/** Marks of a medium before a headline: 回放｜, 视频丨. */
const MEDIUM = /^(?:回放|直播|视频|图解|一图读懂|图文|音频|海报|长图|独家|快讯|转发|重磅|权威发布)\s?[|｜丨：:]\s?/u;

/**
 * A headline: the first words of a text that is no 公文, up to a break; short and no sentence. Where blanks part it from
 * what follows, a closing mark ends it, and so does a piece that takes its words up again.
 */
export function readHeadline(text: string, at: number, grammar: MastheadGrammar): TitleReading | undefined {
  const end = text.indexOf("\n", at);
  const line = text.slice(at, Math.min(end < 0 ? text.length : end, at + 400));
  const medium = MEDIUM.exec(line)?.[0].length ?? 0;
  const pieces = line.slice(medium).split(" ");
  let length = medium;
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1] ?? "";
    const isText =
      i > 3 ||
      piece.length > 60 ||
      /[。；]|消息[（(]|记者|讯[（(]/u.test(piece) ||
      (i > 0 &&
        (TEXT_BEGINS.test(piece) ||
          isBodyName(piece, grammar) ||
          /[！？…]$/u.test(before) ||
          takesUp(piece, pieces.slice(0, i))));
    if (isText) break;
    length += piece.length + (i === 0 ? 0 : 1);
  }
  const words = line.slice(0, length);
  const complete = words.length < line.length || (end >= 0 && end + 1 < text.length);
  if (
    !complete ||
    words.trim().length < 4 ||
    words.length > 90 ||
    /^(?:\d+[.．、]|[（(])|[，、：:]$/u.test(words.trim())
  )
    return undefined;
  return { from: at + medium, to: at + words.trimEnd().length, kind: undefined, strong: false };
}

/** Does a piece begin with words of those before it? */
const takesUp = (piece: string, before: readonly string[]): boolean =>
  piece.length >= 6 && before.some((one) => one.includes(piece.slice(0, 6)));
