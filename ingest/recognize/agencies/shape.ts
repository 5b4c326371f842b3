import type { Lexicon } from "./lexicon.ts";

/** A run that has the shape of a name 有单位形状的词串: it ends in a rank word and holds no verb. */
export interface Shape {
  readonly to: number;
  readonly rank: string;
  readonly internal: boolean;
}

export interface ShapeOptions {
  /** Something stands before the run (a place, a body): a rank word alone makes a name, 商务部|办公厅. */
  readonly follows?: boolean;
}

const LONGEST_RUN = 44;
/** What a name that begins with a verb ends in: 推进…领导小组办公室. */
const LED = /(小组|办公室|指挥部|委员会|联席会议|专班|中心|组|办)$/u;
/** 8家单位, 33处: a number of them. */
const COUNTED = /^[0-9０-９一二两三四五六七八九十百千几]+[多余]?[家个名项处所条批次是方]/u;
const HAN = /[㐀-鿿豈-﫿]/u;
const NAME_UNIT = /[㐀-鿿豈-﫿A-Za-z0-9０-９“”"·・—-]/u;
const CONJUNCTION = /[和与及]/u;
/** Ranks that any company or school has: alone they name a sort of bodies, not a body. */
export const SOFT_RANK = /^(企业|机构|部门|单位|学校|医院|高校|运营商|中学|小学|园区)$/u;

/**
 * Ends of names that begin at `from`, shortest first. `bodyAt` tells whether a body begins at a position: a conjunction
 * before one joins two bodies and ends the run. `placedBodyAt` tells whether one with a place does: a run that holds one
 * is no name (转送省发展改革委).
 */
export function shapesAt(
  lexicon: Lexicon,
  text: string,
  from: number,
  limit: number,
  bodyAt: (at: number) => boolean,
  placedBodyAt: (at: number) => boolean,
  options: ShapeOptions = {},
): Shape[] {
  const found: Shape[] = [];
  const end = Math.min(limit, from + LONGEST_RUN);
  const follows = options.follows === true;
  if (!follows && (isNotFirst(lexicon, text, from, limit) || COUNTED.test(text.slice(from, from + 6)))) return found;
  const leading = follows ? lexicon.leading.longest(text, from, limit) : undefined;
  let at = leading?.to ?? from;
  while (at < end) {
    if (found.at(-1)?.to === at && bodyAt(at)) break;
    if (!follows && at > from && !/[驻原]$/u.test(text.slice(from, at)) && placedBodyAt(at)) return [];
    const word = lexicon.words.longest(text, at, limit);
    if (word?.value === "stop") break;
    if (word !== undefined) {
      at = word.to;
    } else {
      const unit = text.charAt(at);
      if (unit === "（") {
        const close = text.indexOf("）", at);
        if (close < 0 || close - at > 10 || !/^[㐀-鿿]+$/u.test(text.slice(at + 1, close))) break;
        at = close + 1;
        continue;
      }
      if (!NAME_UNIT.test(unit)) break;
      if (CONJUNCTION.test(unit) && (found.at(-1)?.to === at || at === from || bodyAt(at + 1))) break;
      at += 1;
    }
    const shape = rankEnding(lexicon, text, from, at, limit, follows);
    if (shape !== undefined && (leading === undefined || LED.test(shape.rank))) found.push(shape);
  }
  return found;
}

/** 联合 begins no name, 联合采购 may: a longer word that names hold goes first. */
function isNotFirst(lexicon: Lexicon, text: string, from: number, limit: number): boolean {
  const banned = lexicon.notFirst.longest(text, from, limit);
  if (banned === undefined) return false;
  const word = lexicon.words.longest(text, from, limit);
  return word?.value !== "safe" || word.to <= banned.to;
}

/** The rank word that ends at `to`, where what stands before and after lets it be one. */
function rankEnding(
  lexicon: Lexicon,
  text: string,
  from: number,
  to: number,
  limit: number,
  follows: boolean,
): Shape | undefined {
  const rank = lexicon.ranks.longestBefore(text, to, from);
  if (rank === undefined) return undefined;
  const word = text.slice(rank.from, to);
  const other = lexicon.notBodies.longestBefore(text, to, from);
  if (other !== undefined && ((other.from === from && !follows) || word.length === 1)) return undefined;
  if (!mayEnd(lexicon, text, word, to, limit)) return undefined;
  const stem = text.slice(from, rank.from);
  if (/[0-9０-９]$/u.test(stem)) return undefined;
  if (follows && (stem.length > 0 || word.length > 1)) return { to, rank: word, internal: rank.value === "internal" };
  if (stem.length === 0 && rank.value === "internal" && word.length > 2) return { to, rank: word, internal: true };
  if (stem.length < 2 && !(stem.length === 1 && HAN.test(stem) && word.length > 1)) return undefined;
  return { to, rank: word, internal: rank.value === "internal" };
}

/** False where the next character makes another word of the rank: 局 before 长, 部 before 门. */
export function mayEnd(lexicon: Lexicon, text: string, word: string, to: number, limit: number): boolean {
  if (to >= limit) return true;
  if (text.startsWith("成员", to)) return true;
  const next = text.charAt(to);
  for (let length = Math.min(4, word.length); length >= 1; length -= 1) {
    const banned = lexicon.notBefore.get(word.slice(-length));
    if (banned?.includes(next) === true) return false;
  }
  return true;
}
