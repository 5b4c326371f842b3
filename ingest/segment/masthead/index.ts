import type { Located, Masthead } from "../../../graph/model/reading.ts";
import { isBodyName, splitBodies } from "./bodies.ts";
import { findDocumentNumbers } from "./document-number.ts";
import type { MastheadGrammar } from "./grammar.ts";
import type { Head } from "./head.ts";
import { FILE_ENDING } from "./head-menu.ts";
import type { Imprint } from "./imprint.ts";
import type { Signature } from "./signatures.ts";
import type { TitleReading } from "./title.ts";

/** The title that counts: the last that its words prove to be one (web pages print their own before it), else the first. */
export function chooseTitle(text: string, head: Head): (TitleReading & { readonly located: Located }) | undefined {
  const weak = head.titles.every(({ kind }) => kind !== undefined) ? head.titles.at(-1) : head.titles[0];
  const chosen = head.titles.findLast(({ strong }) => strong) ?? weak;
  if (chosen === undefined) return undefined;
  const from = withoutEcho(text, chosen.from, chosen.to);
  return { ...chosen, from, located: { text: cleanTitle(text.slice(from, chosen.to)), span: { from, to: chosen.to } } };
}

/** X局 X局 关于…: an issuer that stands over the title is not said twice. */
function withoutEcho(text: string, from: number, to: number): number {
  const words = text.slice(from, to);
  const echo = /^(\S{4,45})\s+(?=\1)/u.exec(words);
  return echo === null ? from : from + echo[0].length;
}

