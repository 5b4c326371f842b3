import { type Command, Option } from "commander";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Lets a command take `--param name=value`, any number of times. */
export function takesParameters(command: Command, terminal: Terminal): Command {
  return command.addOption(
    new Option("-p, --param <name=value>", terminal.words.help.param)
      .argParser((given: string, before: Readonly<Record<string, string>>) => {
        const pair = parameterPair(given);
        if (pair === undefined) throw new UsageError(terminal.words.usage.paramForm(given));
        return { ...before, [pair[0]]: pair[1] };
      })
      .default({}),
  );
}

/** `name=value` as its two parts; nothing where it is not written so. */
export function parameterPair(given: string): readonly [name: string, value: string] | undefined {
  const at = given.indexOf("=");
  return at < 1 ? undefined : [given.slice(0, at).trim(), given.slice(at + 1)];
}
