import type { DocumentDiagnostic } from "../../../graph/model/diagnostic.ts";
import type { BuildReport } from "../../server/api.ts";
import { type Network, otherEnd, type Thing } from "./network.ts";

/** A body whose name could not be traced to one full name, and the document that calls it so. */
export interface UnresolvedBody {
  readonly thing: Thing;
  readonly document: Thing | undefined;
  /** File of the document, by which notes are filtered. */
  readonly file: string;
}

/** A diagnostic and the document of its file, where that is in the graph. */
export interface Note extends DocumentDiagnostic {
  readonly document: Thing | undefined;
}

export interface NoteGroup {
  /** The code of all its notes, or `unread` for files that are not in the graph whatever kept them out. */
  readonly code: string;
  readonly notes: readonly Note[];
}

/** Notes 诊断: what a reader of the graph should know about its making, grouped. */
export interface Notes {
  readonly corrections: readonly Note[];
  readonly unresolved: readonly UnresolvedBody[];
  /** Warnings first, then by how many. */
  readonly groups: readonly NoteGroup[];
  readonly total: number;
  /** Files with notes, each with how many. */
  readonly files: readonly { readonly file: string; readonly count: number }[];
}

/** Why a file is not in the graph. */
const UNREAD: ReadonlySet<string> = new Set([
  "path-missing",
  "link-broken",
  "folder-empty",
  "folder-unreadable",
  "not-a-file",
  "file-unreadable",
  "file-too-large",
  "file-empty",
  "file-binary",
  "encoding-invalid",
  "encoding-unknown",
  "format-not-read",
]);

/** All notes of a build. The graph itself, corrections done, tells which bodies are still unresolved. */
export function notesOf(network: Network, report: BuildReport): Notes {
  const documents = new Map(network.documents.map((thing) => [text(thing, "source"), thing]));
  const unresolved = network.things
    .filter(({ kind, properties }) => kind === "Agency" && properties["resolved"] === false)
    .map((thing): UnresolvedBody => {
      const document = documentOf(network, thing);
      return { thing, document, file: document === undefined ? "" : text(document, "source") };
    });
  const notes = report.diagnostics
    .filter(({ code }) => code !== "agency-unresolved")
    .map((diagnostic): Note => ({ ...diagnostic, document: documents.get(diagnostic.file) }));
  return arranged(notes, unresolved);
}

/** The notes of one file. */
export function notesIn(notes: Notes, file: string): Notes {
  const all = [...notes.corrections, ...notes.groups.flatMap((group) => group.notes)];
  return arranged(
    all.filter((note) => note.file === file),
    notes.unresolved.filter((body) => body.file === file),
  );
}

const isCorrection = ({ code }: Note): boolean => code === "correction" || code === "correction-without-effect";

function arranged(notes: readonly Note[], unresolved: readonly UnresolvedBody[]): Notes {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    if (isCorrection(note)) continue;
    const code = UNREAD.has(note.code) ? "unread" : note.code;
    groups.set(code, [...(groups.get(code) ?? []), note]);
  }
  const counts = new Map<string, number>();
  for (const { file } of [...notes, ...unresolved]) if (file !== "") counts.set(file, (counts.get(file) ?? 0) + 1);
  return {
    corrections: notes.filter(isCorrection),
    unresolved,
    groups: [...groups]
      .map(([code, members]) => ({ code, notes: members }))
      .toSorted((a, b) => weight(b) - weight(a) || b.notes.length - a.notes.length || (a.code < b.code ? -1 : 1)),
    total: notes.length + unresolved.length,
    files: [...counts].map(([file, count]) => ({ file, count })).toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

const weight = ({ code, notes }: NoteGroup): number =>
  code === "unread" ? 2 : notes.some(({ severity }) => severity === "warning") ? 1 : 0;

/** `agency/?<document>/<words>` names the document; else that of something the body is related to. */
function documentOf(network: Network, thing: Thing): Thing | undefined {
  const key = /^agency\/\?(.+)\/[^/]+$/u.exec(thing.id)?.[1];
  const named = network.byId.get(`doc/${key ?? ""}`);
  if (named !== undefined) return named;
  for (const relation of network.at[thing.index] ?? []) {
    const other = otherEnd(relation, thing);
    const document = other.kind === "Document" ? other : other.owner;
    if (document !== undefined) return document;
  }
  return undefined;
}

const text = (thing: Thing, property: string): string => {
  const value = thing.properties[property];
  return typeof value === "string" ? value : "";
};
