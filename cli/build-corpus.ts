import { setImmediate } from "node:timers/promises";
import { applyCorrections } from "../graph/corrections/apply.ts";
import type { CorrectionEffect } from "../graph/corrections/corrections.ts";
import { type CorrectionsFile, readCorrections } from "../graph/corrections/read.io.ts";
import { computeLayout } from "../graph/layout/index.ts";
import type { DocumentDiagnostic } from "../graph/model/diagnostic.ts";
import type { GraphData } from "../graph/model/graph-data.ts";
import type { DocumentReading, SourceText } from "../graph/model/reading.ts";
import {
  type BuildReport,
  currentManifest,
  type Manifest,
  requireWritable,
  writeBuild,
} from "../graph/stores/workspace.io.ts";
import { loadKnowledge } from "../ingest/knowledge/load.io.ts";
import { buildGraph, readDocument } from "../ingest/pipeline/index.ts";
import { type ReadProblem, readSources } from "../ingest/read/index.ts";
import { fingerprint } from "./fingerprint.ts";

export interface BuildRequest {
  readonly store: string;
  readonly paths: readonly string[];
  readonly force: boolean;
  readonly maxBytes: number;
  /** File of corrections to replay. */
  readonly corrections: string | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (phase: BuildPhase, done: number, total: number) => void;
}

type BuildPhase = "reading" | "understanding" | "assembling" | "writing";

export type BuildOutcome =
  | { readonly kind: "nothing"; readonly problems: readonly ReadProblem[] }
  | { readonly kind: "unchanged"; readonly problems: readonly ReadProblem[]; readonly manifest: Manifest }
  | {
      readonly kind: "built";
      readonly problems: readonly ReadProblem[];
      readonly manifest: Manifest;
      /** Of the documents themselves; what kept a file from being read stands in `problems`. */
      readonly diagnostics: readonly DocumentDiagnostic[];
    };

/** Runs the whole path from files to a stored graph. The graph in force stays until the new one is complete. */
export async function buildCorpus(request: BuildRequest): Promise<BuildOutcome> {
  const { signal, onProgress } = request;
  onProgress("reading", 0, request.paths.length);
  const { sources, problems } = await readSources(request.paths, { maxBytes: request.maxBytes });
  if (sources.length === 0) return { kind: "nothing", problems };
  const corrections = readCorrections(request.corrections);
  const print = fingerprint(sources, problems, corrections.text);
  const before = request.force ? undefined : await currentManifest(request.store);
  if (before?.fingerprint === print) return { kind: "unchanged", problems, manifest: before };
  requireWritable(request.store);

  const knowledge = loadKnowledge();
  const readings: DocumentReading[] = [];
  for (const source of sources) {
    onProgress("understanding", readings.length, sources.length);
    readings.push(readDocument(source, knowledge));
    await setImmediate();
    signal.throwIfAborted();
  }
  onProgress("assembling", 0, 1);
  const built = buildGraph(readings, knowledge);
  const { graph, effects } = applyCorrections(built.graph, corrections.list, sources);
  const diagnostics = [...built.diagnostics, ...effectsAsDiagnostics(effects, corrections)];
  const { build } = await writeBuild(
    request.store,
    {
      graph,
      layout: () => computeLayout(graph),
      report: reportOf(graph, sources, problems, diagnostics),
      sources,
      inputs: sources.map(({ name, sha256 }) => ({ name, sha256 })),
      fingerprint: print,
    },
    {
      signal,
      onProgress: ({ done, total }) => {
        onProgress("writing", done, total);
      },
    },
  );
  return { kind: "built", problems, manifest: build.manifest, diagnostics };
}

/** What corrections did is listed with the diagnostics, so that report and page show it too. */
function effectsAsDiagnostics(effects: readonly CorrectionEffect[], { name }: CorrectionsFile): DocumentDiagnostic[] {
  return effects.map(({ line, changed, message, english }) => ({
    code: changed === 0 ? "correction-without-effect" : "correction",
    severity: changed === 0 ? "warning" : "info",
    message: `第 ${line} 行：${message}`,
    english: `line ${line}: ${english}`,
    file: name,
  }));
}

function reportOf(
  graph: GraphData,
  sources: readonly SourceText[],
  problems: readonly ReadProblem[],
  diagnostics: readonly DocumentDiagnostic[],
): BuildReport {
  const documents = new Map<string, string>();
  const tasks = new Map<string, number>();
  for (const { id, label, properties } of graph.nodes) {
    if (label === "Document") documents.set(String(properties["sha256"]), id);
    if (label === "Task") tasks.set(String(properties["source"]), (tasks.get(String(properties["source"])) ?? 0) + 1);
  }
  const read = sources.map(({ name, sha256 }) => {
    const document = documents.get(sha256);
    return {
      file: name,
      sha256,
      ...(document === undefined ? {} : { document }),
      counts: { tasks: tasks.get(name) ?? 0 },
    };
  });
  const unread = problems.filter(({ severity }) => severity === "warning");
  return {
    documents: [...read, ...unread.map(({ file, message }) => ({ file, skipped: message }))],
    diagnostics: [...problems.map(diagnosticOf), ...diagnostics],
  };
}

const diagnosticOf = ({
  code,
  severity,
  file,
  message,
  hint,
  english,
  englishHint,
}: ReadProblem): DocumentDiagnostic => ({
  code,
  severity,
  file,
  message: `${message}（${hint}）`,
  english: `${english} (${englishHint})`,
});
