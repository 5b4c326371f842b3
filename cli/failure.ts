import { CommanderError } from "commander";
import { CeyuanError } from "../graph/model/errors.ts";
import { printable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

const EXIT = { fine: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** Codes of errors that a different command line would mend. */
const OF_USAGE = new Set([
  "usage",
  "query-unknown",
  "tag-unknown",
  "parameter-invalid",
  "parameter-missing",
  "parameter-unknown",
]);

/** Prints an error the way a user can act on, and gives the exit code. */
export async function reportFailure(error: unknown, terminal: Terminal, isVerbose: boolean): Promise<number> {
  const { words, err } = terminal;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.fine;
    if (error.code === "commander.help") return EXIT.usage;
    return reportFailure(translate(error, terminal), terminal, isVerbose);
  }
  if (error instanceof Error && (error.name === "AbortError" || isCancelled(error))) {
    await err.write(`${words.interrupted}\n`);
    return EXIT.interrupted;
  }
  const known =
    error instanceof CeyuanError
      ? error
      : new CeyuanError("internal", words.unexpected(error instanceof Error ? error.message : String(error)), {
          hint: words.unexpectedHint,
        });
  const { red, dim } = err.colors;
  await err.write(`${red(words.error)} ${printable(known.message)}\n`);
  if (known.hint !== undefined) await err.write(`${dim(words.hint + printable(known.hint))}\n`);
  if (isVerbose && error instanceof Error) await err.write(`${dim(stackOf(error))}\n`);
  return OF_USAGE.has(known.code) ? EXIT.usage : EXIT.failed;
}

const isCancelled = (error: Error): boolean => error instanceof CeyuanError && error.code.endsWith("-cancelled");

function stackOf(error: Error): string {
  const stack = error.stack ?? error.message;
  return error.cause instanceof Error ? `${stack}\n${stackOf(error.cause)}` : stack;
}

/** Commander says what is wrong in English alone; the parts of its sentences are taken into ours. */
function translate(error: CommanderError, { words }: Terminal): UsageError {
  const { usage } = words;
  const [name = "", value = ""] = [...error.message.matchAll(/'(.+?)'/gu)].map((quoted) => quoted[1] ?? "");
  const nearest = /\(Did you mean (?:one of )?(.+?)\?\)/u.exec(error.message)?.[1];
  const hint = nearest === undefined ? words.seeHelp("ceyuan") : usage.didYouMean(nearest);
  switch (error.code) {
    case "commander.unknownOption":
      return new UsageError(usage.unknownOption(name), hint);
    case "commander.unknownCommand":
      return new UsageError(usage.unknownCommand(name), hint);
    case "commander.missingArgument":
      return new UsageError(usage.missingArgument(name), hint);
    case "commander.optionMissingArgument":
      return new UsageError(usage.missingValue(name), hint);
    case "commander.excessArguments":
      return new UsageError(usage.excessArguments, hint);
    case "commander.invalidArgument": {
      const reason = error.message.slice(error.message.lastIndexOf("is invalid. ") + "is invalid. ".length);
      const allowed = /^Allowed choices are (.+)\.$/u.exec(reason)?.[1];
      return new UsageError(usage.invalidValue(name, value), allowed === undefined ? reason : usage.allowed(allowed));
    }
    default:
      return new UsageError(error.message.replace(/^error: /u, ""), hint);
  }
}
