import { type Command, Option } from "commander";
import { loadOntology } from "../../graph/schema/ontology.io.ts";
import { SEARCH_AT_MOST } from "../../graph/stores/search-rank.ts";
import { foundRows, withKindNames } from "../../queries/results/found.ts";
import { formatOf } from "../file-format.ts";
import { examples } from "../help.ts";
import { integerFrom, numberFrom } from "../numbers.ts";
import { writeOutput } from "../output-file.ts";
import type { GlobalOptions } from "../program.ts";
import { formatResult, RESULT_FORMATS, type ResultFormat } from "../query-result.ts";
import { withQueryStore } from "../query-store.ts";
import { limitsOf } from "../run-limits.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface SearchCommandOptions extends GlobalOptions {
  readonly label?: readonly string[];
  readonly limit: number;
  readonly timeout: number;
  readonly format?: ResultFormat;
  readonly output?: string;
}

export function registerSearch(program: Command, terminal: Terminal): void {
  const { search: says, help } = terminal.words;
  const command = program.command("search").description(says.description).usage(`<words> ${help.usage.options}`);
  command
    .argument("<words...>", says.words)
    .addOption(labelOption(terminal))
    .option("--limit <count>", says.limit, integerFrom(1, terminal.words), 20)
    .option("--timeout <seconds>", help.timeout, numberFrom(0.1, terminal.words), 30)
    .addOption(new Option("-f, --format <format>", help.resultFormat).choices(RESULT_FORMATS))
    .option("-o, --output <file>", help.output)
    .action(async (words: readonly string[]) => {
      await search(words.join(" "), command.optsWithGlobals<SearchCommandOptions>(), terminal);
    })
    .addHelpText(
      "after",
      examples(terminal, [
        "ceyuan search 夜校",
        "ceyuan search 产业工人 --label Task --limit 50",
        "ceyuan search 总工会 --label 单位 --format csv --output bodies.csv",
        "ceyuan search 〔2018〕 --store neo4j://localhost:7687",
      ]),
    );
}

/** `--label`, by the ontology's name of it or by the one that people read. */
function labelOption({ words, language }: Terminal): Option {
  const { nodes } = loadOntology();
  const names = nodes.flatMap(({ label, zh, en }) => [label, zh, en].map((name) => [name, label] as const));
  const shown = nodes.map(({ label, zh }) => (language === "zh" ? zh : label));
  const option = new Option("--label <label>", words.search.label).choices(shown);
  // Beyond what is shown.
  return option.argParser((given: string, before: readonly string[] | undefined) => {
    const label = new Map(names).get(given);
    if (label === undefined) {
      const said = words.usage.invalidValue("--label <label>", given);
      throw new UsageError(said, words.usage.allowed(shown.join(words.listSeparator)));
    }
    return [...(before ?? []), label];
  });
}

async function search(sought: string, options: SearchCommandOptions, terminal: Terminal): Promise<void> {
  const { words, language, out, err } = terminal;
  const { search: says } = words;
  const { label: labels, limit, output } = options;
  if (sought.trim() === "") throw new UsageError(says.empty);
  const format = formatOf(RESULT_FORMATS, "table", options);
  if (format === "xlsx" && output === undefined && out.isTerminal) throw new UsageError(words.usage.xlsxOutput);
  const { timeoutMs } = limitsOf(options);
  // One more than is shown tells whether there are more.
  const found = await withQueryStore(options.store, (store, signal) =>
    store.search(sought, { limit: limit + 1, timeoutMs, signal, ...(labels === undefined ? {} : { labels }) }),
  );
  if (found.length === 0 && format === "table") {
    await err.write(`${says.none(sought.trim())}\n`);
    return;
  }
  const ontology = loadOntology();
  const rows = foundRows(found.slice(0, limit), sought, ontology);
  const isForPrograms = format === "json" || format === "jsonl";
  const columns = Object.entries(says.columns).map(([name, title]) => ({ name, zh: title, en: title }));
  const content = await formatResult(
    isForPrograms ? rows : withKindNames(rows, language, ontology),
    format,
    { title: says.title, columns, toFile: output !== undefined },
    terminal,
  );
  if (output === undefined) await out.write(content);
  else {
    await writeOutput(output, content, words);
    await err.write(`${words.query.written(output, rows.rows.length)}\n`);
  }
  if (found.length > limit || found.length === SEARCH_AT_MOST) await err.write(`${err.colors.yellow(says.more)}\n`);
}
