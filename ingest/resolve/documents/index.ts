import type { Diagnostic } from "../../../graph/model/diagnostic.ts";
import type { Span } from "../../../graph/model/span.ts";
import { type DocumentKey, documentKey, IdRegister } from "../../../graph/model/ids.ts";
import type { DocumentReading, DocumentRef } from "../../../graph/model/reading.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { Catalogue, type Entry } from "./catalogue.ts";
import { natureOf } from "./kind-and-level.ts";
import { sameNumber } from "./same-number.ts";
import { scopeOf } from "./scope.ts";
import { titlePatternsOf } from "./title-patterns.ts";

/** ResolvedDocument 归一后的文件: what all texts together say of a document that one of them cites. */
export interface ResolvedDocument {
  readonly key: DocumentKey;
  readonly number?: string;
  readonly title?: string;
  readonly issuers?: readonly string[];
  readonly kind?: string;
  readonly level?: string;
  readonly confidence: number;
  /** How it was found, in words. */
  readonly steps: readonly string[];
}

export interface DocumentIndex {
  keyOfReading(index: number): DocumentKey;
  /** The document that a citation in the given reading means. */
  resolve(ref: DocumentRef, index: number): ResolvedDocument;
  /** Ids that the document would have by its titles, beside its own. */
  otherIds(key: DocumentKey): readonly string[];
  isIngested(key: DocumentKey): boolean;
  /** Two files with one number, titles taken for slips. */
  readonly diagnostics: readonly { readonly index: number; readonly diagnostic: Diagnostic }[];
}

/**
 * Documents of a corpus 文件归一: the number is the key; a title stated with a number anywhere means that number; a title
 * alone finds its document by the same words, by the same matter, or within one slip of the pen, where there is a unique
 * candidate only (ARCHITECTURE rule 5). `homeName` is the place or issuer of a reading, inside which general titles hold.
 */
export function createDocumentIndex(
  readings: readonly DocumentReading[],
  knowledge: Knowledge,
  homeName: (index: number) => string | undefined,
): DocumentIndex {
  const builder = new IndexBuilder(readings, knowledge, homeName);
  return builder.build();
}

class IndexBuilder {
  readonly #readings: readonly DocumentReading[];
  readonly #knowledge: Knowledge;
  readonly #homes: readonly string[];
  readonly #catalogue: Catalogue;
  readonly #own: Entry[] = [];
  readonly #diagnostics: { index: number; diagnostic: Diagnostic }[] = [];
  /** Titles without number, by reading's scope: what they were found to mean. */
  readonly #found = new Map<string, { entry: Entry; confidence: number; step: string }>();

  constructor(
    readings: readonly DocumentReading[],
    knowledge: Knowledge,
    homeName: (index: number) => string | undefined,
  ) {
    this.#readings = readings;
    this.#knowledge = knowledge;
    this.#catalogue = new Catalogue(titlePatternsOf(knowledge));
    this.#homes = readings.map(({ source }, index) => homeName(index) ?? source.name.replace(/\.[^.]*$/u, ""));
  }

