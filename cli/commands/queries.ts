import { type Command, Option } from "commander";
import type { QueryParameter, SavedQuery } from "../../queries/catalog.ts";
import { loadCatalog } from "../../queries/catalog.io.ts";
import { examples } from "../help.ts";
import type { GlobalOptions } from "../program.ts";
import { formatTable } from "../table.ts";
import type { Terminal } from "../terminal.ts";

interface QueriesOptions extends GlobalOptions {
  readonly tag?: string;
  readonly format: "table" | "json";
}

export function registerQueries(program: Command, terminal: Terminal): void {
  const { help } = terminal.words;
  const command = program.command("queries").description(help.queries).usage(help.usage.options);
  command
    .option("--tag <tag>", help.tag)
    .addOption(new Option("-f, --format <format>", help.format).choices(["table", "json"]).default("table"))
    .action(async () => {
      await listQueries(command.optsWithGlobals<QueriesOptions>(), terminal);
    })
    .addHelpText("after", examples(terminal, ["ceyuan queries", "ceyuan queries --format json"]));
}

async function listQueries({ tag, format }: QueriesOptions, terminal: Terminal): Promise<void> {
  const { words, out } = terminal;
  const { queries } = loadCatalog();
  const wanted = queries.filter(({ tags }) => tag === undefined || tags.includes(tag));
  if (format === "json") await out.write(`${JSON.stringify(wanted, null, 2)}\n`);
  else if (wanted.length === 0) await out.write(`${words.queries.none(tag ?? "")}\n`);
  else await out.write(catalogTable(wanted, terminal));
}

function catalogTable(queries: readonly SavedQuery[], { words, language, out }: Terminal): string {
  const { name, title, parameters, tags, required } = words.queries;
  const describe = (parameter: QueryParameter): string => {
    if (parameter.default !== undefined) return `${parameter.name}=${String(parameter.default)}`;
    return parameter.required ? `${parameter.name} (${required})` : parameter.name;
  };
  const rows = queries.map((query) => [
    query.name,
    query.title[language],
    query.parameters.map(describe).join(", "),
    query.tags.join(words.listSeparator),
  ]);
  return formatTable([name, title, parameters, tags], rows, out.columns, out.colors.bold);
}
