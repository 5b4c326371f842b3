import { effect } from "@preact/signals";
import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/top-bar.css";
import "./styles/frame.css";
import "./styles/states.css";
import "./styles/controls.css";
import "./styles/search.css";
import "./styles/rail.css";
import "./styles/choices.css";
import "./styles/panel.css";
import "./styles/reader.css";
import "./styles/documents.css";
import "./styles/notes.css";
import "./styles/queries.css";
import "./styles/query-form.css";
import "./styles/query-result.css";
import "./styles/query-source.css";
import "./styles/narrow.css";
import { App } from "./app.tsx";
import { readNetwork } from "./data/network.ts";
import { type GraphSource, httpSource, SourceError } from "./data/source.ts";
import { followAddress } from "./state/address.ts";
import { language, words } from "./state/language.ts";
import { failure, network, ontology, rebuilt, report, selected, source } from "./state/session.ts";

async function start(): Promise<void> {
  const from = httpSource();
  source.value = from;
  try {
    const [payload, names] = await Promise.all([from.network(), from.ontology()]);
    ontology.value = names;
    network.value = readNetwork(payload);
    followAddress();
    void loadReport(from);
  } catch (error) {
    failure.value =
      error instanceof SourceError
        ? { code: error.code, message: error.whole }
        : { code: "unknown", message: error instanceof Error ? error.message : String(error) };
    return;
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void lookForRebuild(from);
  });
}

/** The notes come after the picture: nothing waits for them. */
async function loadReport(from: GraphSource): Promise<void> {
  report.value = await from.report().catch(() => "failed" as const);
}

/** Says so when the store holds a newer graph; a server that is gone says nothing. */
async function lookForRebuild(from: GraphSource): Promise<void> {
  const build = await from.build().catch(() => undefined);
  if (build !== undefined) rebuilt.value = build !== network.value?.build;
}

effect(() => {
  const thing = selected.value;
  const { product } = words.value;
  document.title = thing === undefined ? product : `${thing.name} · ${product}`;
  void language.value;
});

const root = document.getElementById("app");
if (root !== null) render(<App />, root);
void start();
