import type { Command } from "commander";
import stringWidth from "string-width";
import type { Terminal } from "./terminal.ts";

/** Lets commander write its help in the user's language, hanzi counted as wide as they are. */
export function localizeHelp(program: Command, { words, out, err }: Terminal): void {
  const { titles, usage, choices, initially, help } = words.help;
  program
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: stringWidth,
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (command) => {
        const names = [command.name()];
        for (let parent = command.parent; parent !== null; parent = parent.parent) names.unshift(parent.name());
        return `${names.join(" ")} ${command.usage()}`;
      },
      subcommandTerm: (command) => command.name(),
      optionDescription: (option) => {
        const remarks: string[] = [];
        if (option.argChoices !== undefined) remarks.push(choices(option.argChoices.join(", ")));
        if (/string|number/u.test(typeof option.defaultValue)) remarks.push(initially(String(option.defaultValue)));
        return remarks.length === 0 ? option.description : `${option.description} (${remarks.join("; ")})`;
      },
    })
    .configureOutput({
      getOutHelpWidth: () => out.columns ?? 120,
      getErrHelpWidth: () => err.columns ?? 120,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      writeOut: (text) => void out.write(text),
      writeErr: (text) => void err.write(text),
      outputError: () => undefined,
    })
    .usage(`${usage.options} ${usage.command}`)
    .helpOption("-h, --help", help)
    .helpCommand(`help ${usage.command}`, help);
}

/** Examples below a command's help, one a line. */
export const examples = ({ words }: Terminal, lines: readonly string[]): string =>
  `\n${words.help.examples}\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;
