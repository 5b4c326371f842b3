import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";

/** The words of the page in one language. Names of relations, properties and their values come from the ontology. */
export interface Words {
  readonly product: string;
  /** Kinds as headings of many; the name of one comes from the ontology. */
  readonly kinds: Readonly<Record<NodeLabel, string>>;
  /** The heading of a group of relations: [seen from the source, seen from the target]. */
  readonly groups: Readonly<Record<EdgeType, readonly [string, string]>>;
  readonly views: {
    readonly network: string;
    readonly documents: string;
    readonly queries: string;
    readonly notes: string;
  };
  readonly search: {
    readonly placeholder: string;
    readonly label: string;
    readonly none: (query: string) => string;
    readonly hint: string;
    readonly count: (n: number) => string;
  };
  readonly rail: {
    readonly title: string;
    readonly kinds: string;
    readonly relations: string;
    readonly documents: string;
    readonly allDocuments: string;
    readonly only: string;
    readonly all: string;
    readonly labels: string;
    readonly labelLevels: readonly [string, string, string];
    readonly appearance: string;
    readonly inferred: string;
    readonly show: string;
    readonly hide: string;
    readonly reset: string;
    readonly more: (n: number) => string;
    readonly less: string;
  };
  readonly tools: {
    readonly label: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fit: string;
    readonly play: string;
    readonly pause: string;
    readonly exportImage: string;
    readonly png: string;
    readonly svg: string;
  };
  readonly panel: {
    readonly label: string;
    readonly close: string;
    readonly facts: string;
    readonly relations: string;
    readonly original: string;
    readonly openDocument: string;
    readonly showAll: (n: number) => string;
    readonly showLess: string;
    readonly inferred: string;
    readonly inferredHint: string;
    readonly confidence: (percent: number) => string;
    readonly citedOnly: string;
    readonly unresolved: string;
    readonly unresolvedMeans: string;
    readonly how: string;
    readonly howOf: (name: string) => string;
    readonly rule: string;
    readonly confidenceName: string;
    readonly command: string;
    readonly copyCommand: string;
    readonly noRelations: string;
    readonly tasks: string;
    readonly statedIn: string;
    readonly copied: string;
    readonly resize: string;
    readonly center: string;
  };
  readonly reader: {
    readonly label: string;
    readonly close: string;
    readonly previous: string;
    readonly next: string;
    readonly place: (n: number, of: number) => string;
    readonly missing: string;
    readonly document: string;
    readonly clause: string;
    readonly longer: string;
  };
  readonly documents: {
    readonly title: string;
    readonly ingested: string;
    readonly cited: string;
    readonly number: string;
    readonly name: string;
    readonly issuer: string;
    readonly date: string;
    readonly tasks: string;
    readonly citedBy: string;
    readonly contents: string;
    readonly back: string;
    readonly filter: string;
    readonly found: (n: number, all: number) => string;
    readonly none: (query: string) => string;
    readonly clear: string;
    readonly choose: string;
  };
  readonly notes: {
    readonly title: string;
    readonly intro: string;
    readonly filter: string;
    readonly everyFile: (n: number) => string;
    readonly corrections: string;
    readonly correctionsMean: string;
    readonly effective: string;
    readonly ineffective: string;
    readonly unresolved: string;
    readonly unresolvedMeans: string;
    readonly inNetwork: (name: string) => string;
    readonly originalOf: (name: string) => string;
    readonly none: string;
    readonly noneHint: string;
    readonly noneInFile: string;
    readonly failed: string;
    /** Names of codes of diagnostics; an unknown one is shown as it is. */
    readonly codes: Readonly<Record<string, string>>;
  };
  readonly queries: {
    readonly title: string;
    readonly intro: string;
    readonly library: string;
    readonly filter: string;
    readonly noneFound: string;
    readonly failed: string;
    readonly unknown: (name: string) => string;
    readonly back: string;
    readonly readers: { readonly staff: string; readonly analyst: string; readonly researcher: string };
    readonly about: string;
    readonly own: string;
    readonly ownMeans: string;
    readonly statement: string;
    readonly example: string;
    readonly keys: string;
    readonly goToPlace: string;
    readonly schema: string;
    readonly edit: string;
    readonly run: string;
    readonly stop: string;
    readonly running: string;
    readonly optional: string;
    readonly any: string;
    readonly choose: string;
    readonly noChoice: string;
    readonly moreChoices: (n: number) => string;
    readonly result: string;
    readonly rows: (n: number) => string;
    readonly firstRows: (n: number) => string;
    readonly none: string;
    readonly sort: string;
    readonly shape: string;
    readonly matrix: string;
    readonly table: string;
    readonly formats: { readonly xlsx: string; readonly csv: string; readonly json: string };
    readonly downloadAs: (format: string) => string;
    /** Names of tags; an unknown one is shown as it is. */
    readonly tags: Readonly<Record<string, string>>;
  };
  readonly states: {
    readonly loading: string;
    readonly failed: string;
    readonly retry: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly filtered: string;
    readonly filteredHint: string;
    readonly offline: string;
    readonly noWebgl: string;
    readonly lost: string;
    readonly lostHint: string;
    readonly redraw: string;
    readonly rebuilt: string;
    readonly reload: string;
    readonly unknownNode: string;
  };
  readonly top: {
    readonly theme: string;
    readonly themes: { readonly system: string; readonly light: string; readonly dark: string };
    readonly language: string;
    readonly otherLanguage: string;
    readonly share: string;
    readonly shared: string;
    readonly views: string;
    readonly filters: string;
  };
  readonly counts: (kind: string, shown: number, all: number) => string;
  readonly values: { readonly yes: string; readonly no: string; readonly separator: string };
}
