import type { Command } from "commander";
import { examples } from "../help.ts";
import type { Terminal } from "../terminal.ts";
import { type BuildOptions, build, takesDocuments } from "./build.ts";
import { type ServeCommandOptions, serveUntilStopped, takesAddress } from "./serve.ts";

export function registerStart(program: Command, terminal: Terminal): void {
  const command = program.command("start").description(terminal.words.help.start);
  takesAddress(takesDocuments(command, terminal), terminal)
    .action(async (paths: string[]) => {
      const options = command.optsWithGlobals<BuildOptions & ServeCommandOptions>();
      await build(paths, options, terminal);
      await serveUntilStopped(options, terminal);
    })
    .addHelpText("after", examples(terminal, ["ceyuan start", "ceyuan start docs/ --no-open"]));
}
