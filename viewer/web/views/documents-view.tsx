import { useComputed, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { ClausePlace, DocumentPayload } from "../../server/api.ts";
import { IconButton } from "../components/button.tsx";
import { useLoaded } from "../components/loaded.ts";
import { Mark } from "../components/mark.tsx";
import { loadDocument, usePassages } from "../components/reader.tsx";
import { SourceText } from "../components/source-text.tsx";
import { listOf, shortDocument } from "../components/subtitle.ts";
import { bareTitle } from "../data/names.ts";
import type { Network, Thing } from "../data/network.ts";
import { mentionsOf, rangesOf } from "../data/passages.ts";
import { words } from "../state/language.ts";
import { narrow } from "../state/viewport.ts";
import { network, openDocument, openDocumentId, type Reading, reading, select, selectedId } from "../state/session.ts";

/** Documents view 文件视图: the list of documents, or one of them with its clauses and its text. */
export function DocumentsView() {
  const graph = network.value;
  if (graph === undefined) return null;
  const open = graph.byId.get(openDocumentId.value ?? "");
  return open === undefined ? <DocumentList graph={graph} /> : <OpenDocument document={open} />;
}

interface Row {
  readonly thing: Thing;
  readonly number: string;
  readonly title: string;
  readonly issuers: string;
  readonly date: string;
  readonly tasks: number;
  readonly cited: number;
  readonly ingested: boolean;
}

function rowsOf(graph: Network): Row[] {
  const tasks = new Map<Thing, number>();
  for (const { kind, owner } of graph.things) {
    if (kind === "Task" && owner !== undefined) tasks.set(owner, (tasks.get(owner) ?? 0) + 1);
  }
  const cited = citations(graph);
  return graph.things
    .filter(({ kind }) => kind === "Document")
    .map((thing) => ({
      thing,
      number: text(thing.properties["number"]),
      title: bareTitle(text(thing.properties["title"]) || thing.name),
      issuers: listOf(thing.properties["issuers"]) ?? "",
      date: text(thing.properties["date"]),
      tasks: tasks.get(thing) ?? 0,
      cited: cited.get(thing) ?? 0,
      ingested: thing.properties["ingested"] === true,
    }))
    .toSorted((a, b) => b.tasks - a.tasks || b.cited - a.cited || (a.thing.id < b.thing.id ? -1 : 1));
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** How often each document is invoked or mentioned, through its articles too. */
function citations(graph: Network): Map<Thing, number> {
  const partOf = new Map<Thing, Thing>();
  for (const { type, source, target } of graph.relations) if (type === "PART_OF") partOf.set(source, target);
  const counts = new Map<Thing, number>();
  for (const { type, target } of graph.relations) {
    if (type !== "DERIVES_FROM" && type !== "CITES") continue;
    const document = target.kind === "Article" ? partOf.get(target) : target;
    if (document !== undefined) counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  return counts;
}

function DocumentList({ graph }: { graph: Network }) {
  const query = useSignal("");
  const rows = useMemo(() => rowsOf(graph), [graph]);
  const found = useComputed(() => {
    const wanted = query.value.trim();
    return rows.filter(({ number, title, issuers }) => `${number} ${title} ${issuers}`.includes(wanted));
  });
  const { documents } = words.value;
  return (
    <div class="documents scroll">
      <div class="documents-inner">
        <input
          class="filter-field"
          type="search"
          aria-label={documents.filter}
          placeholder={documents.filter}
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
        <DocumentTable title={documents.ingested} rows={found.value.filter(({ ingested }) => ingested)} ingested />
        <DocumentTable
          title={documents.cited}
          rows={found.value.filter(({ ingested }) => !ingested)}
          ingested={false}
        />
        {found.value.length === 0 ? <p class="panel-none">{documents.none}</p> : null}
      </div>
    </div>
  );
}

/** In characters: joint numbers may take two lines, so that titles keep their room. */
const LONG_NUMBER = 20;

function DocumentTable({ title, rows, ingested }: { title: string; rows: readonly Row[]; ingested: boolean }) {
  const { documents } = words.value;
  if (rows.length === 0) return null;
  return (
    <section class="document-group" aria-label={title}>
      <h2>
        {title} <span class="count">{rows.length}</span>
      </h2>
      <table class="document-table">
        <thead>
          <tr>
            <th>{documents.name}</th>
            <th class="wide-only">{documents.number}</th>
            <th class="wide-only">{documents.issuer}</th>
            {ingested ? <th class="wide-only">{documents.date}</th> : null}
            <th class="figure">{ingested ? documents.tasks : documents.citedBy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ thing, number, title: name, issuers, date, tasks, cited }) => (
            <tr key={thing.id} aria-selected={selectedId.value === thing.id}>
              <td>
                <button
                  type="button"
                  class="row-button"
                  title={thing.name}
                  onClick={() => {
                    if (ingested) openDocument(thing.id);
                    else select(thing.id);
                  }}
                >
                  <Mark kind="Document" />
                  <span>
                    {name}
                    <span class="meta narrow-only">{[number, date].filter((part) => part !== "").join(" · ")}</span>
                  </span>
                </button>
              </td>
              <td class={number.length > LONG_NUMBER ? "wide-only" : "wide-only nowrap"}>{number}</td>
              <td class="wide-only">{issuers}</td>
              {ingested ? <td class="wide-only nowrap">{date}</td> : null}
              <td class="figure">{(ingested ? tasks : cited) || ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OpenDocument({ document }: { document: Thing }) {
  const loaded = useLoaded<DocumentPayload>(document.id, loadDocument);
  const { documents, reader } = words.value;
  const { value, error } = loaded.value;
  const payload = value?.id === document.id ? value : undefined;
  const contentsOpen = useSignal(false);
  return (
    <div class="open-document" data-contents={contentsOpen.value}>
      <aside class="contents">
        <header>
          <IconButton
            icon="left"
            label={documents.back}
            onPress={() => {
              openDocumentId.value = undefined;
              reading.value = undefined;
            }}
          />
          <h2>{documents.contents}</h2>
          {narrow.value ? (
            <IconButton
              icon={contentsOpen.value ? "up" : "down"}
              label={documents.contents}
              pressed={contentsOpen.value}
              onPress={() => {
                contentsOpen.value = !contentsOpen.value;
              }}
            />
          ) : null}
        </header>
        {payload === undefined || (narrow.value && !contentsOpen.value) ? null : (
          <Contents
            payload={payload}
            onChoose={(clause) => {
              contentsOpen.value = false;
              reading.value = { document: payload.id, clause: clause.id };
            }}
          />
        )}
      </aside>
      <div class="document-text scroll" tabIndex={0} role="region" aria-label={reader.label}>
        <header class="document-head">
          <h1>
            <button type="button" onClick={() => select(document.id)}>
              {bareTitle(document.name)}
            </button>
          </h1>
          <p class="meta">
            {[shortDocument(document), listOf(document.properties["issuers"]), document.properties["date"]]
              .filter(
                (part, at, all) =>
                  typeof part === "string" && part !== bareTitle(document.name) && all.indexOf(part) === at,
              )
              .join("　")}
          </p>
        </header>
        {error === undefined ? null : <p class="panel-error">{error.message}</p>}
        {payload === undefined ? null : (
          <DocumentText payload={payload} passage={reading.value ?? { document: document.id }} />
        )}
      </div>
    </div>
  );
}

/** The table of contents 目录; containers that only hold text are left out. */
function Contents({ payload, onChoose }: { payload: DocumentPayload; onChoose: (clause: ClausePlace) => void }) {
  const clauses = payload.clauses.filter(({ kind, heading }) => kind !== "preamble" && heading !== "");
  const least = Math.min(...clauses.map(({ depth }) => depth), 9);
  return (
    <ol class="contents-list scroll">
      {clauses.map((clause) => (
        <li key={clause.id}>
          <button
            type="button"
            title={clause.heading}
            data-depth={Math.min(3, clause.depth - least)}
            aria-current={reading.value?.clause === clause.id}
            onClick={() => onChoose(clause)}
          >
            {clause.marker === "" || clause.heading.startsWith(clause.marker) ? null : (
              <span class="marker">{clause.marker}</span>
            )}
            <span>{clause.heading}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function DocumentText({ payload, passage }: { payload: DocumentPayload; passage: Reading }) {
  const { passages, focus } = usePassages(passage);
  const ranges = useMemo(
    () => [...mentionsOf(payload.marks), ...rangesOf(passages, focus)],
    [payload, passages, focus],
  );
  const clauseId = focus?.clause ?? passage.clause;
  return (
    <SourceText
      text={payload.text}
      ranges={ranges}
      clause={payload.clauses.find(({ id }) => id === clauseId)}
      focus={focus?.from}
    />
  );
}