/** Line breaks go; spaces stay between joint issuers and Latin words only. */
function cleanTitle(words: string): string {
  return words
    .replace(/\s*\n\s*/gu, "")
    .replace(/(?<=[\p{Script=Han}\p{P}\d]) +(?=[\p{Script=Han}\p{P}\d])/gu, (gap, at: number, whole: string) => {
      const about = whole.search(/关于|印发|转发|批转/u);
      return about >= 0 &&
        at < about &&
        /[部委局厅府办院会署行室组]$/u.test(whole.slice(0, at)) &&
        !/^(?:关于|印发|转发|批转)/u.test(whole.slice(at + gap.length))
        ? " "
        : "";
    })
    .replace(/^[*#\s]+|[*\s|]+$/gu, "")
    .replace(FILE_ENDING, "")
    .replace(/^《([^《》]+)》$/u, "$1");
}

/** The bodies before 关于 or 印发 in a title. */
function titleIssuers(text: string, title: Located | undefined, grammar: MastheadGrammar): Located[] {
  if (title === undefined) return [];
  const words = text.slice(title.span.from, title.span.to);
  const about = grammar.about.exec(words);
  if (about === null || about.index < 2) return [];
  const prefix = words.slice(0, about.index).trimEnd();
  if (/[《》“”，。：]/u.test(prefix) || !isBodyName(prefix.replace(/\s/gu, "").slice(-40), grammar)) return [];
  return splitBodies(text, title.span.from, title.span.from + prefix.length, grammar);
}

/** Full names say which place or that they are of the state: 贵州省…, 中共…, 国务院…; 省…, 市… do not. */
const isFull = (name: string): boolean =>
  /^(?!(?:省|市|区|县|州|本|我|局|厅)(?!级))/u.test(name) && !/^(?:办公室|办公厅|党组|委员会)$/u.test(name);

const STRENGTH = (list: readonly Located[]): number =>
  list.length === 0 ? 0 : list.every(({ text }) => isFull(text)) ? 2 : 1;

/** Issuers 发文机关: signature, title, letterhead or header table, whichever names them in full; the signature first. */
function chooseIssuers(
  signed: readonly Located[],
  titled: readonly Located[],
  inside: readonly Located[],
  head: Head,
): readonly Located[] {
  const lists = [signed, titled, distinct(head.letterheads), head.named];
  let best: readonly Located[] = [];
  for (const list of lists) if (STRENGTH(list) > STRENGTH(best)) best = list;
  if (best.length === 0) best = inside;
  best = best.map((body) => inFull(body, best, [...titled, ...head.letterheads]));
  if (titled.length > best.length && STRENGTH(titled) >= STRENGTH(best)) return distinct(titled);
  return distinct(best);
}

/** A name that a line break cut is the end of the one that the title gives in full, unless that holds others too. */
function inFull(body: Located, signed: readonly Located[], others: readonly Located[]): Located {
  const holdsOthers = (name: string): boolean => signed.some(({ text }) => text !== body.text && name.includes(text));
  return (
    others.find(({ text }) => text.length > body.text.length && text.endsWith(body.text) && !holdsOthers(text)) ?? body
  );
}

function distinct(list: readonly Located[]): Located[] {
  const seen = new Set<string>();
  return list.filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
}

/** Where the pieces of a masthead are read from. */
export interface MastheadParts {
  readonly head: Head;
  /** The signature that closes the document or its covering letter. */
  readonly signature: Signature | undefined;
  /** A signature further inside, behind which more follows than is known to be an attachment. */
  readonly inside: Signature | undefined;
  /** The line that says who printed it and when. */
  readonly printed: Signature | undefined;
  readonly imprint: Imprint;
  readonly enclosedTitle: Located | undefined;
  /** The title of the only attachment. */
  readonly attached: Located | undefined;
}

/** Everything that a document says of itself, from its head, the signature that closes its text, and its imprint. */
export function assembleMasthead(text: string, division: MastheadParts, grammar: MastheadGrammar): Masthead {
  const { head, signature, inside, imprint, printed, enclosedTitle, attached } = division;
  const title = chooseTitle(text, head);
  const titled = title?.located ?? imprint.fileTitle ?? (enclosedTitle === undefined ? attached : undefined);
  const number = numberOf(text, head) ?? imprint.fileNumber ?? overAttachment(text, signature ?? inside, grammar);
  const issuers = chooseIssuers(
    signature?.issuers ?? [],
    titleIssuers(text, title?.located, grammar),
    inside?.issuers ?? [],
    head,
  );
  const date =
    signature?.date ?? head.dates[0] ?? inside?.date ?? printed?.date ?? (head.tabled ? head.posted[0] : undefined);
  const signer = head.signer ?? (head.order === undefined ? undefined : signature?.signer);
  const kind =
    head.order?.kind ?? (title === undefined ? kindOf(imprint.fileTitle?.text, grammar) : kindOfTitle(title, grammar));
  return {
    ...(number === undefined ? {} : { number }),
    ...(titled === undefined ? {} : { title: titled }),
    ...(enclosedTitle === undefined ? {} : { enclosedTitle }),
    ...(kind === undefined ? {} : { kind }),
    issuers,
    ...(signer === undefined ? {} : { signer }),
    ...(date === undefined ? {} : { date: { iso: date.iso, span: date.span } }),
    addressees: head.addressees,
    copies: imprint.copies,
  };
}

function numberOf(text: string, head: Head): Located | undefined {
  const { order } = head;
  if (order === undefined) return head.numbers.at(-1);
  const words = text
    .slice(order.number.from, order.number.to)
    .replace(/[（()）〔〕【】\s]/gu, "")
    .normalize("NFKC");
  return {
    text: `${text.slice(order.name.from, order.name.to).replace(/\s/gu, "")}${words}`,
    span: { from: order.name.from, to: order.number.to },
  };
}

/** 2020年2月9日⏎江建发〔2020〕19号附件1: the document's number stands again over its attachments. */
function overAttachment(text: string, signature: Signature | undefined, grammar: MastheadGrammar): Located | undefined {
  if (signature === undefined) return undefined;
  const [number] = findDocumentNumbers(text, signature.span.to, Math.min(text.length, signature.span.to + 40), grammar);
  if (number === undefined || text.slice(signature.span.to, number.span.from).trim() !== "") return undefined;
  return /^\s*附件\s?\d/u.test(text.slice(number.span.to, number.span.to + 6)) ? number : undefined;
}

/** A headline that is none by its words has no kind. */
const kindOfTitle = (
  title: TitleReading & { readonly located: Located },
  grammar: MastheadGrammar,
): string | undefined => (title.strong || title.kind !== undefined ? kindOf(title.located.text, grammar) : undefined);

const kindOf = (title: string | undefined, grammar: MastheadGrammar): string | undefined =>
  grammar.kind.exec(title?.replace(/[（(][^（()）]*[）)]$/u, "") ?? "")?.groups?.["kind"]?.replace(/\s/gu, "");
