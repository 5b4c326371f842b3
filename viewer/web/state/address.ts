import { batch, effect } from "@preact/signals";
import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";
import { KINDS, RELATIONS } from "./kinds.ts";
import { language } from "./language.ts";
import { given, openQuery, openQueryName, OWN, statement } from "./queries.ts";
import {
  documentFilter,
  filters,
  NO_FILTERS,
  network,
  notesFile,
  openDocumentId,
  reading,
  selectedId,
  unknownNode,
  type View,
  view,
} from "./session.ts";

const VIEWS: readonly View[] = ["network", "documents", "queries", "notes"];

/**
 * Address 地址: what the page shows, in the part of the URL after #, so that a link opens the same picture. Only what
 * differs from the first view is written.
 */
function addressNow(): string {
  const parts = new URLSearchParams();
  if (view.value !== "network") parts.set("view", view.value);
  if (view.value === "notes" && notesFile.value !== undefined) parts.set("file", notesFile.value);
  if (view.value === "documents") {
    if (openDocumentId.value !== undefined) parts.set("doc", openDocumentId.value);
    else if (documentFilter.value.trim() !== "") parts.set("find", documentFilter.value.trim());
  }
  if (view.value === "queries" && openQueryName.value !== undefined) {
    parts.set("query", openQueryName.value);
    if (openQueryName.value === OWN && statement.value !== "") parts.set("cypher", statement.value);
    for (const [name, value] of Object.entries(given.value)) parts.set(`p.${name}`, value);
  }
  if (selectedId.value !== undefined) parts.set("node", selectedId.value);
  const passage = reading.value;
  if (passage !== undefined && view.value !== "documents") parts.set("read", passage.document);
  if (passage?.edge !== undefined) parts.set("edge", passage.edge);
  if (passage?.clause !== undefined) parts.set("clause", passage.clause);
  if (passage?.span !== undefined) parts.set("words", `${passage.span.from}-${passage.span.to}`);
  const { hiddenKinds, hiddenRelations, documents, inferred } = filters.value;
  if (filters.value !== NO_FILTERS) {
    if (!same(hiddenKinds, NO_FILTERS.hiddenKinds)) parts.set("hide", [...hiddenKinds].join(","));
    if (hiddenRelations.size > 0) parts.set("without", [...hiddenRelations].join(","));
    for (const id of documents) parts.append("in", id);
    if (!inferred) parts.set("inferred", "no");
  }
  if (language.value === "en") parts.set("lang", "en");
  return readable(parts.toString());
}

/** Hanzi and the brackets of document numbers stay readable; browsers escape what they must. */
const readable = (query: string): string =>
  query.replace(/(?:%[0-9A-F]{2})+/gu, (escaped) => {
    const plain = decodeURIComponent(escaped);
    return /^[\p{Script=Han}〔〕《》（）/、：，｡-ﾟ]+$/u.test(plain) ? plain : escaped;
  });

function readAddress(hash: string): void {
  const parts = new URLSearchParams(hash.replace(/^#/u, ""));
  batch(() => {
    const wantedLanguage = parts.get("lang");
    if (wantedLanguage === "en" || wantedLanguage === "zh") language.value = wantedLanguage;
    view.value = VIEWS.find((name) => name === parts.get("view")) ?? "network";
    notesFile.value = parts.get("file") ?? undefined;
    openDocumentId.value = parts.get("doc") ?? undefined;
    if (view.value === "documents" && openDocumentId.value === undefined) {
      documentFilter.value = parts.get("find") ?? "";
    }
    if (view.value === "queries") readQuery(parts);
    const node = parts.get("node") ?? undefined;
    const known = node === undefined || network.value?.byId.has(node) !== false;
    unknownNode.value = !known;
    selectedId.value = known ? node : undefined;
    const document = parts.get("read") ?? (view.value === "documents" ? openDocumentId.value : undefined);
    const edge = parts.get("edge");
    const clause = parts.get("clause");
    const span = spanOf(parts.get("words") ?? "");
    reading.value =
      document === undefined
        ? undefined
        : {
            document,
            ...(node === undefined || span !== undefined ? {} : { about: node }),
            ...(edge === null ? {} : { edge }),
            ...(clause === null ? {} : { clause }),
            ...(span === undefined ? {} : { span }),
          };
    const hide = parts.get("hide");
    const without = parts.get("without");
    const documents = parts.getAll("in");
    const inferred = parts.get("inferred") !== "no";
    filters.value =
      hide === null && without === null && documents.length === 0 && inferred
        ? NO_FILTERS
        : {
            hiddenKinds: hide === null ? NO_FILTERS.hiddenKinds : new Set(listed<NodeLabel>(hide, KINDS)),
            hiddenRelations: new Set(listed<EdgeType>(without ?? "", RELATIONS)),
            documents: new Set(documents),
            inferred,
          };
  });
}

/** A query that is open already is left alone: its result is still there. A statement from a link is not run unasked. */
function readQuery(parts: URLSearchParams): void {
  const name = parts.get("query") ?? undefined;
  const values = Object.fromEntries(
    [...parts].flatMap(([key, value]) => (key.startsWith("p.") ? [[key.slice(2), value] as const] : [])),
  );
  if (name !== openQueryName.value) openQuery(name, values);
  if (name === OWN) statement.value = parts.get("cypher") ?? statement.value;
}

/** `1824-1834` */
function spanOf(text: string): { from: number; to: number } | undefined {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/u.exec(text) ?? [];
  return from === undefined || to === undefined || Number(to) <= Number(from)
    ? undefined
    : { from: Number(from), to: Number(to) };
}

const listed = <T extends string>(text: string, allowed: readonly T[]): T[] =>
  allowed.filter((value) => text.split(",").includes(value));

const same = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === b.size && [...a].every((value) => b.has(value));

/** Reads the address once the network is there, follows Back and Forward, and writes what changes. */
export function followAddress(): void {
  readAddress(location.hash);
  let step = stepKey();
  addEventListener("popstate", () => {
    readAddress(location.hash);
    step = stepKey();
  });
  effect(() => {
    const url = new URL(`#${addressNow()}`, location.href);
    const nextStep = stepKey();
    if (url.hash === location.hash) return;
    if (url.hash === "") url.href = location.href.replace(/#.*$/u, "");
    /* A step that one would go back from is a new entry; filters and passages are not. */
    if (nextStep === step) history.replaceState(undefined, "", url);
    else history.pushState(undefined, "", url);
    step = nextStep;
  });
}

const stepKey = (): string =>
  [view.value, selectedId.value, openDocumentId.value, view.value === "queries" ? openQueryName.value : ""].join(" ");
