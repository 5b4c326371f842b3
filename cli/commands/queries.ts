import { type Command, Option } from "commander";
import { printCatalog } from "../catalog-list.ts";
import { examples } from "../help.ts";
import { openLibrary, takesLibrary } from "../library.ts";
import type { GlobalOptions } from "../program.ts";
import type { Terminal } from "../terminal.ts";

interface QueriesOptions extends GlobalOptions {
  readonly tag?: string;
  readonly format: "table" | "json";
  readonly library: readonly string[];
}

export function registerQueries(program: Command, terminal: Terminal): void {
  const { help } = terminal.words;
  const command = program.command("queries").description(help.queries).usage(help.usage.options);
  takesLibrary(command, terminal)
    .option("--tag <tag>", help.tag)
    .addOption(new Option("-f, --format <format>", help.format).choices(["table", "json"]).default("table"))
    .action(async () => {
      const { library, tag, format } = command.optsWithGlobals<QueriesOptions>();
      await printCatalog(openLibrary(library), { tag, format }, terminal);
    })
    .addHelpText("after", examples(terminal, ["ceyuan queries", "ceyuan queries --format json"]));
}
