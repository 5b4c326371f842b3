import { type Command, Option } from "commander";
import { CeyuanError } from "../../graph/model/errors.ts";
import { loadOntology } from "../../graph/schema/ontology.io.ts";
import { examples } from "../help.ts";
import { openLibrary, takesLibrary } from "../library.ts";
import type { GlobalOptions } from "../program.ts";
import type { ResultFormat } from "../query-result.ts";
import { openQueryStore } from "../query-store.ts";
import { type LimitOptions, limitsOf, takesLimits } from "../run-limits.ts";
import { History, historyFile } from "../shell/history.io.ts";
import { runShell } from "../shell/run-shell.ts";
import { Session, SHELL_FORMATS } from "../shell/session.ts";
import type { Terminal } from "../terminal.ts";

interface ShellOptions extends GlobalOptions, LimitOptions {
  readonly library: readonly string[];
  readonly format: ResultFormat;
}

export function registerShell(program: Command, terminal: Terminal): void {
  const { help } = terminal.words;
  const command = program.command("shell").description(help.shell).usage(help.usage.options);
  takesLibrary(command, terminal).addOption(
    new Option("-f, --format <format>", help.format).choices(SHELL_FORMATS).default("table"),
  );
  takesLimits(command, terminal)
    .action(async () => {
      await shell(command.optsWithGlobals<ShellOptions>(), terminal);
    })
    .addHelpText(
      "after",
      examples(terminal, ["ceyuan shell", "ceyuan shell --format jsonl < questions.cypher > answers.jsonl"]),
    );
}

/** Reads from the terminal, or runs the script that comes in at standard input, which fails where any entry failed. */
async function shell(options: ShellOptions, terminal: Terminal): Promise<void> {
  const { words, out } = terminal;
  const isInteractive = process.stdin.isTTY && out.isTerminal;
  const catalog = openLibrary(options.library);
  const store = await openQueryStore(options.store, process.env);
  try {
    const around = { store, catalog, ontology: loadOntology(), limits: limitsOf(options), terminal };
    const session = new Session(around, options.format);
    if (isInteractive) await out.write(`${words.shell.welcome(options.store)}\n`);
    const failed = await runShell(session, {
      input: process.stdin,
      history: isInteractive ? History.open(historyFile(process.env)) : undefined,
      isVerbose: options.verbose,
    });
    if (failed > 0 && !isInteractive) throw new CeyuanError("script-failed", words.shell.failed(failed));
  } finally {
    await store.close();
  }
}
