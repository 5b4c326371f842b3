import { type Command, Option } from "commander";
import { EXPORT_FORMATS, type ExportFormat, exportGraph, IMPORT_COMMAND } from "../../graph/exports/index.ts";
import { loadOntology } from "../../graph/schema/ontology.io.ts";
import { openBuild } from "../../graph/stores/workspace.io.ts";
import { formatOf } from "../file-format.ts";
import { examples } from "../help.ts";
import { piecesOf, writeOutput } from "../output-file.ts";
import { writeOutputFolder } from "../output-folder.ts";
import type { GlobalOptions } from "../program.ts";
import { isAddress } from "../query-store.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface ExportOptions extends GlobalOptions {
  readonly format?: ExportFormat;
  readonly output?: string;
}

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];
const OF_FOLDER = /^(?:nodes|edges)-\w+\.csv$|^import\.args$/u;

export function registerExport(program: Command, terminal: Terminal): void {
  const { help } = terminal.words;
  const command = program.command("export").description(help.export).usage(help.usage.options);
  const described = FORMATS.map((format) => `  ${format.padEnd(8)}  ${help.exportFormats[format] ?? ""}`);
  command
    .addOption(new Option("-f, --format <format>", help.exportFormat).choices(FORMATS))
    .option("-o, --output <file>", help.exportOutput)
    .action(async () => {
      await exportBuild(command.optsWithGlobals<ExportOptions>(), terminal);
    })
    .addHelpText("after", `\n${help.formats}\n${described.join("\n")}`)
    .addHelpText(
      "after",
      examples(terminal, [
        "ceyuan export --output graph.json",
        "ceyuan export --output graph.gexf",
        "ceyuan export --format csv --output import/",
        "ceyuan export --format jsonl | head -3",
      ]),
    );
}

async function exportBuild(options: ExportOptions, { words, out, err }: Terminal): Promise<void> {
  const { store, output } = options;
  const format = formatOf(FORMATS, "json", options);
  const isFolder = EXPORT_FORMATS[format] === "";
  if (isFolder && output === undefined) throw new UsageError(words.export.needsFolder(format));
  if (isAddress(store)) throw new UsageError(words.export.ofFolder, words.export.ofFolderHint);
  const build = await openBuild(store);
  const [graph, positions] = await Promise.all([build.graph(), build.layout()]);
  const files = exportGraph(format, graph, { positions, ontology: loadOntology() });
  const lines = files[0]?.lines ?? [];
  if (output === undefined) {
    for (const piece of piecesOf(lines)) await out.write(piece);
    return;
  }
  if (isFolder) await writeOutputFolder(output, files, (name) => OF_FOLDER.test(name), words);
  else await writeOutput(output, lines, words);
  const { nodes, edges } = build.manifest.counts;
  await err.write(`${words.export.written(output, nodes, edges)}\n`);
  if (format === "csv") await err.write(`${words.export.import(IMPORT_COMMAND)}\n`);
}
