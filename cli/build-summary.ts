import type { DocumentDiagnostic } from "../graph/model/diagnostic.ts";
import { loadOntology } from "../graph/schema/ontology.io.ts";
import type { Manifest } from "../graph/stores/workspace.io.ts";
import type { ReadProblem } from "../ingest/read/index.ts";
import type { BuildOutcome } from "./build-corpus.ts";
import type { GlobalOptions } from "./program.ts";
import { formatTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

const SHOWN = 20;

/** Prints the files that could not be read, or not as they were, one a line, with what to do. */
export async function printProblems(
  problems: readonly ReadProblem[],
  { words, language, err }: Terminal,
  isVerbose: boolean,
): Promise<void> {
  const { yellow, dim } = err.colors;
  const shown = isVerbose ? problems : problems.slice(0, SHOWN);
  for (const { severity, path, message, hint, english, englishHint } of shown) {
    const mark = severity === "warning" ? yellow(words.warning) : dim(words.note);
    const [said, advice] = language === "zh" ? [message, hint] : [english, englishHint];
    await err.write(`${mark} ${path}${words.build.colon}${said} ${dim(`(${advice})`)}\n`);
  }
  if (shown.length < problems.length) await err.write(`${words.build.moreProblems(problems.length - shown.length)}\n`);
}

/** Prints what the graph holds and what a reader of it should know. */
export async function printOutcome(
  outcome: Exclude<BuildOutcome, { kind: "nothing" }>,
  seconds: number,
  terminal: Terminal,
  { store, verbose }: GlobalOptions,
): Promise<void> {
  const { words, out } = terminal;
  const { documents, tasks, agencies } = outcome.manifest.counts;
  const headline = words.build.headline(documents, tasks, agencies);
  if (outcome.kind === "unchanged") {
    await out.write(`${words.build.unchanged(store)}\n${headline}\n`);
    return;
  }
  await out.write(`${out.colors.bold(words.build.built(store, seconds.toFixed(1)))}\n${headline}\n\n`);
  await out.write(edgeTable(outcome.manifest, terminal));
  await out.write(diagnosticList(outcome.diagnostics, terminal, verbose));
}

function edgeTable({ counts }: Manifest, { words, language, out }: Terminal): string {
  const rows = loadOntology().edges.flatMap((edge) => {
    const count = counts.edgesByType[edge.type] ?? 0;
    return count === 0 ? [] : [[edge[language], edge.type, String(count)]];
  });
  return formatTable([words.build.edges, "", String(counts.edges)], rows, out.columns, out.colors.bold);
}

/** By kind with one example each; all of them when asked. */
function diagnosticList(
  diagnostics: readonly DocumentDiagnostic[],
  { words, language, out }: Terminal,
  isVerbose: boolean,
): string {
  if (diagnostics.length === 0) return `\n${words.build.noDiagnostics}\n`;
  const { bold, dim } = out.colors;
  const said = ({ message, english }: DocumentDiagnostic): string => (language === "zh" ? message : english);
  const lines = [bold(words.build.diagnostics(diagnostics.length))];
  const byCode = new Map<string, DocumentDiagnostic[]>();
  for (const diagnostic of diagnostics)
    byCode.set(diagnostic.code, [...(byCode.get(diagnostic.code) ?? []), diagnostic]);
  for (const [code, members] of byCode) {
    lines.push(`  ${code} × ${members.length}`);
    if (isVerbose || code.startsWith("correction"))
      lines.push(...members.map((member) => `    ${member.file}${words.build.colon}${said(member)}`));
    else if (members[0] !== undefined) {
      lines.push(`    ${dim(words.build.example(members[0].file, said(members[0])))}`);
    }
  }
  return `\n${lines.join("\n")}\n`;
}
