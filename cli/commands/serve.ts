import { once } from "node:events";
import type { Command } from "commander";
import { serve } from "../../viewer/server/index.ts";
import { openBrowser } from "../browser.ts";
import { examples } from "../help.ts";
import { withInterrupt } from "../interrupt.ts";
import { takesLibrary } from "../library.ts";
import { portFrom } from "../numbers.ts";
import type { GlobalOptions } from "../program.ts";
import type { Terminal } from "../terminal.ts";

export interface ServeCommandOptions extends GlobalOptions {
  readonly port?: number;
  readonly open: boolean;
  readonly library: readonly string[];
}

export function registerServe(program: Command, terminal: Terminal): void {
  const { help } = terminal.words;
  const command = program.command("serve").description(help.serve).usage(help.usage.options);
  takesAddress(command, terminal)
    .action(async () => {
      await serveUntilStopped(command.optsWithGlobals<ServeCommandOptions>(), terminal);
    })
    .addHelpText("after", examples(terminal, ["ceyuan serve", "ceyuan serve --port 8080 --no-open"]));
}

/** The arguments that say where to serve, and what queries with it. */
export function takesAddress(command: Command, terminal: Terminal): Command {
  const { words } = terminal;
  return takesLibrary(
    command.option("--port <port>", words.help.port, portFrom(words)).option("--no-open", words.help.noOpen),
    terminal,
  );
}

/** Serves until Ctrl+C, which is the way to end it and no failure. */
export async function serveUntilStopped(
  { store, port, open, library }: ServeCommandOptions,
  { words, out }: Terminal,
): Promise<void> {
  await withInterrupt(async (signal) => {
    const viewer = await serve({ store, library, ...(port === undefined ? {} : { port }) });
    await out.write(`${words.serve.running(out.colors.bold(viewer.url))}\n${out.colors.dim(words.serve.stop)}\n`);
    if (open) openBrowser(viewer.url, out.isTerminal, process.env);
    if (!signal.aborted) await once(signal, "abort");
    await viewer.close();
  });
}
