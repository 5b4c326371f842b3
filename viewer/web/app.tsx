import { useEffect } from "preact/hooks";
import { DetailPanel, PanelHandle } from "./components/detail-panel.tsx";
import { Rail } from "./components/rail.tsx";
import { Reader } from "./components/reader.tsx";
import { Sheet } from "./components/sheet.tsx";
import { TopBar } from "./components/top-bar.tsx";
import { railShown } from "./state/canvas-control.ts";
import { words } from "./state/language.ts";
import {
  failure,
  network,
  panelWidth,
  railSheet,
  reading,
  rebuilt,
  select,
  selected,
  unknownNode,
  view,
} from "./state/session.ts";
import { narrow } from "./state/viewport.ts";
import { DocumentsView } from "./views/documents-view.tsx";
import { NetworkView } from "./views/network-view.tsx";
import { NotesView } from "./views/notes-view.tsx";
import { QueriesView } from "./views/queries-view.tsx";

/** The page 页面. */
export function App() {
  useEffect(() => {
    addEventListener("keydown", onEscape);
    return () => removeEventListener("keydown", onEscape);
  }, []);
  return (
    <>
      <TopBar />
      <main class="main" data-view={view.value} style={{ "--panel-space": `${panelWidth.value}px` }}>
        <Body />
        <Notices />
      </main>
    </>
  );
}

/** Escape closes what was opened last. */
function onEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (railSheet.value) railSheet.value = false;
  else if (reading.value !== undefined && view.value !== "documents") reading.value = undefined;
  else if (selected.value !== undefined) select(undefined);
}

function Body() {
  const { states } = words.value;
  if (failure.value !== undefined) {
    const { code, message } = failure.value;
    return (
      <div class="state" role="alert">
        <h2>{states.failed}</h2>
        <p>{code === "offline" ? states.offline : message}</p>
        <button type="button" class="plain-button" onClick={() => location.reload()}>
          {states.retry}
        </button>
      </div>
    );
  }
  if (network.value === undefined) {
    return (
      <div class="state" role="status">
        <p>{states.loading}</p>
      </div>
    );
  }
  if (network.value.things.length === 0) {
    return (
      <div class="state">
        <h2>{states.empty}</h2>
        <p>{states.emptyHint}</p>
      </div>
    );
  }
  return (
    <>
      <CurrentView />
      {narrow.value ? <Sheets /> : <Panels />}
    </>
  );
}

function CurrentView() {
  if (view.value === "network") return <NetworkView />;
  if (view.value === "documents") return <DocumentsView />;
  return view.value === "queries" ? <QueriesView /> : <NotesView />;
}

function Panels() {
  const { rail, panel, reader } = words.value;
  return (
    <>
      {view.value === "network" && railShown.value ? (
        <aside class="rail scroll" aria-label={rail.title}>
          <Rail />
        </aside>
      ) : null}
      <div class="side">
        {reading.value !== undefined && view.value !== "documents" ? (
          <section class="reader" aria-label={reader.label}>
            <Reader />
          </section>
        ) : null}
        {selected.value === undefined ? null : (
          <aside class="panel" tabIndex={-1} aria-label={panel.label} style={{ width: `${panelWidth.value}px` }}>
            <PanelHandle />
            <DetailPanel />
          </aside>
        )}
      </div>
    </>
  );
}

function Sheets() {
  const { rail, panel, reader } = words.value;
  return (
    <>
      {railSheet.value && view.value === "network" ? (
        <Sheet label={rail.title}>
          <div class="scroll sheet-scroll">
            <Rail />
          </div>
        </Sheet>
      ) : null}
      {selected.value === undefined || railSheet.value ? null : (
        <Sheet label={panel.label}>
          <DetailPanel />
        </Sheet>
      )}
      {reading.value !== undefined && view.value !== "documents" ? (
        <Sheet label={reader.label} tall>
          <Reader />
        </Sheet>
      ) : null}
    </>
  );
}

function Notices() {
  const { states } = words.value;
  return (
    <>
      {rebuilt.value ? (
        <div class="notice" role="status">
          <span>{states.rebuilt}</span>
          <button type="button" class="text-button" onClick={() => location.reload()}>
            {states.reload}
          </button>
        </div>
      ) : null}
      {unknownNode.value ? (
        <div class="notice" role="status">
          <span>{states.unknownNode}</span>
        </div>
      ) : null}
    </>
  );
}
