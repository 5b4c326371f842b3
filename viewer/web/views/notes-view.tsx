import { signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Mark } from "../components/mark.tsx";
import { shortDocument } from "../components/subtitle.ts";
import { type Note, type NoteGroup, notesIn, type UnresolvedBody } from "../data/notes.ts";
import type { Thing } from "../data/network.ts";
import { language, words } from "../state/language.ts";
import {
  notes,
  notesFile,
  openDocument,
  read,
  reading,
  report,
  select,
  selectedId,
  showInNetwork,
  source,
} from "../state/session.ts";

/** Notes view 诊断视图: what was doubtful when the documents were read, and what corrections did. */
export function NotesView() {
  const all = notes.value;
  const { notes: wording, states } = words.value;
  if (report.value === "failed") return <Empty title={wording.failed} />;
  if (all === undefined) return <Empty title={states.loading} />;
  if (all.total === 0) return <Empty title={wording.none} hint={wording.noneHint} />;
  const file = notesFile.value;
  const shown = file === undefined ? all : notesIn(all, file);
  return (
    <div class="documents scroll">
      <div class="notes">
        <header class="notes-head">
          <div>
            <h1>{wording.title}</h1>
            <p>{wording.intro}</p>
          </div>
          <FileFilter />
        </header>
        {shown.total === 0 ? <p class="notes-none">{wording.noneInFile}</p> : null}
        <Corrections notes={shown.corrections} />
        {shown.groups
          .filter(({ code }) => code === "unread")
          .map((group) => (
            <Group key={group.code} group={group} />
          ))}
        <Unresolved bodies={shown.unresolved} />
        {shown.groups
          .filter(({ code }) => code !== "unread")
          .map((group) => (
            <Group key={group.code} group={group} />
          ))}
      </div>
    </div>
  );
}

function Empty({ title, hint }: { title: string; hint?: string }) {
  return (
    <div class="state" role="status">
      <h2>{title}</h2>
      {hint === undefined ? null : <p>{hint}</p>}
    </div>
  );
}

function FileFilter() {
  const all = notes.value;
  const { notes: wording } = words.value;
  if (all === undefined) return null;
  return (
    <select
      class="filter-field notes-filter"
      aria-label={wording.filter}
      value={notesFile.value ?? ""}
      onChange={({ currentTarget }) => {
        notesFile.value = currentTarget.value === "" ? undefined : currentTarget.value;
      }}
    >
      <option value="">{wording.everyFile(all.total)}</option>
      {all.files.map(({ file, count }) => (
        <option key={file} value={file}>
          {`${file}（${count}）`}
        </option>
      ))}
    </select>
  );
}

/** A note in the reader's language; a graph built by an earlier version has Chinese alone. */
const said = ({ message, english }: Note): string =>
  language.value === "en" && typeof (english as string | undefined) === "string" ? english : message;

const FEW = 12;

/** A heading with its count, what it means, and its rows: the first few, until all are asked for. */
function Section({ title, meaning, rows }: { title: string; meaning?: string; rows: readonly ComponentChildren[] }) {
  const all = useSignal(false);
  const { panel } = words.value;
  if (rows.length === 0) return null;
  const shown = all.value || rows.length <= FEW + 2 ? rows : rows.slice(0, FEW);
  return (
    <section class="note-group" aria-label={title}>
      <h2>
        {title} <span class="count">{rows.length}</span>
      </h2>
      {meaning === undefined ? null : <p class="meta">{meaning}</p>}
      <ul>{shown}</ul>
      {rows.length > shown.length || all.value ? (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? panel.showLess : panel.showAll(rows.length)}
        </button>
      ) : null}
    </section>
  );
}

function Corrections({ notes: list }: { notes: readonly Note[] }) {
  const { notes: wording } = words.value;
  return (
    <Section
      title={wording.corrections}
      meaning={wording.correctionsMean}
      rows={list.map((note, place) => (
        <li class="note" key={place}>
          <span class="note-text">
            <span>{said(note)}</span>
            <span class="meta">{note.file}</span>
          </span>
          <span class="tag" data-severity={note.severity}>
            {note.code === "correction" ? wording.effective : wording.ineffective}
          </span>
        </li>
      ))}
    />
  );
}

