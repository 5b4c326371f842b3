import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { applyCorrections } from "../../graph/corrections/apply.ts";
import { readCorrections } from "../../graph/corrections/read.io.ts";
import { computeLayout } from "../../graph/layout/index.ts";
import type { DocumentDiagnostic } from "../../graph/model/diagnostic.ts";
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

/** What is built besides the bundled documents: texts by file name, and a file of corrections. */
export interface Additions {
  readonly documents?: Readonly<Record<string, string>>;
  readonly corrections?: string;
}

export async function startSampleViewer(additions: Additions = {}): Promise<SampleViewer> {
  const temporary = temporaryStore();
  const store = join(temporary.directory, "store");
  const assets = join(temporary.directory, "page");
  await build({ root: join(packageRoot(), "viewer", "web"), configFile: join(packageRoot(), "vite.config.ts"), logLevel: "error", build: { outDir: assets } }); // biome-ignore format: one call
  await buildSample(store, writeAdditions(join(temporary.directory, "added"), additions));
  const viewer = await serve({ store, assets, port: 0 });
  return {
    url: viewer.url,
    close: async () => {
      await viewer.close();
      temporary.remove();
    },
  };
}

interface Added {
  readonly paths: readonly string[];
  readonly corrections: string | undefined;
}

function writeAdditions(directory: string, { documents = {}, corrections }: Additions): Added {
  mkdirSync(directory);
  const write = (name: string, text: string): string => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    paths: Object.entries(documents).map(([name, text]) => write(name, text)),
    corrections: corrections === undefined ? undefined : write("corrections.yaml", corrections),
  };
}

async function buildSample(store: string, added: Added): Promise<void> {
  const folder = join(packageRoot(), "seeds", "documents");
  const paths = [...readdirSync(folder).map((name) => join(folder, name)), ...added.paths];
  const { sources, problems } = await readSources(paths, { maxBytes: 10_000_000 });
  const knowledge = loadKnowledge();
  const built = buildGraph(
    sources.map((source) => readDocument(source, knowledge)),
    knowledge,
  );
  const corrections = readCorrections(added.corrections);
  const { graph, effects } = applyCorrections(built.graph, corrections.list, sources);
  const corrected = effects.map(
    ({ line, changed, message, english }): DocumentDiagnostic => ({
      code: changed === 0 ? "correction-without-effect" : "correction",
      severity: changed === 0 ? "warning" : "info",
      message: `第 ${line} 行：${message}`,
      english: `line ${line}: ${english}`,
      file: corrections.name,
    }),
  );
  const unread = problems.map(
    ({ code, severity, file, message, english }): DocumentDiagnostic => ({ code, severity, file, message, english }),
  );
  await writeBuild(store, {
    graph,
    layout: computeLayout(graph),
    report: { documents: [], diagnostics: [...unread, ...built.diagnostics, ...corrected] },
    sources,
    inputs: sources.map(({ name, sha256 }) => ({ name, sha256 })),
    fingerprint: "sample",
  });
}
