import type { NationalAgency } from "../../knowledge/agencies.ts";
import type { Form } from "./lexicon.ts";
import type { Place } from "./place.ts";

/** Known to a gazetteer, shaped like a body, or a group of bodies. */
export type AgencySort = "known" | "shaped" | "group";

/** AgencyParse 机构名解析: a name taken apart once, for the recogniser and the resolver alike. Offsets of the text. */
export interface AgencyParse {
  readonly from: number;
  readonly to: number;
  readonly sort: AgencySort;
  readonly place?: Place;
  readonly form?: Form;
  readonly national?: readonly NationalAgency[];
  readonly taiwan?: readonly NationalAgency[];
  /** Regions whose own gazetteer lists the name. */
  readonly local?: readonly string[];
  /** Where the head of the name ends and a department of its own begins: 市公安局|交警支队. */
  readonly headTo: number;
  /** Rank word of a shaped name or of the tail. */
  readonly rank?: string;
  /** A bracket of the name's own, with its marks: （网宣办）. */
  readonly bracketFrom?: number;
  /** A place that stands for its government: 武隆区 (whole), 广州 (short), 苏澳镇 (town). */
  readonly area?: "whole" | "short" | "town";
  /** 共青团, 团, 中共, 武警: words that stand before the place. */
  readonly prefix?: string;
}

export interface ParseOptions {
  /** Accept bare fields (财政, 人社) and places that stand for their governments (武侯区): inside lists. */
  readonly fields?: boolean;
}

/** Between readings of one length: what is known before what is only likely. */
function weigh({ sort, place, rank, area }: AgencyParse): number {
  if (area !== undefined) return 1;
  if (sort === "known") return place === undefined ? 3 : 4;
  if (sort === "group") return rank === undefined || place !== undefined ? 2 : 0;
  return place === undefined ? 0 : 1;
}

/** The longest reading first; of one length the surest. */
export const bestFirst = (a: AgencyParse, b: AgencyParse): number =>
  b.to - a.to || weigh(b) - weigh(a) || b.headTo - a.headTo;
