import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { computeLayout } from "../../graph/layout/index.ts";
import { packageRoot } from "../../graph/package-root.io.ts";
import { writeBuild } from "../../graph/stores/workspace.io.ts";
import { loadKnowledge } from "../../ingest/knowledge/load.io.ts";
import { buildGraph, readDocument } from "../../ingest/pipeline/index.ts";
import { readSources } from "../../ingest/read/index.ts";
import { serve } from "../../viewer/server/index.ts";
import { temporaryStore } from "./small-store.ts";

/** A viewer of the bundled documents, its page built from the sources as they are now. */
export interface SampleViewer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startSampleViewer(): Promise<SampleViewer> {
  const temporary = temporaryStore();
  const store = join(temporary.directory, "store");
  const assets = join(temporary.directory, "page");
  await build({ root: join(packageRoot(), "viewer", "web"), configFile: join(packageRoot(), "vite.config.ts"), logLevel: "error", build: { outDir: assets } }); // biome-ignore format: one call
  await buildSample(store);
  const viewer = await serve({ store, assets, port: 0 });
  return {
    url: viewer.url,
    close: async () => {
      await viewer.close();
      temporary.remove();
    },
  };
}

async function buildSample(store: string): Promise<void> {
  const folder = join(packageRoot(), "seeds", "documents");
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const { sources } = await readSources(paths, { maxBytes: 10_000_000 });
  const knowledge = loadKnowledge();
  const { graph, diagnostics } = buildGraph(
    sources.map((source) => readDocument(source, knowledge)),
    knowledge,
  );
  await writeBuild(store, {
    graph,
    layout: computeLayout(graph),
    report: { documents: [], diagnostics },
    sources,
    inputs: sources.map(({ name, sha256 }) => ({ name, sha256 })),
    fingerprint: "sample",
  });
}
