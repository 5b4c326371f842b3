import { join } from "node:path";
import type { Command } from "commander";
import { CeyuanError } from "../../graph/model/errors.ts";
import { packageRoot } from "../../graph/package-root.io.ts";
import { DEFAULT_MAX_BYTES } from "../../ingest/read/index.ts";
import { buildCorpus } from "../build-corpus.ts";
import { printOutcome, printProblems } from "../build-summary.ts";
import { examples } from "../help.ts";
import { withInterrupt } from "../interrupt.ts";
import { numberFrom } from "../numbers.ts";
import type { GlobalOptions } from "../program.ts";
import { Progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

const MEGABYTE = 1024 * 1024;

export interface BuildOptions extends GlobalOptions {
  readonly force: boolean;
  readonly maxSize: number;
  readonly corrections?: string;
}

export function registerBuild(program: Command, terminal: Terminal): void {
  const command = program.command("build").description(terminal.words.help.build);
  takesDocuments(command, terminal)
    .action(async (paths: string[]) => {
      await build(paths, command.optsWithGlobals<BuildOptions>(), terminal);
    })
    .addHelpText(
      "after",
      examples(terminal, [
        "ceyuan build",
        "ceyuan build docs/ more/2024.txt",
        "ceyuan build docs/ --store city.ceyuan",
        "ceyuan build docs/ --corrections corrections.yaml",
      ]),
    );
}

/** The arguments that say what to build. */
export function takesDocuments(command: Command, { words }: Terminal): Command {
  return command
    .usage(`[paths…] ${words.help.usage.options}`)
    .argument("[paths...]", words.help.buildPaths)
    .option("--force", words.help.force, false)
    .option("--corrections <file>", words.help.corrections)
    .option("--max-size <mb>", words.help.maxSize, numberFrom(0.001, words), DEFAULT_MAX_BYTES / MEGABYTE);
}

/** Builds and prints what came of it. Throws where there was nothing to build. */
export async function build(paths: readonly string[], options: BuildOptions, terminal: Terminal): Promise<void> {
  const { words, err } = terminal;
  const progress = new Progress(err);
  const from = performance.now();
  const outcome = await withInterrupt((signal) =>
    buildCorpus({
      store: options.store,
      paths: paths.length === 0 ? [join(packageRoot(), "seeds", "documents")] : paths,
      force: options.force,
      maxBytes: options.maxSize * MEGABYTE,
      corrections: options.corrections,
      signal,
      onProgress: (phase, done, total) => {
        progress.show(words.build[phase], done, total);
      },
    }),
  ).finally(() => {
    progress.end();
  });
  await printProblems(outcome.problems, terminal, options.verbose);
  if (outcome.kind === "nothing") {
    throw new CeyuanError("nothing-built", words.build.nothing, { hint: words.build.nothingHint });
  }
  await printOutcome(outcome, (performance.now() - from) / 1000, terminal, options);
}
