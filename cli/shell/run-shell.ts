import { createInterface, type Interface } from "node:readline";
import type { Readable } from "node:stream";
import { CeyuanError } from "../../graph/model/errors.ts";
import { choicesOf } from "../../queries/pickers.ts";
import { reportFailure } from "../failure.ts";
import { type CompletionSources, complete } from "./complete.ts";
import { Entries } from "./entries.ts";
import type { History } from "./history.io.ts";
import type { Session } from "./session.ts";

interface ShellInput {
  readonly input: Readable;
  /** Where it is a person that types: prompts, completion and history are theirs alone. */
  readonly history?: History | undefined;
  readonly isVerbose: boolean;
}

interface Running {
  readonly controller: AbortController;
}

/**
 * Reads and runs entries until `:quit` or the end of the input, one after the other, and gives how many failed. Ctrl+C
 * stops the query that runs, else drops what has been typed.
 */
export async function runShell(session: Session, { input, history, isVerbose }: ShellInput): Promise<number> {
  const { terminal } = session.around;
  const { words, out, err } = terminal;
  const entries = new Entries();
  let running: Running | undefined;
  let isEnding = false;
  let isInterrupted = false;
  let failed = 0;

  const lines = history === undefined ? createInterface({ input, crlfDelay: Infinity }) : interactive(input, history, entries, session); // biome-ignore format: one idea
  const prompt = (): void => {
    if (history === undefined || isEnding) return;
    lines.setPrompt(out.colors.bold(entries.pending === "" ? "ceyuan> " : "     … "));
    lines.prompt();
  };
  const interrupt = (): void => {
    if (running !== undefined && !running.controller.signal.aborted) running.controller.abort();
    else if (history === undefined) terminate();
    else {
      const isIdle = entries.pending === "" && lines.line === "";
      entries.take();
      lines.write(null, { ctrl: true, name: "e" });
      lines.write(null, { ctrl: true, name: "u" });
      void out.write(isIdle ? `\n${words.shell.howToQuit}\n` : "^C\n").then(prompt);
    }
  };
  const terminate = (): void => {
    isInterrupted = true;
    end();
  };
  const end = (): void => {
    isEnding = true;
    running?.controller.abort();
    lines.close();
  };
  const enter = async (entry: string): Promise<void> => {
    running = { controller: new AbortController() };
    try {
      if (!(await session.enter(entry, running.controller.signal))) end();
    } catch (error) {
      failed++;
      if (running.controller.signal.aborted) await err.write(`${words.shell.cancelled}\n`);
      else await reportFailure(error, terminal, isVerbose);
    } finally {
      running = undefined;
    }
  };

  lines.on("SIGINT", interrupt);
  process.on("SIGINT", interrupt).on("SIGTERM", terminate);
  try {
    prompt();
    for await (const line of lines) {
      history?.add(line);
      for (const entry of entries.add(line)) if (!isEnding) await enter(entry);
      if (isEnding) break;
      prompt();
    }
    if (!isEnding && history === undefined) for (const entry of entries.take()) await enter(entry);
  } finally {
    lines.close();
    process.off("SIGINT", interrupt).off("SIGTERM", terminate);
  }
  if (isInterrupted) throw new CeyuanError("query-cancelled", words.shell.cancelled);
  if (history !== undefined && !isEnding) await out.write("\n");
  return failed;
}

function interactive(input: Readable, history: History, entries: Entries, session: Session): Interface {
  const { out } = session.around.terminal;
  const sources = completionSources(session);
  return createInterface({
    input,
    output: out.stream,
    terminal: true,
    history: [...history.lines],
    historySize: 1000,
    removeHistoryDuplicates: true,
    completer: (line: string, answer: (error: null, result: [string[], string]) => void) => {
      complete(entries.pending, line, sources).then(
        ({ candidates, part }) => answer(null, [[...candidates], part]),
        () => answer(null, [[], line]),
      );
    },
  });
}

/** What there is to choose from is asked once. */
function completionSources({ around, parameters }: Session): CompletionSources {
  const { store, catalog, ontology } = around;
  const known = new Map<string, ReturnType<typeof choicesOf>>();
  return {
    catalog,
    ontology,
    get parameters() {
      return [...parameters.keys()];
    },
    choices: async (parameter) => {
      const key = JSON.stringify([parameter.type, parameter.values, parameter.picker]);
      const choices = known.get(key) ?? choicesOf(store, parameter, { timeoutMs: 5000 });
      known.set(key, choices);
      choices.catch(() => known.delete(key));
      return await choices;
    },
  };
}
