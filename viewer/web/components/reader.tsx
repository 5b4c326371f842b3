import { useComputed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { DocumentPayload, NodePayload } from "../../server/api.ts";
import { passageOfWords, passagesOf, rangesOf } from "../data/passages.ts";
import { words } from "../state/language.ts";
import { network, openDocument, reading, type Reading, source } from "../state/session.ts";
import { IconButton } from "./button.tsx";
import { useLoaded } from "./loaded.ts";
import { SourceText } from "./source-text.tsx";
import { shortDocument } from "./subtitle.ts";

const needed = async <T,>(ask: ((id: string) => Promise<T>) | undefined, id: string): Promise<T> => {
  if (ask === undefined) throw new Error("no source");
  return ask(id);
};

export const loadDocument = async (id: string): Promise<DocumentPayload> => needed(source.value?.document, id);
const loadNode = async (id: string): Promise<NodePayload> => needed(source.value?.node, id);

/** The passages of what is read about, and which of them is in focus. */
export function usePassages(passage: Reading) {
  const about = useLoaded<NodePayload>(passage.about, loadNode);
  const edges = about.value.value?.node.id === passage.about ? about.value.value?.edges : undefined;
  const { document, span } = passage;
  const passages = useMemo(
    () => (span === undefined ? passagesOf(edges ?? [], document) : [passageOfWords(span)]),
    [edges, document, span],
  );
  const focus = span === undefined ? passages.find(({ edge }) => edge === passage.edge) : passages[0];
  return { passages, focus };
}

/** Reader 原文: a document's own words beside the panel, the proving ones highlighted. */
export function Reader() {
  const passage = reading.value;
  return passage === undefined ? null : <OpenReader passage={passage} />;
}

function OpenReader({ passage }: { passage: Reading }) {
  const loaded = useLoaded<DocumentPayload>(passage.document, loadDocument);
  const { passages, focus } = usePassages(passage);
  const ranges = useMemo(() => rangesOf(passages, focus), [passages, focus]);
  const { reader } = words.value;
  const document = useComputed(() => network.value?.byId.get(reading.value?.document ?? ""));
  const { value, error } = loaded.value;
  const payload = value?.id === passage.document ? value : undefined;
  const clauseId = focus?.clause ?? passage.clause;
  const clause = payload?.clauses.find(({ id }) => id === clauseId);
  const index = focus === undefined ? -1 : passages.indexOf(focus);
  const step = (by: number): void => {
    const next = passages[index < 0 ? (by > 0 ? 0 : passages.length - 1) : index + by];
    if (next !== undefined) reading.value = { ...passage, edge: next.edge };
  };
  return (
    <>
      <header class="reader-head">
        <div class="reader-title">
          <h2 title={document.value?.name}>
            {document.value === undefined ? passage.document : shortDocument(document.value)}
          </h2>
          {clause === undefined ? null : (
            <p class="path" title={clause.heading}>
              {clause.path.split("/").join(" › ")}{" "}
              {clause.kind === "item" || clause.kind === "heading" ? clause.heading : ""}
            </p>
          )}
        </div>
        {payload === undefined ? null : (
          <IconButton
            icon="text"
            label={words.value.panel.openDocument}
            onPress={() => openDocument(passage.document, passage)}
          />
        )}
        <IconButton
          icon="close"
          label={reader.close}
          onPress={() => {
            reading.value = undefined;
          }}
        />
      </header>
      {error === undefined ? null : (
        <p class="panel-error">{error.code === "document-without-text" ? reader.missing : error.message}</p>
      )}
      <div class="reader-body scroll" tabIndex={0} role="region" aria-label={reader.label}>
        {payload === undefined ? null : (
          <SourceText text={payload.text} ranges={ranges} clause={clause} focus={focus?.from} />
        )}
      </div>
      {passages.length > 1 ? (
        <footer class="reader-foot">
          <IconButton icon="up" label={reader.previous} disabled={index === 0} onPress={() => step(-1)} />
          <IconButton
            icon="down"
            label={reader.next}
            disabled={index === passages.length - 1}
            onPress={() => step(1)}
          />
          <span class="meta">{reader.place(index + 1, passages.length)}</span>
        </footer>
      ) : null}
    </>
  );
}
