import type { MastheadGrammar } from "./grammar.ts";
import type { HeadConstruct, HeadDraft } from "./head-draft.ts";
import { addressees, bodyLine, dispatchForm, letterhead, numberLine, order, signer } from "./head-issuer.ts";
import { menu, newsLead, strayCell, beforeRepeatedTitle } from "./head-menu.ts";
import { navigation, pageLine, securityLine } from "./head-page.ts";
import { headerTable } from "./head-table.ts";
import { dateOrNote } from "./head-note.ts";
import { announcementNumber, attachmentLabel, headline, markdownTitle, title } from "./head-title.ts";

const LONGEST_HEAD = 4000;

/** What stands before the text proper: letterhead, number, signer, titles, addressees; `end` is where the text begins. */
export interface Head extends Readonly<Omit<HeadDraft, "at">> {
  readonly end: number;
}

/** In the order in which they are tried. */
const CONSTRUCTS: readonly HeadConstruct[] = [
  markdownTitle,
  dispatchForm,
  attachmentLabel,
  securityLine,
  numberLine,
  signer,
  headerTable,
  menu,
  strayCell,
  pageLine,
  newsLead,
  beforeRepeatedTitle,
  order,
  letterhead,
  announcementNumber,
  addressees,
  title,
  dateOrNote,
  bodyLine,
  navigation,
  headline,
];

/** Blanks, emphasis and rules of dashes between two constructs. */
const BETWEEN = /^(?:[\s*|｜>»›＞•●■◆▪►]|&nbsp;|<!--[^<>\n]{0,80}-->|[—_\-－]{4,}|-\s?(?=\p{Script=Han}{2,8}[：:]))+/u;

/** A marker ends the head: the text proper has begun. */
const BEGINS_OUTLINE =
  /^(?:[一二三四五六七八九十]{1,3}\s?、|[壹贰貳叁參肆伍]、|[（(][一二三四五六七八九十]{1,3}[）)]|[\d０-９]{1,2}\s?[.．、](?![\d０-９])|第[一二三四五六七八九十\d]+[章节条]|#{2,6})/u;

/** Reads construct after construct from the beginning until none fits: there the text proper begins. */
export function readHead(text: string, grammar: MastheadGrammar): Head {
  const draft: HeadDraft = {
    at: 0,
    letterheads: [],
    numbers: [],
    titles: [],
    addressees: [],
    dates: [],
    named: [],
    posted: [],
    tabled: false,
    paged: false,
  };
  while (draft.at < Math.min(text.length, LONGEST_HEAD) && draft.addressees.length === 0) {
    draft.at += BETWEEN.exec(text.slice(draft.at, draft.at + 120))?.[0].length ?? 0;
    if (BEGINS_OUTLINE.test(text.slice(draft.at, draft.at + 12))) break;
    const next = CONSTRUCTS.reduce<number | undefined>((found, read) => found ?? read(text, draft, grammar), undefined);
    if (next === undefined || next <= draft.at) break;
    draft.at = next;
  }
  const { at, ...rest } = draft;
  return { ...rest, end: Math.min(at, text.length) };
}
