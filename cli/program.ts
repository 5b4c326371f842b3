import { Command, Option } from "commander";
import { localizeHelp } from "./help.ts";
import type { Terminal } from "./terminal.ts";

/** Options that every command takes. */
export interface GlobalOptions {
  readonly store: string;
  readonly verbose: boolean;
}

/** Each adds itself to the program. Loaded when the arguments name it: the database alone takes longer than all help. */
const COMMANDS = {
  build: async () => (await import("./commands/build.ts")).registerBuild,
  export: async () => (await import("./commands/export.ts")).registerExport,
  query: async () => (await import("./commands/query.ts")).registerQuery,
  search: async () => (await import("./commands/search.ts")).registerSearch,
  queries: async () => (await import("./commands/queries.ts")).registerQueries,
  shell: async () => (await import("./commands/shell.ts")).registerShell,
  explain: async () => (await import("./commands/explain.ts")).registerExplain,
  push: async () => (await import("./commands/push.ts")).registerPush,
  remove: async () => (await import("./commands/remove.ts")).registerRemove,
  serve: async () => (await import("./commands/serve.ts")).registerServe,
  start: async () => (await import("./commands/start.ts")).registerStart,
} as const;

export async function createProgram(argv: readonly string[], terminal: Terminal, version: string): Promise<Command> {
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
  for (const name of [
    "build",
    "export",
    "query",
    "search",
    "queries",
    "shell",
    "explain",
    "push",
    "remove",
    "serve",
    "start",
  ] as const) {
    if (argv.includes(name)) (await COMMANDS[name]())(program, terminal);
    else program.command(name).description(help[name]);
  }
  return program;
}
