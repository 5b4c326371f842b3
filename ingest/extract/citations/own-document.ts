import type { Masthead } from "../../../graph/model/reading.ts";
import { fold } from "../../../graph/model/text.ts";
import type { CitationMention } from "../../recognize/citations/mention.ts";
import { titleParts } from "../../recognize/citations/title-core.ts";
import { sentenceAround } from "./sentence.ts";

/** Tells citations of the document itself, of what it issues and of its attachments from references to others. */
export interface OwnDocument {
  /** Titles of the document and of what it encloses, as printed. */
  readonly titles: readonly string[];
  has(mention: CitationMention): boolean;
}

const ISSUES = "(?:印发|发布|公布|颁布|下发|发给|颁发|予以公布|印送|予以印发)";
const NOW_BEFORE = /(?:现将|现把|现就|将|兹将|现印发|现发布|现公布|一并印发)[^，。；《]{0,24}$/u;
const ISSUED_BEHIND = new RegExp(`^[^，。；《]{0,16}${ISSUES}(?!的)`, "u");
const APPROVED_BEHIND =
  /^[^。；《]{0,12}(?:已经?|业经|经)[^。《]{2,60}?(?:同意|通过|批准|审定|审核|研究决定|备案)[^。《]{0,24}?现[^。《]{0,12}(?:印发|发布|公布|颁布|下发|发给|予以|转发)/u;
const LIST_GOES_ON = /^(?:\s?[、和及与]?\s?《[^《》]{2,120}》)+/u;
const MADE_BEFORE = /(?:制定|制订|研究制定|起草|编制|拟定|拟订|修订|形成|提出)(?:了|并印发了?|出台)?$/u;
const ISSUED_LATER = new RegExp(`^[^。《]{0,80}现[^。；]{0,12}${ISSUES}`, "u");
const TITLE_ISSUES = /(?:印发|发布|公布|颁布|下发|颁发|施行|实施)$/u;
/** Words that invoke what follows: no number of the document itself stands behind them. */
const CITED_BEFORE = /(?:根据|按照|依据|依照|落实|贯彻|执行|转发|对照)[^，。]{0,8}$/u;
const ATTACHMENT_BEFORE =
  /(?:^|[\n。\s])附(?:件|表|录)?\s?\d{0,2}\s?[：:.．、]?\s?(?:[\d一二三四五六]{1,2}[.．、])?\s?$/u;

/** Titles and number come from the masthead; without one the formulas of issuing (现将《…》印发给你们) tell. */
export function ownDocument(text: string, masthead: Masthead): OwnDocument {
  const titles = [masthead.title?.text, masthead.enclosedTitle?.text].filter((title) => title !== undefined);
  const cores = new Set(
    titles.flatMap((title) => {
      const { whole, core, enclosed } = titleParts(title);
      return [whole, core, ...(enclosed === undefined ? [] : [enclosed])];
    }),
  );
  const numbers = new Set(masthead.number === undefined ? [] : [masthead.number.text]);
  const about = [...cores].filter((core) => core.length >= 6).map((core) => core.slice(0, 16));
  /** A number that stands before the own title, at the head of attachments or beneath the date is the document's own. */
  const isOwnNumber = ({ span, document }: CitationMention): boolean => {
    if (document.number === undefined) return false;
    if (numbers.has(document.number)) return true;
    if (document.title !== undefined) return false;
    const before = text.slice(Math.max(0, span.from - 12), span.from);
    const behind = text.slice(span.to, span.to + 90);
    const followed = fold(behind.split(/[。\n]/u)[0] ?? "").replace(/[《》〈〉<>]/gu, "");
    const own =
      (about.some((words) => followed.includes(words)) && !CITED_BEFORE.test(before)) ||
      /相关附件[：:]\s?$/u.test(before) ||
      (/附件[：:]\s?$/u.test(before) && /^\s?(?:关于|印发)/u.test(behind)) ||
      (/(?:日\s*|\n)$/u.test(before) && /^\s*附件\s?\d/u.test(behind));
    if (own) numbers.add(document.number);
    return own;
  };
  const titleSpan = masthead.title?.span;
  return {
    titles,
    has(mention) {
      const { span, to, document, title, attached } = mention;
      if (isOwnNumber(mention)) return true;
      if (attached) return true;
      if (document.title === undefined) return false;
      const { whole, core } = titleParts(document.title);
      if (document.number === undefined && (cores.has(whole) || cores.has(core))) return true;
      if (title === undefined) return false;
      const before = text.slice(Math.max(0, span.from - 30), span.from);
      if (titleSpan !== undefined && titleSpan.from <= span.from && span.to <= titleSpan.to) {
        return document.number === undefined && TITLE_ISSUES.test(before);
      }
      if (document.number !== undefined) return false;
      // 《甲》《乙》已经市政府同意，现印发: what is said of the last of a list holds for all.
      const behind = text.slice(to, sentenceAround(text, { from: span.from, to }).to).replace(LIST_GOES_ON, "");
      return (
        ATTACHMENT_BEFORE.test(before) ||
        (NOW_BEFORE.test(before) && ISSUED_BEHIND.test(behind)) ||
        APPROVED_BEHIND.test(behind) ||
        (MADE_BEFORE.test(before) && ISSUED_LATER.test(behind))
      );
    },
  };
}
