import { batch, computed, signal } from "@preact/signals";
import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";
import type { Ontology } from "../../../graph/schema/ontology.ts";
import type { BuildReport } from "../../server/api.ts";
import type { Network, Thing } from "../data/network.ts";
import { notesOf } from "../data/notes.ts";
import { searchIndex } from "../data/search.ts";
import type { GraphSource } from "../data/source.ts";
import { type Filters, visibleOf } from "../data/visible.ts";
import { remembered } from "./remembered.ts";
import { narrow } from "./viewport.ts";

export type View = "network" | "documents" | "queries" | "notes";

/** A passage of an original text that is open: a document, and the words to show in it. */
export interface Reading {
  readonly document: string;
  /** Of the thing whose passages are stepped through; absent for a document read for itself. */
  readonly about?: string;
  /** The edge whose words are in focus. */
  readonly edge?: string;
  readonly clause?: string;
  /** The words in focus, where no edge tells them: what a note is about. */
  readonly span?: { readonly from: number; readonly to: number };
}

/** Clauses and targets are drawn on demand. */
const HIDDEN_KINDS: readonly NodeLabel[] = ["Clause", "Target"];

export const NO_FILTERS: Filters = {
  hiddenKinds: new Set(HIDDEN_KINDS),
  hiddenRelations: new Set(),
  documents: new Set(),
  inferred: true,
};

export const source = signal<GraphSource | undefined>(undefined);
export const network = signal<Network | undefined>(undefined);
export const ontology = signal<Ontology | undefined>(undefined);
/** The report of the build; loaded after the first picture. `failed` where it could not be. */
export const report = signal<BuildReport | "failed" | undefined>(undefined);
export const failure = signal<{ readonly code: string; readonly message: string } | undefined>(undefined);
export const rebuilt = signal(false);
export const unknownNode = signal(false);

export const view = signal<View>("network");
/** Id of the selected thing. */
export const selectedId = signal<string | undefined>(undefined);
/** Id of the thing under the pointer, on the canvas or in a list. */
export const hoveredId = signal<string | undefined>(undefined);
export const reading = signal<Reading | undefined>(undefined);
/** The document open in the documents view. */
export const openDocumentId = signal<string | undefined>(undefined);
/** What the list of documents is searched for. */
export const documentFilter = signal("");
/** File that the notes are limited to. */
export const notesFile = signal<string | undefined>(undefined);
export const filters = signal<Filters>(NO_FILTERS);

const yes = (stored: string): boolean | undefined =>
  stored === "true" ? true : stored === "false" ? false : undefined;

export const railOpen = remembered<boolean>("rail", true, yes);
/** Filters as a sheet, on narrow screens. */
export const railSheet = signal(false);
export const panelWidth = remembered<number>("panel", 400, (stored) => {
  const width = Number(stored);
  return width >= 320 && width <= 640 ? width : undefined;
});
/** How many names the canvas shows: 0 few, 1 some, 2 many. */
export const labelLevel = remembered<number>("labels", 1, (stored) =>
  [0, 1, 2].find((level) => String(level) === stored),
);

export const selected = computed<Thing | undefined>(() => network.value?.byId.get(selectedId.value ?? ""));
export const hovered = computed<Thing | undefined>(() => network.value?.byId.get(hoveredId.value ?? ""));
export const visible = computed(() =>
  network.value === undefined ? undefined : visibleOf(network.value, filters.value),
);
export const search = computed(() => (network.value === undefined ? undefined : searchIndex(network.value)));

export const notes = computed(() =>
  network.value === undefined || report.value === undefined || report.value === "failed"
    ? undefined
    : notesOf(network.value, report.value),
);

export const filtersChanged = computed(() => filters.value !== NO_FILTERS);

/**
 * Selects a thing, or nothing. Beside the canvas an original text about something else is closed; in the documents view
 * the text stays where it is and shows the passages of what is now selected.
 */
export function select(id: string | undefined): void {
  batch(() => {
    const passage = reading.value;
    if (passage !== undefined && passage.about !== id) {
      const { document, clause } = passage;
      const about = id === undefined ? {} : { about: id };
      reading.value =
        view.value === "documents" ? { document, ...about, ...(clause === undefined ? {} : { clause }) } : undefined;
    }
    selectedId.value = id;
    unknownNode.value = false;
    if (id !== undefined && narrow.value) railSheet.value = false;
  });
}

/** Opens an original text beside the panel, or full in the documents view. */
export function read(passage: Reading): void {
  batch(() => {
    if (view.value === "documents") openDocumentId.value = passage.document;
    reading.value = passage;
  });
}

/** Goes to the network with a thing selected. */
export function showInNetwork(id: string): void {
  batch(() => {
    view.value = "network";
    reading.value = undefined;
    select(id);
  });
}

/** Goes to a document in the documents view. */
export function openDocument(id: string, passage?: Reading): void {
  batch(() => {
    view.value = "documents";
    openDocumentId.value = id;
    reading.value = passage ?? { document: id };
  });
}

export function toggleKind(kind: NodeLabel): void {
  change({ hiddenKinds: toggled(filters.value.hiddenKinds, kind) });
}

export function toggleRelation(type: EdgeType): void {
  change({ hiddenRelations: toggled(filters.value.hiddenRelations, type) });
}

export function toggleDocument(id: string): void {
  change({ documents: toggled(filters.value.documents, id) });
}

export function change(some: Partial<Filters>): void {
  filters.value = { ...filters.value, ...some };
}

const toggled = <T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};
