import type { Ontology } from "../schema/ontology.ts";
import type { SearchOptions } from "./store.ts";
import type { NodeValue } from "./value.ts";

const LIMIT = 20;
/** No more than this come of a search, whatever is asked. */
export const SEARCH_AT_MOST = 1000;

/** What is searched for, and where. */
export interface Search {
  /** Not empty. */
  readonly words: string;
  readonly limit: number;
  /** The properties that hold words, by label. */
  readonly properties: Readonly<Record<string, readonly SearchedProperty[]>>;
}

interface SearchedProperty {
  readonly name: string;
  readonly isList: boolean;
}

/** The properties that the ontology marks as searched, by label. */
const searchedProperties = ({ nodes }: Ontology): [label: string, properties: SearchedProperty[]][] =>
  nodes
    .map(({ label, properties }): [string, SearchedProperty[]] => [
      label,
      Object.entries(properties)
        .filter(([, { searched }]) => searched)
        .map(([name, { type }]) => ({ name, isList: type === "strings" })),
    ])
    .filter(([, properties]) => properties.length > 0);

/** What an engine is to look for; nothing where nothing can be found. */
export function searchFor(
  words: string,
  { limit = LIMIT, labels }: SearchOptions,
  ontology: Ontology,
): Search | undefined {
  const sought = words.trim();
  const all = searchedProperties(ontology);
  const wanted = labels === undefined ? all : all.filter(([label]) => labels.includes(label));
  const most = Math.min(Math.floor(limit), SEARCH_AT_MOST);
  if (sought === "" || wanted.length === 0 || !(most >= 1)) return undefined;
  return { words: sought, limit: most, properties: Object.fromEntries(wanted) };
}

/** Rank 名次: how well a node answers a search; less is better. */
export interface Rank {
  /** 0: a text is the words; 1: one begins with them; 2: one holds them. */
  readonly tier: number;
  /** Of that text, in characters. */
  readonly length: number;
  readonly id: string;
}

export const byRank = (a: Rank, b: Rank): number =>
  a.tier - b.tier || a.length - b.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The rank that one text gives; nothing where the words are not in it. */
export function rankOf(id: string, text: string, words: string): Rank | undefined {
  const at = text.indexOf(words);
  if (at < 0) return undefined;
  return { tier: at > 0 ? 2 : text === words ? 0 : 1, length: Array.from(text).length, id };
}

/** The text by which a search found a node, as it ranks it. */
export function foundText({ id, label, properties }: NodeValue, words: string, ontology: Ontology): string {
  const own = searchedProperties(ontology).find(([other]) => other === label)?.[1] ?? [];
  const texts = own
    .flatMap(({ name }) => properties[name] ?? [])
    .flatMap((text) => {
      if (typeof text !== "string") return [];
      const rank = rankOf(id, text, words.trim());
      return rank === undefined ? [] : [{ rank, text }];
    });
  return texts.sort((a, b) => byRank(a.rank, b.rank))[0]?.text ?? "";
}
