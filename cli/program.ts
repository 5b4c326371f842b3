import { Command, Option } from "commander";
import { registerBuild } from "./commands/build.ts";
import { registerExport } from "./commands/export.ts";
import { registerQueries } from "./commands/queries.ts";
import { registerQuery } from "./commands/query.ts";
import { registerServe } from "./commands/serve.ts";
import { registerStart } from "./commands/start.ts";
import { localizeHelp } from "./help.ts";
import type { Terminal } from "./terminal.ts";

/** Options that every command takes. */
export interface GlobalOptions {
  readonly store: string;
  readonly verbose: boolean;
}

export function createProgram(terminal: Terminal, version: string): Command {
  const { help } = terminal.words;
  const program = new Command("ceyuan")
    .description(help.program)
    .version(version, "-V, --version", help.version)
    .option("--store <dir>", help.store, ".ceyuan")
    .addOption(new Option("--lang <lang>", help.lang).choices(["zh", "en"]))
    .option("--verbose", help.verbose, false)
    .exitOverride()
    .addHelpText("after", `\n${help.more}`);
  localizeHelp(program, terminal);
  registerBuild(program, terminal);
  registerExport(program, terminal);
  registerQuery(program, terminal);
  registerQueries(program, terminal);
  registerServe(program, terminal);
  registerStart(program, terminal);
  return program;
}
