import { type DocumentKey, documentId, documentKey } from "../../../graph/model/ids.ts";
import { titleParts } from "../../recognize/citations/title-core.ts";
import { simplifiedUnit } from "../../recognize/simplified-form.ts";
import { isMisspelling } from "./near-title.ts";
import type { TitlePatterns } from "./title-patterns.ts";

/** Entry 文件条目: one document of the corpus, read or only cited, with all that any text states of it. */
export interface Entry {
  readonly key: DocumentKey;
  readonly number?: string;
  /** Place of the reading where the document itself was read. */
  readonly reading?: number;
  /** Home within which its titles hold; empty for everywhere. */
  readonly scope: string;
  /** Titles as printed, with how often. */
  readonly titles: Map<string, number>;
  readonly issuers: Set<string>;
  /** Readings that state its title with its number. */
  readonly statedIn: Set<number>;
  /** The number as the first text prints it, where that is another way to write it. */
  printed?: string;
}

/** How a title without number found its entry. */
export interface Match {
  readonly entry: Entry;
  readonly confidence: number;
  readonly step: string;
}

/** 鄂政發 is 鄂政发: a mirror prints the same number in other characters. */
const numberKey = (number: string): string => Array.from(number, simplifiedUnit).join("");

/** All entries of a corpus, found by number, by title and by what a title is about. */
export class Catalogue {
  readonly #patterns: TitlePatterns;
  readonly #byNumber = new Map<string, Entry>();
  readonly #byWhole = new Map<string, Set<Entry>>();
  readonly #byCore = new Map<string, Set<Entry>>();
  /** What titles are about, by their first four characters and by the rest. */
  readonly #parts = new Map<string, Set<string>>();
  readonly #keys = new Map<DocumentKey, Entry>();

  constructor(patterns: TitlePatterns) {
    this.#patterns = patterns;
  }

  get entries(): readonly Entry[] {
    return [...this.#keys.values()];
  }

  entryOf(key: DocumentKey): Entry | undefined {
    return this.#keys.get(key);
  }

  ofNumber(number: string): Entry | undefined {
    return this.#byNumber.get(numberKey(number));
  }

  add(parts: { key: DocumentKey; number?: string; reading?: number; scope: string }): Entry {
    const entry: Entry = { ...parts, titles: new Map(), issuers: new Set(), statedIn: new Set() };
    this.#keys.set(entry.key, entry);
    const number = entry.number === undefined ? undefined : numberKey(entry.number);
    if (number !== undefined && !this.#byNumber.has(number)) this.#byNumber.set(number, entry);
    return entry;
  }

  state(entry: Entry, title: string): void {
    entry.titles.set(title, (entry.titles.get(title) ?? 0) + 1);
    const { whole, core } = titleParts(title);
    put(this.#byWhole, whole, entry);
    put(this.#byCore, core, entry);
    put(this.#parts, `h${core.slice(0, 4)}`, core);
    put(this.#parts, `t${core.slice(4)}`, core);
  }

  /** The one entry that a title means for a reader in `scope`: same words, else same matter, else one slip of the pen. */
  find(title: string, scope: string, reading: number): Match | undefined {
    const { whole, core } = titleParts(title);
    const usable = (entry: Entry): boolean =>
      entry.reading !== reading && (entry.scope === "" || scope === "" || entry.scope === scope);
    // What this very text states of a number goes before what others call so.
    const stated = only([...(this.#byWhole.get(whole) ?? [])].filter(({ statedIn }) => statedIn.has(reading)));
    if (stated !== undefined) return { entry: stated, confidence: 1, step: "同一文件写明文号" };
    const same = only([...(this.#byWhole.get(whole) ?? [])].filter(usable));
    if (same !== undefined) return { entry: same, confidence: 1, step: "标题相同" };
    const about = only(
      [...(this.#byCore.get(core) ?? [])].filter(
        (entry) => usable(entry) && !contradicts(entry, whole, this.#patterns),
      ),
    );
    if (about !== undefined) return { entry: about, confidence: 0.95, step: "标题除发文机关、“关于”外相同" };
    return undefined;
  }

  /** The one entry whose title differs by a slip; for titles that nothing else explains. */
  findMisspelt(title: string, scope: string, reading: number): Match | undefined {
    const { core } = titleParts(title);
    const near = new Set<Entry>();
    for (const other of this.#likely(core)) {
      if (isMisspelling(core, other, this.#patterns.telling))
        for (const entry of this.#byCore.get(other) ?? []) near.add(entry);
    }
    const found = only(
      [...near].filter(
        (entry) => entry.reading !== reading && (entry.scope === "" || scope === "" || entry.scope === scope),
      ),
    );
    return found === undefined ? undefined : { entry: found, confidence: 0.8, step: "标题相差一字，疑为笔误" };
  }

  /** Titles that share the first four characters or all behind them: one slip cannot spoil both. */
  #likely(core: string): Set<string> {
    const keys = [`h${core.slice(0, 4)}`, ...[3, 4, 5].map((from) => `t${core.slice(from)}`)];
    return new Set(keys.flatMap((key) => [...(this.#parts.get(key) ?? [])]));
  }

  /** The title by which an entry is shown: stated most often, then the longest. */
  titleOf(entry: Entry): string | undefined {
    return [...entry.titles].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1))[0]?.[0];
  }

  otherIds(entry: Entry): string[] {
    const ids = [...entry.titles.keys()].map((title) =>
      documentId(documentKey.ofTitle(title, entry.scope === "" ? undefined : entry.scope)),
    );
    return [...new Set(ids)].filter((id) => id !== documentId(entry.key)).sort();
  }
}

function put<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const values = map.get(key) ?? new Set();
  values.add(value);
  map.set(key, values);
}

const only = (entries: readonly Entry[]): Entry | undefined => {
  const distinct = [...new Set(entries)];
  return distinct.length === 1 ? distinct[0] : undefined;
};

/** Two titles of one matter with different issuers before 关于 are two documents. */
function contradicts(entry: Entry, whole: string, { statedIssuer }: TitlePatterns): boolean {
  const issuer = statedIssuer.exec(whole)?.groups?.["issuer"];
  if (issuer === undefined) return false;
  const others = [...entry.titles.keys()]
    .map((title) => statedIssuer.exec(titleParts(title).whole)?.groups?.["issuer"])
    .filter((other) => other !== undefined);
  return others.length > 0 && !others.includes(issuer);
}
