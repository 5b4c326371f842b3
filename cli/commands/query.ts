import { type Command, Option } from "commander";
import type { Parameter, QueryOptions, QueryResult, Store } from "../../graph/stores/store.ts";
import { openBuild } from "../../graph/stores/workspace.io.ts";
import type { SavedQuery } from "../../queries/catalog.ts";
import { loadCatalog } from "../../queries/catalog.io.ts";
import { runSavedQuery } from "../../queries/run.ts";
import { examples } from "../help.ts";
import { withInterrupt } from "../interrupt.ts";
import { numberFrom } from "../numbers.ts";
import { writeOutput } from "../output-file.ts";
import type { GlobalOptions } from "../program.ts";
import { formatResult, type ResultFormat } from "../query-result.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface QueryCommandOptions extends GlobalOptions {
  readonly param: Readonly<Record<string, string>>;
  readonly cypher?: string;
  readonly format: ResultFormat;
  readonly output?: string;
  readonly timeout: number;
  readonly limit: number;
}

export function registerQuery(program: Command, terminal: Terminal): void {
  const { words } = terminal;
  const { help } = words;
  const command = program.command("query").description(help.query).usage(`[name] ${help.usage.options}`);
  command
    .argument("[name]", help.queryName)
    .addOption(
      new Option("-p, --param <name=value>", help.param)
        .argParser((given: string, before: Readonly<Record<string, string>>) => ({
          ...before,
          ...pair(given, terminal),
        }))
        .default({}),
    )
    .option("-c, --cypher <statement>", help.cypher)
    .addOption(new Option("-f, --format <format>", help.format).choices(["table", "json", "csv"]).default("table"))
    .option("-o, --output <file>", help.output)
    .option("--timeout <seconds>", help.timeout, numberFrom(0.1, words), 30)
    .option("--limit <rows>", help.limit, numberFrom(1, words), 10_000)
    .action(async (name: string | undefined) => {
      await query(name, command.optsWithGlobals<QueryCommandOptions>(), terminal);
    })
    .addHelpText(
      "after",
      examples(terminal, [
        "ceyuan query agency-workload",
        "ceyuan query agency-tasks --param agency=上海市总工会 --format csv --output tasks.csv",
        `ceyuan query --cypher "MATCH (a:Agency)-[:LEADS]->(t:Task) RETURN a.name AS name, count(t) AS n"`,
      ]),
    );
}

function pair(given: string, { words }: Terminal): Record<string, string> {
  const at = given.indexOf("=");
  if (at < 1) throw new UsageError(words.usage.paramForm(given));
  return { [given.slice(0, at)]: given.slice(at + 1) };
}

async function query(name: string | undefined, options: QueryCommandOptions, terminal: Terminal): Promise<void> {
  const { words, out, err } = terminal;
  if ((name === undefined) === (options.cypher === undefined)) {
    throw new UsageError(words.usage.queryOrCypher, words.usage.queryHint);
  }
  const saved = name === undefined ? undefined : loadCatalog().get(name);
  const build = await openBuild(options.store);
  const result = await withInterrupt(async (signal) => {
    const store = await build.openStore();
    try {
      return await ask(store, saved, options, { timeoutMs: options.timeout * 1000, rowCap: options.limit, signal });
    } finally {
      await store.close();
    }
  });
  const text = formatResult(result, options.format, saved?.columns ?? [], terminal, options.output !== undefined);
  if (options.output === undefined) await out.write(text);
  else {
    await writeOutput(options.output, text, words);
    await err.write(`${words.query.written(options.output, result.rows.length)}\n`);
  }
  if (result.truncated) await err.write(`${err.colors.yellow(words.query.truncated)}\n`);
}

const ask = async (
  store: Store,
  saved: SavedQuery | undefined,
  { cypher = "", param }: QueryCommandOptions,
  options: QueryOptions,
): Promise<QueryResult> =>
  saved === undefined ? store.query(cypher, parametersOf(param), options) : runSavedQuery(store, saved, param, options);

/** Without a declaration a word is what JSON makes of it (5, true, ["甲"]), and else the word itself. */
function parametersOf(given: Readonly<Record<string, string>>): Record<string, Parameter> {
  return Object.fromEntries(Object.entries(given).map(([name, word]) => [name, parameterOf(word)]));
}

function parameterOf(word: string): Parameter {
  try {
    return JSON.parse(word) as Parameter;
  } catch {
    return word;
  }
}
