import type { AgencyParse, AgencySort } from "./agency-parse.ts";
import type { AgencyGrammar } from "./grammar.ts";

/** A member of a list; offsets of the text as given. */
export interface AgencyMember {
  readonly from: number;
  readonly to: number;
  readonly kind: AgencySort;
  /** 财政, 人社: a field that only the list makes a body. */
  readonly bare: boolean;
}

/** A piece of the list that is no body. */
export interface AgencyRest {
  readonly from: number;
  readonly to: number;
}

const SEPARATOR = /[、，；。：|｜\u2022/／+＋]/u;
const CONJUNCTION = /^(以及|会同|或者|和|及|与|或|并)/u;
const OPEN_ENDING =
  /^等(有关|相关|各有关|各相关|各|其他|其他有关)?(部门和单位|部门（单位）|部门、单位|职能部门|成员单位|责任单位|部门|单位|委办局|机构|方面|企业)?/u;
const PREDICATE =
  /^(按|依|分别|共同|各自|分工|负责|牵头|主办|主管|配合|参与|参加|协助|协同|协办|承办|支持|落实|实施|指导|具体|根据|结合|作为|为|的|要|应|将|会)/u;
const FIELD_ENDING = /^等?(有关|相关|各|主管|行政|职能)*(部门|单位|委办局)/u;

/** Text without white space, and where each unit stood. */
interface Compact {
  readonly text: string;
  readonly at: readonly number[];
  /** White space stood before this unit. */
  readonly gaps: ReadonlySet<number>;
}

function compactOf(folded: string): Compact {
  const at: number[] = [];
  const gaps = new Set<number>();
  let text = "";
  let gap = false;
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charAt(index);
    if (/\s|\u200b|\ufeff/u.test(unit)) {
      gap = true;
      continue;
    }
    if (gap) gaps.add(at.length);
    gap = false;
    at.push(index);
    text += unit;
  }
  return { text, at, gaps };
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly kind?: AgencySort;
  readonly bare?: boolean;
}

/** Takes a list of bodies apart; linear in its length. */
export function splitAgencies(grammar: AgencyGrammar, source: string): { members: AgencyMember[]; rest: AgencyRest[] } {
  const compact = compactOf(grammar.fold(source));
  const pieces = piecesOf(grammar, compact);
  const bodies = pieces.filter((piece) => piece.kind !== undefined);
  const open = bodies.some((piece) => piece.bare !== true) || (bodies.length > 1 && bodies.length === pieces.length);
  const outward = ({ from, to }: Piece): AgencyRest => ({
    from: compact.at[from] ?? 0,
    to: (compact.at[to - 1] ?? 0) + 1,
  });
  const members: AgencyMember[] = [];
  const rest: AgencyRest[] = [];
  const fields = open || pieces.some((piece) => FIELD_ENDING.test(compact.text.slice(piece.from, piece.to + 2)));
  for (const piece of pieces) {
    const { kind, bare = false } = piece;
    if (kind === undefined || (bare && !fields)) rest.push(outward(piece));
    else members.push({ ...outward(piece), kind, bare });
  }
  return { members, rest };
}

function piecesOf(grammar: AgencyGrammar, compact: Compact): Piece[] {
  const { text, gaps } = compact;
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const unit = text.charAt(at);
    if (SEPARATOR.test(unit) || /[（）"“”]/u.test(unit)) {
      at += 1;
      continue;
    }
    const conjunction = CONJUNCTION.exec(text.slice(at, at + 2))?.[0];
    if (conjunction !== undefined && (at > 0 || (conjunction === "会同" && grammar.readings(text, 0).length === 0))) {
      at += conjunction.length;
      continue;
    }
    const open = OPEN_ENDING.exec(text.slice(at, at + 14))?.[0];
    if (open !== undefined) {
      pieces.push({ from: at, to: at + open.length });
      at += open.length;
      continue;
    }
    const readings = withoutGaps(grammar.readings(text, at, text.length, { fields: true }), gaps);
    const whole =
      readings.find(({ to }) => endsHere(text, gaps, to)) ?? readings.find(({ to }) => endsBeforePredicate(text, to));
    const best = whole ?? readings.find((reading) => !isField(reading));
    if (best !== undefined) {
      pieces.push({ from: at, to: best.to, kind: isField(best) ? "known" : best.sort, bare: isField(best) });
      at = best.to;
      continue;
    }
    const end = pieceEnd(text, gaps, at);
    pieces.push({ from: at, to: end });
    at = end;
  }
  return pieces;
}

/** Drops readings that run over white space: where a name ended there, or where only its shape holds it together. */
function withoutGaps(readings: readonly AgencyParse[], gaps: ReadonlySet<number>): readonly AgencyParse[] {
  if (gaps.size === 0) return readings;
  const ends = new Set(
    readings.filter((reading) => reading.sort !== "shaped" && !isField(reading)).map(({ to }) => to),
  );
  return readings.filter(({ from, to, sort, headTo }) => {
    for (let at = from + 1; at < to; at += 1) {
      if (gaps.has(at) && (sort === "shaped" || ends.has(at) || at >= headTo)) return false;
    }
    return true;
  });
}

/** A bare field: 财政 without 部门. */
const isField = (parse: AgencyParse): boolean =>
  parse.form?.field === true && parse.place === undefined && parse.sort === "known";

const endsHere = (text: string, gaps: ReadonlySet<number>, to: number): boolean =>
  to >= text.length ||
  gaps.has(to) ||
  SEPARATOR.test(text.charAt(to)) ||
  /[）"”]/u.test(text.charAt(to)) ||
  text.charAt(to) === "等" ||
  CONJUNCTION.test(text.slice(to, to + 2));

const endsBeforePredicate = (text: string, to: number): boolean =>
  PREDICATE.test(text.slice(to, to + 2)) || text.charAt(to) === "（";

/** End of a piece that is no body: the next separator, conjunction excluded. */
function pieceEnd(text: string, gaps: ReadonlySet<number>, from: number): number {
  let at = from + 1;
  while (at < text.length && !SEPARATOR.test(text.charAt(at)) && !gaps.has(at) && !/[（）]/u.test(text.charAt(at)))
    at += 1;
  return at;
}
