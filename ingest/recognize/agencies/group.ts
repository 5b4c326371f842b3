import type { GroupWords } from "../../knowledge/agencies.ts";
import type { Lexicon } from "./lexicon.ts";
import { mayEnd } from "./shape.ts";
import { Trie } from "./trie.ts";

/** Words of the gazetteer, ready for lookup in folded text. */
export interface GroupLexicon {
  readonly heads: Trie<true>;
  readonly owners: Trie<true>;
  readonly nouns: Trie<true>;
  readonly divisions: Trie<true>;
  readonly governments: Trie<true>;
  readonly whole: Trie<true>;
}

const trieOf = (words: readonly string[], fold: (text: string) => string): Trie<true> => {
  const trie = new Trie<true>();
  for (const word of words) trie.set(fold(word), true);
  return trie;
};

export const buildGroupLexicon = (words: GroupWords, fold: (text: string) => string): GroupLexicon => ({
  heads: trieOf(words.heads, fold),
  owners: trieOf(words.owners, fold),
  nouns: trieOf(words.nouns, fold),
  divisions: trieOf(words.divisions, fold),
  governments: trieOf(words.governments, fold),
  whole: trieOf(words.whole, fold),
});

const LONGEST_MODIFIER = 12;
/** 各项, 各自, 各类 …: what follows is no list of bodies. */
const NOT_EACH = /^各(项|自|异|种|不|个|有(?!关)|尽|司|环|阶|行各业|方面力|界别)/u;
const DIVISION_SEPARATOR = /^(、|，|\/|和|及|与|以及|\s)/u;

/** The longest group that begins at `from`: 各县（市、区）人民政府, 市直各部门, 有关单位; undefined where none does. */
export function groupAt(
  groups: GroupLexicon,
  lexicon: Lexicon,
  text: string,
  from: number,
  limit: number,
): number | undefined {
  const ends: number[] = [];
  const note = (to: number | undefined): void => {
    if (to !== undefined && mayEnd(lexicon, text, text.slice(from, to), to, limit)) {
      ends.push(bracketAfter(groups, text, to, limit));
    }
  };
  note(groups.whole.longest(text, from, limit)?.to);
  if (NOT_EACH.test(text.slice(from, from + 6))) return ends.length === 0 ? undefined : Math.max(...ends);
  for (const start of starts(groups, text, from, limit)) {
    if (start.named) {
      for (const noun of groups.nouns.all(text, start.to, limit)) note(noun.to);
      note(modified(groups, lexicon, text, start.to, limit));
    }
    note(divided(groups, text, start, limit));
  }
  return ends.length === 0 ? undefined : Math.max(...ends);
}

interface Start {
  readonly to: number;
  /** A word of the group's own (各, 有关, 市直) was read. */
  readonly named: boolean;
}

/** 各, 有关; 市直, 市直各, 省有关; and nothing at all. */
function starts(groups: GroupLexicon, text: string, from: number, limit: number): Start[] {
  const found: Start[] = [{ to: from, named: false }];
  for (const head of groups.heads.all(text, from, limit)) {
    found.push({ to: head.to, named: true });
    for (const owner of groups.owners.all(text, head.to, limit)) found.push({ to: owner.to, named: true });
  }
  for (const owner of groups.owners.all(text, from, limit)) {
    const word = text.slice(from, owner.to);
    if (/[直属级]$|国有|国务院|国家机关/u.test(word))
      found.push({ to: owner.to, named: /[直属]$|国有|级$/u.test(word) });
    for (const head of groups.heads.all(text, owner.to, limit)) {
      if (!/[地基]/u.test(text.slice(owner.to, head.to))) found.push({ to: head.to, named: true });
    }
  }
  return found;
}

/** 各基础电信企业: a modifier without verbs between 各 and the noun. */
function modified(
  groups: GroupLexicon,
  lexicon: Lexicon,
  text: string,
  from: number,
  limit: number,
): number | undefined {
  let at = from;
  let best: number | undefined;
  while (at < Math.min(limit, from + LONGEST_MODIFIER)) {
    const word = lexicon.words.longest(text, at, limit);
    if (word?.value === "stop") break;
    if (word === undefined && !/[㐀-鿿]/u.test(text.charAt(at))) break;
    if (/[和与及]/u.test(text.charAt(at))) break;
    at = word?.to ?? at + 1;
    const noun = groups.nouns.longest(text, at, limit);
    if (noun !== undefined && noun.to - at > 1) best = noun.to;
  }
  return best;
}

/** 县（市、区）人民政府: divisions, joined and bracketed, with or without a government. */
function divided(groups: GroupLexicon, text: string, start: Start, limit: number): number | undefined {
  let at = start.to;
  let count = 0;
  for (;;) {
    const division = groups.divisions.longest(text, at, limit);
    if (division === undefined) break;
    count += division.to - at > 1 ? 2 : 1;
    at = bracketAfter(groups, text, division.to, limit);
    if (at > division.to) count += 1;
    const separator = DIVISION_SEPARATOR.exec(text.slice(at, at + 2))?.[0];
    const skipped = at + (separator?.length ?? 0);
    const each = text.charAt(skipped) === "各" ? 1 : 0;
    if (groups.divisions.longest(text, skipped + each, limit) === undefined || (separator !== undefined && each === 1))
      break;
    if (separator !== undefined && !governed(groups, text, skipped, limit)) break;
    at = skipped;
  }
  if (at === start.to) return undefined;
  const government = groups.governments.longest(text, at, limit);
  if (government !== undefined) return start.named || count > 1 ? government.to : undefined;
  return start.named ? at : undefined;
}

/** True where the divisions that begin here lead to a government, or to the end of the list: 各市、州、县人民政府. */
function governed(groups: GroupLexicon, text: string, from: number, limit: number): boolean {
  let at = from;
  for (;;) {
    const division = groups.divisions.longest(text, at, limit);
    if (division === undefined) break;
    at = bracketAfter(groups, text, division.to, limit);
    const separator = DIVISION_SEPARATOR.exec(text.slice(at, at + 2))?.[0];
    if (separator !== undefined && groups.divisions.longest(text, at + separator.length, limit) !== undefined)
      at += separator.length;
  }
  return (
    at > from &&
    (groups.governments.longest(text, at, limit) !== undefined || at >= limit || /[^㐀-鿿]/u.test(text.charAt(at)))
  );
}

/** A bracket of the group's own: （市、区）, （单位）, （管委会）, （街道办事处）. */
function bracketAfter(groups: GroupLexicon, text: string, at: number, limit: number): number {
  if (text.charAt(at) !== "（") return at;
  const close = text.indexOf("）", at);
  if (close < 0 || close >= limit || close - at > 16) return at;
  const parts = text.slice(at + 1, close).split(/[、，和及与/]/u);
  const known = parts.every(
    (part) =>
      groups.divisions.get(part) === true || groups.nouns.get(part) === true || groups.governments.get(part) === true,
  );
  return known ? close + 1 : at;
}