function Unresolved({ bodies }: { bodies: readonly UnresolvedBody[] }) {
  const { notes: wording, panel } = words.value;
  return (
    <Section
      title={wording.unresolved}
      meaning={wording.unresolvedMeans}
      rows={bodies.map(({ thing, document }) => (
        <li class="note" key={thing.id} data-read={readBody.value === thing.id && reading.value !== undefined}>
          <span class="note-text">
            <button
              type="button"
              class="note-name"
              title={wording.inNetwork(thing.name)}
              onClick={() => showInNetwork(thing.id)}
            >
              <Mark kind="Agency" />
              <span>{thing.name}</span>
            </button>
            <DocumentName document={document} file="" />
          </span>
          {document?.properties["ingested"] === true ? (
            <button
              type="button"
              class="source-button"
              aria-label={wording.originalOf(thing.name)}
              onClick={() => void readWordsOf(thing, document)}
            >
              {panel.original}
            </button>
          ) : null}
        </li>
      ))}
    />
  );
}

/** The body whose words are open, to mark its row. */
const readBody = signal<string | undefined>(undefined);

/** Opens the original text at the first words that name a body; at its beginning where none are known. */
async function readWordsOf(thing: Thing, document: Thing): Promise<void> {
  const payload = await source.value?.node(thing.id).catch(() => undefined);
  const places = (payload?.edges ?? []).flatMap(({ properties: { doc, from, to } }) =>
    doc === document.id && typeof from === "number" && typeof to === "number" ? [{ from, to }] : [],
  );
  const [span] = places.toSorted((a, b) => a.from - b.from || a.to - b.to);
  readBody.value = thing.id;
  readHere({ document: document.id, ...(span === undefined ? {} : { span }) });
}

/** The text takes the place of what was selected: list and text need the width. */
function readHere(passage: Parameters<typeof read>[0]): void {
  if (selectedId.value !== undefined) select(undefined);
  read(passage);
}

function Group({ group: { code, notes: list } }: { group: NoteGroup }) {
  const { notes: wording } = words.value;
  return (
    <Section
      title={wording.codes[code] ?? code}
      rows={list.map((note, place) => (
        <NoteRow
          key={place}
          note={note}
          kind={code === "unread" ? (wording.codes[note.code] ?? note.code) : undefined}
        />
      ))}
    />
  );
}

function NoteRow({ note, kind }: { note: Note; kind: string | undefined }) {
  const { notes: wording, panel } = words.value;
  const { document, span, file } = note;
  const message = said(note);
  const open = reading.value;
  const isRead = span !== undefined && open?.document === document?.id && open?.span?.from === span.from;
  return (
    <li class="note" data-read={isRead}>
      <span class="note-text">
        <span>{kind === undefined ? message : `${file}${language.value === "en" ? ": " : "："}${message}`}</span>
        {kind === undefined ? <DocumentName document={document} file={file} /> : null}
      </span>
      {kind === undefined ? null : <span class="tag">{kind}</span>}
      {document === undefined || span === undefined ? null : (
        <button
          type="button"
          class="source-button"
          aria-label={wording.originalOf(message)}
          aria-pressed={isRead}
          onClick={() => {
            readBody.value = undefined;
            readHere({ document: document.id, span });
          }}
        >
          {panel.original}
        </button>
      )}
    </li>
  );
}

/** The document of a note, which opens it; the file's name where there is none. */
function DocumentName({ document, file }: { document: Thing | undefined; file: string }) {
  if (document === undefined) return file === "" ? null : <span class="meta">{file}</span>;
  return (
    <button type="button" class="note-document meta" title={document.name} onClick={() => openDocument(document.id)}>
      {shortDocument(document)}
    </button>
  );
}
