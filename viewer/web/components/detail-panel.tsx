import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { NodePayload } from "../../server/api.ts";
import type { Network, Thing } from "../data/network.ts";
import { canvasControl } from "../state/canvas-control.ts";
import { words } from "../state/language.ts";
import { kindName } from "../state/names.ts";
import {
  network,
  openDocument,
  panelWidth,
  read,
  select,
  selected,
  showInNetwork,
  source,
  view,
} from "../state/session.ts";
import { IconButton } from "./button.tsx";
import { Facts } from "./facts.tsx";
import { useLoaded } from "./loaded.ts";
import { Mark } from "./mark.tsx";
import { Questions } from "./questions.tsx";
import { Relations } from "./relations.tsx";
import { subtitleOf } from "./subtitle.ts";

/** Detail panel 详情: the selected thing, its facts, its relations and their proof. */
export function DetailPanel() {
  const thing = selected.value;
  const loaded = useLoaded<NodePayload>(thing?.id, async (id) => {
    const from = source.value;
    if (from === undefined) throw new Error("no source");
    return from.node(id);
  });
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
    /* Where nothing else has the keyboard, the panel gets it: after a search, Tab goes on inside. */
    if (document.activeElement === document.body) {
      body.current?.closest<HTMLElement>("aside, section")?.focus({ preventScroll: true });
    }
  }, [thing?.id]);
  if (thing === undefined) return null;
  const { value, error } = loaded.value;
  const current = value?.node.id === thing.id ? value : undefined;
  return (
    <>
      <PanelHead thing={thing} />
      <div class="panel-body" ref={body}>
        {error === undefined ? null : <p class="panel-error">{error.message}</p>}
        {current === undefined ? null : (
          <>
            {thing.properties["resolved"] === false ? (
              <p class="panel-means">{words.value.panel.unresolvedMeans}</p>
            ) : null}
            <StatedIn thing={thing} payload={current} />
            <Facts node={current.node} thing={thing} />
            <OwnTasks thing={thing} />
            <Relations key={thing.id} thing={thing} edges={current.edges} />
            <Questions thing={thing} />
          </>
        )}
      </div>
    </>
  );
}

function PanelHead({ thing }: { thing: Thing }) {
  const { panel } = words.value;
  const second = thing.kind === "Leader" || thing.kind === "Document" ? subtitleOf(thing) : undefined;
  const ingested = thing.properties["ingested"] === true;
  return (
    <header class="panel-head">
      <div class="panel-kind">
        <Mark kind={thing.kind} />
        <span class="nowrap">{kindName(thing.kind)}</span>
        {thing.properties["resolved"] === false ? <span class="tag">{panel.unresolved}</span> : null}
        {thing.kind === "Document" && !ingested ? <span class="tag">{panel.citedOnly}</span> : null}
        <span class="spacer" />
        {view.value === "network" ? (
          <IconButton icon="target" label={panel.center} onPress={() => canvasControl.value?.centre()} />
        ) : (
          <IconButton
            icon="network"
            label={words.value.notes.inNetwork(thing.name)}
            onPress={() => showInNetwork(thing.id)}
          />
        )}
        <IconButton icon="close" label={panel.close} onPress={() => select(undefined)} />
      </div>
      <h1 title={thing.name}>{thing.name}</h1>
      {second === undefined ? null : <p class="meta">{second}</p>}
      {thing.kind === "Document" && ingested ? (
        <button type="button" class="primary-button" onClick={() => openDocument(thing.id)}>
          {panel.openDocument}
        </button>
      ) : null}
    </header>
  );
}

/** Where a task, clause or target stands: its document and the clause's path. */
function StatedIn({ thing, payload }: { thing: Thing; payload: NodePayload }) {
  const { panel } = words.value;
  const { owner } = thing;
  if (owner === undefined) return null;
  const stating = payload.edges.find(
    ({ type, target }) => (type === "STATES" || type === "SETS") && target === thing.id,
  );
  const clauseId = thing.kind === "Clause" ? thing.id : stating?.source;
  const clause = network.value?.byId.get(clauseId ?? "");
  const path = clause?.kind === "Clause" ? clause.properties["path"] : undefined;
  return (
    <div class="stated">
      <button type="button" class="stated-document" title={owner.name} onClick={() => select(owner.id)}>
        <Mark kind="Document" />
        <span>{subtitleOf(owner) ?? owner.name}</span>
      </button>
      {typeof path === "string" ? <span class="path">{path.split("/").join(" › ")}</span> : null}
      <button
        type="button"
        class="source-button"
        onClick={() =>
          read({ document: owner.id, about: thing.id, ...(clause?.kind === "Clause" ? { clause: clause.id } : {}) })
        }
      >
        {panel.original}
      </button>
    </div>
  );
}

const FEW = 12;

/** The tasks a document states; they hang on its clauses, so no edge of its own names them. */
function OwnTasks({ thing }: { thing: Thing }) {
  const all = useSignal(false);
  if (thing.kind !== "Document") return null;
  const graph = network.value;
  const tasks = graph === undefined ? [] : tasksInTextOrder(graph, thing);
  if (tasks.length === 0) return null;
  const { panel } = words.value;
  const shown = all.value || tasks.length <= FEW + 2 ? tasks : tasks.slice(0, FEW);
  return (
    <section class="group">
      <h3>
        {panel.tasks}
        <span class="count">{tasks.length}</span>
      </h3>
      {shown.map((task) => (
        <div class="related" key={task.id}>
          <button type="button" class="related-name" title={task.name} onClick={() => select(task.id)}>
            <Mark kind="Task" />
            <span class="name">{task.name}</span>
          </button>
        </div>
      ))}
      {tasks.length > shown.length || all.value ? (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? panel.showLess : panel.showAll(tasks.length)}
        </button>
      ) : null}
    </section>
  );
}

function resize(width: number): void {
  panelWidth.value = Math.round(Math.min(640, Math.max(320, width)));
}

function tasksInTextOrder(graph: Network, document: Thing): Thing[] {
  const placeOf = (task: Thing): number => {
    const stating = (graph.at[task.index] ?? []).find(({ type, target }) => type === "STATES" && target === task);
    const from = stating?.source.properties["from"];
    return typeof from === "number" ? from : Number.POSITIVE_INFINITY;
  };
  return graph.things
    .filter(({ kind, owner }) => kind === "Task" && owner === document)
    .map((task) => ({ task, place: placeOf(task) }))
    .toSorted((a, b) => a.place - b.place || a.task.index - b.task.index)
    .map(({ task }) => task);
}

/** The edge by which the panel is made wider or narrower, by pointer or by arrow keys. */
export function PanelHandle() {
  return (
    <div
      class="panel-handle"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.value.panel.resize}
      aria-valuenow={panelWidth.value}
      aria-valuemin={320}
      aria-valuemax={640}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") resize(panelWidth.value + 16);
        else if (event.key === "ArrowRight") resize(panelWidth.value - 16);
        else return;
        event.preventDefault();
      }}
      onPointerDown={(event) => {
        const { currentTarget, pointerId, clientX } = event;
        const width = panelWidth.value;
        currentTarget.setPointerCapture(pointerId);
        const move = (moved: PointerEvent): void => resize(width + clientX - moved.clientX);
        currentTarget.addEventListener("pointermove", move);
        currentTarget.addEventListener(
          "lostpointercapture",
          () => currentTarget.removeEventListener("pointermove", move),
          {
            once: true,
          },
        );
      }}
    />
  );
}
