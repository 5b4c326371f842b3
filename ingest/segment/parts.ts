import type { Located } from "../../graph/model/reading.ts";
import { type Attachment, type Attachments, findAttachments } from "./attachments.ts";
import { type Enclosed, findEnclosed, findTitle, readEnclosed } from "./enclosed.ts";
import { readHead } from "./masthead/head.ts";
import { readImprint } from "./masthead/imprint.ts";
import { chooseTitle, type MastheadParts } from "./masthead/index.ts";
import { findSignatures, type Signature } from "./masthead/signatures.ts";
import type { PartGrammar } from "./part-patterns.ts";

/** A stretch of the document: 标题, 通知, 正文, 附件说明, 落款, 附件N, 版记. Parts follow each other without a gap. */
export interface Part {
  readonly name: string;
  readonly from: number;
  /** Behind its title, where it has one. */
  readonly bodyFrom: number;
  readonly to: number;
  readonly holds: "clauses" | "text";
  /** It begins with a title of its own. */
  readonly titled: boolean;
}

export interface Division extends MastheadParts {
  readonly parts: readonly Part[];
}

/** Divides a document into its parts. */
export function divide(text: string, grammar: PartGrammar): Division {
  const head = readHead(text, grammar);
  const signatures = findSignatures(text, head.end, text.length, grammar);
  const imprint = readImprint(text, head.end, signatures, grammar);
  const end = Math.max(head.end, imprint.from);
  const title = chooseTitle(text, head)?.located;
  const enclosed = readEnclosed(text, title, head.end, grammar);
  const listed = findAttachments(text, head.end, end, signatures, grammar);
  const { attachments, bodies } = tellBodies(text, head.end, end, enclosed, listed, signatures, grammar);
  const mainEnd = attachments[0]?.from ?? end;
  const parts: Part[] = [];
  const add = (
    name: string,
    from: number,
    bodyFrom: number,
    to: number,
    holds: Part["holds"],
    titled = false,
  ): void => {
    if (to > from) parts.push({ name, from, bodyFrom: Math.min(Math.max(from, bodyFrom), to), to, holds, titled });
  };
  add("标题", 0, 0, head.end, "text");
  let closing: Signature | undefined;
  const addZone = (
    name: string,
    from: number,
    bodyFrom: number,
    to: number,
    list: Attachments,
    titled: boolean,
  ): void => {
    const tail = tailOf(text, bodyFrom, to, list, signatures);
    add(name, from, bodyFrom, tail.from, "clauses", titled);
    for (const piece of tail.pieces) add(piece.name, piece.from, piece.from, piece.to, "text");
    closing ??= tail.signature;
  };
  addZone(bodies.length === 0 ? "正文" : "通知", head.end, head.end, bodies[0]?.from ?? mainEnd, listed, false);
  bodies.forEach((body, i) => {
    addZone("正文", body.from, body.bodyFrom, bodies[i + 1]?.from ?? mainEnd, listed, true);
  });
  attachments.forEach((attachment, i) => {
    const to = attachments[i + 1]?.from ?? end;
    addZone(`附件${attachment.number}`, attachment.from, attachment.bodyFrom, to, NO_LIST, true);
  });
  add("版记", end, end, text.length, "text");
  const printed = signatures.find((one) => one.imprint);
  const inside = signatures.find((one) => !one.imprint && one.issuers.length > 0);
  const attached = onlyTitle(text, head.end, listed, grammar);
  return { parts, head, imprint, signature: closing, inside, printed, enclosedTitle: enclosed.title, attached };
}

/** The title of the only attachment: by it a covering letter without a title is known. */
function onlyTitle(
  text: string,
  from: number,
  { attachments }: Attachments,
  grammar: PartGrammar,
): Located | undefined {
  const [first] = attachments;
  if (first === undefined || attachments.length > 1 || first.title.length < 6 || first.from - from > 800)
    return undefined;
  const place = findTitle(text, first.title, first.from, first.bodyFrom + 4, grammar);
  return place === undefined ? undefined : { text: first.title.replace(/\s+/gu, ""), span: place };
}

interface Body {
  readonly from: number;
  readonly bodyFrom: number;
}

const NO_LIST: Attachments = { titles: [], attachments: [] };

/** What a wrapper passes on comes behind its signature, or as its only attachment. */
function tellBodies(
  text: string,
  from: number,
  to: number,
  enclosed: Enclosed,
  listed: Attachments,
  signatures: readonly Signature[],
  grammar: PartGrammar,
): { attachments: readonly Attachment[]; bodies: readonly Body[] } {
  const { attachments, titles, list } = listed;
  const first = attachments[0];
  const body = findEnclosed(text, from, first?.from ?? to, enclosed, list, signatures, grammar);
  if (body !== undefined)
    return { attachments, bodies: [body, ...furtherBodies(text, body, first?.from ?? to, enclosed, grammar)] };
  const only = first !== undefined && attachments.length === 1 && titles.length < 2 ? first : undefined;
  const isEnclosed = enclosed.names.some((name) => alike(name, only?.title ?? "") || alike(name, titles[0] ?? ""));
  if (only === undefined || !isEnclosed) return { attachments, bodies: [] };
  const named = enclosed.names
    .map((name) => findTitle(text, name, only.from, Math.min(to, only.from + 300), grammar))
    .find((place) => place !== undefined);
  return { attachments: [], bodies: [{ from: only.from, bodyFrom: Math.max(only.bodyFrom, named?.to ?? 0) }] };
}

function furtherBodies(text: string, first: Body, to: number, { others }: Enclosed, grammar: PartGrammar): Body[] {
  const bodies: Body[] = [];
  let at = first.bodyFrom;
  for (const name of others) {
    const place = findTitle(text, name, at, to, grammar);
    if (place === undefined) continue;
    bodies.push({ from: place.from, bodyFrom: place.to });
    at = place.to;
  }
  return bodies;
}

const compact = (title: string): string => title.replace(/[\s《》“”"（）()]/gu, "");

const alike = (a: string, b: string): boolean => {
  const [x, y] = [compact(a), compact(b)];
  return x.length >= 6 && y.length >= 6 && (x.includes(y) || y.includes(x));
};

/** What closes a part: the list of attachments and the signature, where nothing else follows them. */
function tailOf(
  text: string,
  from: number,
  to: number,
  listed: Attachments,
  signatures: readonly Signature[],
): { from: number; pieces: { name: string; from: number; to: number }[]; signature: Signature | undefined } {
  const pieces: { name: string; from: number; to: number }[] = [];
  let end = to;
  let signature: Signature | undefined;
  const list = listed.list;
  for (let i = 0; i < 3; i++) {
    const before = text.slice(from, end).replace(/(?:\s|&nbsp;)+$/u, "").length + from;
    const signed = signatures.findLast((one) => !one.imprint && one.span.from >= from && one.span.to <= end);
    if (signed !== undefined && signed.span.to >= before - 1 && signature === undefined) {
      signature = signed;
      pieces.unshift({ name: "落款", from: signed.span.from, to: end });
      end = signed.span.from;
    } else if (list !== undefined && list.from >= from && list.to <= end && list.to >= before - 1) {
      pieces.unshift({ name: "附件说明", from: list.from, to: end });
      end = list.from;
    } else break;
  }
  return { from: end, pieces, signature };
}
