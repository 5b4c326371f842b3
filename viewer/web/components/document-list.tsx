import { useComputed } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { type DocumentRow, documentRows, findDocuments, hitsIn } from "../data/document-list.ts";
import type { Network } from "../data/network.ts";
import { words } from "../state/language.ts";
import { documentFilter, openDocument, select, selectedId } from "../state/session.ts";
import { Mark } from "./mark.tsx";

/** Document list 文件列表: all documents, those read and those only cited, to be searched by title, number and issuer. */
export function DocumentList({ graph }: { graph: Network }) {
  const rows = useMemo(() => documentRows(graph), [graph]);
  const found = useComputed(() => findDocuments(rows, documentFilter.value));
  const list = useRef<HTMLDivElement>(null);
  const { documents } = words.value;
  const query = documentFilter.value.trim();
  return (
    <div class="documents scroll">
      <div class="documents-inner" ref={list} onKeyDown={(event) => moveThrough(event, list.current)}>
        <div class="document-search">
          <input
            class="filter-field"
            type="search"
            aria-label={documents.filter}
            placeholder={documents.filter}
            autocomplete="off"
            spellcheck={false}
            value={documentFilter.value}
            onInput={(event) => {
              documentFilter.value = event.currentTarget.value;
            }}
          />
          <p class="meta" role="status">
            {query === "" ? null : documents.found(found.value.length, rows.length)}
          </p>
        </div>
        <DocumentTable title={documents.ingested} rows={found.value.filter(({ ingested }) => ingested)} ingested />
        <DocumentTable
          title={documents.cited}
          rows={found.value.filter(({ ingested }) => !ingested)}
          ingested={false}
        />
        {found.value.length === 0 ? (
          <div class="documents-none">
            <p>{documents.none(query)}</p>
            <button
              type="button"
              class="plain-button"
              onClick={() => {
                documentFilter.value = "";
                list.current?.querySelector("input")?.focus();
              }}
            >
              {documents.clear}
            </button>
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** Arrows lead from the field through the rows and back; Enter in the field opens the first; Escape clears it. */
function moveThrough(event: KeyboardEvent, list: HTMLElement | null): void {
  const { target, key } = event;
  if (list === null || event.isComposing || !(target instanceof HTMLElement)) return;
  const stops = [...list.querySelectorAll<HTMLElement>(".filter-field, .row-button")];
  const at = stops.indexOf(target);
  if (at < 0) return;
  if (key === "ArrowDown") stops[at + 1]?.focus();
  else if (key === "ArrowUp") stops[at - 1]?.focus();
  else if (at === 0 && key === "Enter") stops[1]?.click();
  else if (at === 0 && key === "Escape" && documentFilter.value !== "") documentFilter.value = "";
  else return;
  event.preventDefault();
}

/** In characters: joint numbers may take two lines, so that titles keep their room. */
const LONG_NUMBER = 20;

interface TableProps {
  title: string;
  rows: readonly DocumentRow[];
  ingested: boolean;
}

function DocumentTable({ title, rows, ingested }: TableProps) {
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
            <th class="document-title">{documents.name}</th>
            <th class="wide-only document-number">{documents.number}</th>
            <th class="wide-only">{documents.issuer}</th>
            {ingested ? <th class="wide-only document-date">{documents.date}</th> : null}
            <th class="figure">{ingested ? documents.tasks : documents.citedBy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.thing.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row: { thing, number, title, issuers, date, tasks, cited, ingested } }: { row: DocumentRow }) {
  return (
    <tr aria-selected={selectedId.value === thing.id}>
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
            <Marked text={title} />
            <span class="meta narrow-only">
              {[number, date].map((part) =>
                part === "" ? null : (
                  <span key={part}>
                    <Marked text={part} />
                  </span>
                ),
              )}
            </span>
          </span>
        </button>
      </td>
      <td class={number.length > LONG_NUMBER ? "wide-only" : "wide-only nowrap"}>
        <Marked text={number} />
      </td>
      <td class="wide-only">
        <Marked text={issuers.join(words.value.values.separator)} />
      </td>
      {ingested ? <td class="wide-only nowrap">{date}</td> : null}
      <td class="figure">{(ingested ? tasks : cited) || ""}</td>
    </tr>
  );
}

/** A text with the words that are looked for set off. */
function Marked({ text }: { text: string }) {
  const hits = hitsIn(text, documentFilter.value);
  let end = 0;
  const parts = hits.map(([from, to]) => {
    const part = (
      <>
        {text.slice(end, from)}
        <b class="hit">{text.slice(from, to)}</b>
      </>
    );
    end = to;
    return part;
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
