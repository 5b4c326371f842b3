import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { ClausePlace, DocumentPayload } from "../../server/api.ts";
import { IconButton } from "../components/button.tsx";
import { useLoaded } from "../components/loaded.ts";
import { DocumentList } from "../components/document-list.tsx";
import { loadDocument, usePassages } from "../components/reader.tsx";
import { SourceText } from "../components/source-text.tsx";
import { listOf, shortDocument } from "../components/subtitle.ts";
import { bareTitle } from "../data/names.ts";
import type { Thing } from "../data/network.ts";
import { mentionsOf, rangesOf } from "../data/passages.ts";
import { words } from "../state/language.ts";
import { narrow } from "../state/viewport.ts";
import { network, openDocumentId, type Reading, reading, select } from "../state/session.ts";

/** Documents view 文件视图: the list of documents, or one of them with its clauses and its text. */
export function DocumentsView() {
  const graph = network.value;
  if (graph === undefined) return null;
  const open = graph.byId.get(openDocumentId.value ?? "");
  return open === undefined ? <DocumentList graph={graph} /> : <OpenDocument document={open} />;
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
