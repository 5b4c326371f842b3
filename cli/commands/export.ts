import { type Command, Option } from "commander";
import { openBuild } from "../../graph/stores/workspace.io.ts";
import { examples } from "../help.ts";
import { writeOutput } from "../output-file.ts";
import type { GlobalOptions } from "../program.ts";
import type { Terminal } from "../terminal.ts";

interface ExportOptions extends GlobalOptions {
  readonly output?: string;
}

export function registerExport(program: Command, terminal: Terminal): void {
  const { words } = terminal;
  const command = program.command("export").description(words.help.export).usage(words.help.usage.options);
  command
    .addOption(new Option("--format <format>", words.help.exportFormat).choices(["json"]).default("json"))
    .option("-o, --output <file>", words.help.output)
    .action(async () => {
      await exportGraph(command.optsWithGlobals<ExportOptions>(), terminal);
    })
    .addHelpText(
      "after",
      examples(terminal, ["ceyuan export --output graph.json", "ceyuan export --format json | jq '.nodes | length'"]),
    );
}

async function exportGraph({ store, output }: ExportOptions, { words, out, err }: Terminal): Promise<void> {
  const build = await openBuild(store);
  const json = await build.graphJson();
  if (output === undefined) {
    await out.write(json);
    return;
  }
  await writeOutput(output, json, words);
  await err.write(`${words.export.written(output, build.manifest.counts.nodes, build.manifest.counts.edges)}\n`);
}