  build(): DocumentIndex {
    this.#readings.forEach((reading, index) => this.#own.push(this.#ingest(reading, index)));
    const cited = this.#readings.flatMap((reading, index) => citedIn(reading).map((ref) => ({ ref, index })));
    for (const { ref, index } of cited) if (ref.number !== undefined) this.#number(ref, index);
    const open = new Map<string, { ref: DocumentRef; index: number }>();
    for (const { ref, index } of cited) {
      const place = this.#placeOf(ref, index);
      if (ref.number === undefined && !this.#title(ref, index) && !open.has(place)) open.set(place, { ref, index });
    }
    for (const [place, { ref, index }] of open) this.#slip(place, ref, index);
    for (const { ref, index } of open.values()) if (!this.#title(ref, index)) this.#only(ref, index);
    for (const { ref, index } of cited) this.#state(ref, index);
    const catalogue = this.#catalogue;
    return {
      keyOfReading: (index) => this.#own[index]?.key ?? "",
      resolve: (ref, index) => this.#resolve(ref, index),
      otherIds: (key) => {
        const entry = catalogue.entryOf(key);
        return entry === undefined ? [] : catalogue.otherIds(entry);
      },
      isIngested: (key) => catalogue.entryOf(key)?.reading !== undefined,
      diagnostics: this.#diagnostics,
    };
  }

  readonly #keys = new IdRegister();

  #ingest({ tree: { masthead }, source }: DocumentReading, index: number): Entry {
    const number = this.#numberOf(masthead.number?.text, index);
    const title = masthead.title?.text;
    const enclosed = masthead.enclosedTitle?.text;
    const scope = title === undefined ? "" : this.#scope({ kind: "document", title }, index);
    const wanted =
      number !== undefined
        ? documentKey.ofNumber(number)
        : title !== undefined
          ? documentKey.ofTitle(title, scope === "" ? undefined : scope)
          : documentKey.ofHash(source.sha256);
    const key = this.#keys.take(wanted);
    if (key !== wanted) {
      this.#report(index, {
        code: "document-key-shared",
        severity: "warning",
        message: `与另一文件同${number === undefined ? "标题" : "号"}（${number ?? title ?? ""}），未归并`,
        english: `another document has the same ${number === undefined ? "title" : "number"} (${number ?? title ?? ""}); kept apart`,
      });
    }
    const entry = this.#catalogue.add({ key, scope, reading: index, ...(number === undefined ? {} : { number }) });
    for (const words of [title, enclosed]) if (words !== undefined) this.#catalogue.state(entry, words);
    return entry;
  }

  #number(ref: DocumentRef, index: number): void {
    const { title } = ref;
    const number = this.#numberOf(ref.number, index) ?? "";
    const scope = title === undefined ? "" : this.#scope(ref, index);
    const entry =
      this.#catalogue.ofNumber(number) ?? this.#catalogue.add({ key: documentKey.ofNumber(number), number, scope });
    if (entry.reading === undefined && ref.number !== undefined) entry.printed ??= ref.number;
    if (title !== undefined) entry.statedIn.add(index);
    if (title !== undefined && entry.reading === undefined && !isShort(title)) this.#catalogue.state(entry, title);
  }

  /** Finds what a title without number means; true where it was found. */
  #title(ref: DocumentRef, index: number): boolean {
    const { title } = ref;
    if (title === undefined) return true;
    const found = this.#catalogue.find(title, this.#scope(ref, index), index);
    if (found !== undefined) this.#found.set(this.#placeOf(ref, index), found);
    return found !== undefined;
  }

  #slip(place: string, ref: DocumentRef, index: number): void {
    const found = this.#catalogue.findMisspelt(ref.title ?? "", this.#scope(ref, index), index);
    if (found === undefined) return;
    this.#found.set(place, found);
    const right = this.#catalogue.titleOf(found.entry) ?? found.entry.key;
    const span = this.#spanOf(ref, index);
    this.#report(index, {
      code: "title-misspelt",
      severity: "info",
      message: `《${ref.title ?? ""}》疑为《${right}》之误，已按后者归并`,
      ...(span === undefined ? {} : { span }),
      english: `《${ref.title ?? ""}》 seems a slip for 《${right}》 and was merged with it`,
    });
  }

  #only(ref: DocumentRef, index: number): void {
    const { title = "" } = ref;
    const place = this.#placeOf(ref, index);
    if (this.#found.has(place)) return;
    const scope = this.#scope(ref, index);
    const key = documentKey.ofTitle(title, scope === "" ? undefined : scope);
    const entry = this.#catalogue.entryOf(key) ?? this.#catalogue.add({ key, scope });
    this.#catalogue.state(entry, title);
    this.#found.set(place, { entry, confidence: 1, step: scope === "" ? "仅见标题" : `仅见标题，限于${scope}` });
  }

  /** Counts how every document is called, for the title it is shown with. */
  #state(ref: DocumentRef, index: number): void {
    const { title } = ref;
    const entry = this.#entry(ref, index)?.entry;
    if (entry === undefined || title === undefined || entry.reading !== undefined || isShort(title)) return;
    const match = this.#found.get(this.#placeOf(ref, index));
    if (match === undefined || match.confidence >= 0.9) this.#catalogue.state(entry, title);
    if (ref.issuer !== undefined) entry.issuers.add(ref.issuer);
  }

  #entry(ref: DocumentRef, index: number): { entry: Entry; confidence: number; step: string } | undefined {
    const number = this.#numberOf(ref.number, index);
    if (number === undefined) return this.#found.get(this.#placeOf(ref, index));
    const entry = this.#catalogue.ofNumber(number);
    return entry === undefined ? undefined : { entry, confidence: 1, step: "发文字号" };
  }

  #resolve(ref: DocumentRef, index: number): ResolvedDocument {
    const found = this.#entry(ref, index);
    if (found === undefined) {
      const scope = this.#scope(ref, index);
      const key =
        ref.number === undefined
          ? documentKey.ofTitle(ref.title ?? "", scope === "" ? undefined : scope)
          : documentKey.ofNumber(ref.number);
      return { key, confidence: 0.5, steps: ["语料中未见"], ...optional({ number: ref.number, title: ref.title }) };
    }
    const { entry, confidence, step } = found;
    const title = this.#catalogue.titleOf(entry) ?? ref.title;
    const { kind, level, issuers } = natureOf(this.#knowledge, entry.number, title);
    return {
      key: entry.key,
      ...optional({ number: entry.printed ?? ref.number ?? entry.number, title, kind, level }),
      ...(issuers.length === 0 ? {} : { issuers }),
      confidence,
      steps: [step],
    };
  }

  #numberOf(number: string | undefined, index: number): string | undefined {
    return number === undefined ? undefined : sameNumber(this.#knowledge, number, this.#homes[index] ?? "");
  }

  #scope(ref: DocumentRef, index: number): string {
    return scopeOf(this.#knowledge, ref, this.#homes[index] ?? "");
  }

  #placeOf(ref: DocumentRef, index: number): string {
    return `${this.#own[index]?.key ?? ""}\n${this.#scope(ref, index)}\n${ref.title ?? ""}`;
  }

  /** Where the source first cites a document by these words. */
  #spanOf(ref: DocumentRef, index: number): Span | undefined {
    const reading = this.#readings[index];
    const fact = reading?.facts.find(({ object }) => (object.kind === "article" ? object.document : object) === ref);
    return reading === undefined || fact === undefined ? undefined : reading.normalized.toSource(fact.proof.span);
  }

  #report(index: number, diagnostic: Diagnostic): void {
    this.#diagnostics.push({ index, diagnostic });
  }
}

/** A title of a kind only (《意见》) says nothing of a numbered document beyond the text that uses it. */
const isShort = (title: string): boolean => title.length <= 4;

function citedIn({ facts }: DocumentReading): DocumentRef[] {
  return facts.flatMap(({ object }) =>
    object.kind === "document" ? [object] : object.kind === "article" ? [object.document] : [],
  );
}

function optional<T extends Record<string, string | undefined>>(properties: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
