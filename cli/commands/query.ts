import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import type { Catalog, SavedQuery } from "../../queries/catalog.ts";
import { parseSavedQuery } from "../../queries/header.ts";
import { printCatalog } from "../catalog-list.ts";
import { formatOf } from "../file-format.ts";
import { examples } from "../help.ts";
import { openLibrary, takesLibrary } from "../library.ts";
import { writeOutput } from "../output-file.ts";
import { takesParameters } from "../parameter-option.ts";
import type { GlobalOptions } from "../program.ts";
import { formatResult, RESULT_FORMATS, type ResultFormat } from "../query-result.ts";
import { withQueryStore } from "../query-store.ts";
import { type LimitOptions, limitsOf, takesLimits } from "../run-limits.ts";
import { formatSavedQuery } from "../show-query.ts";
import { explainStatement, runStatement, type Statement } from "../statement.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

interface QueryCommandOptions extends GlobalOptions, LimitOptions {
  readonly param: Readonly<Record<string, string>>;
  readonly cypher?: string;
  readonly list?: true;
  readonly tag?: string;
  readonly show?: string;
  readonly explain?: true;
  readonly library: readonly string[];
  readonly format?: ResultFormat;
  readonly output?: string;
}

export function registerQuery(program: Command, terminal: Terminal): void {
  const { help } = terminal.words;
  const command = program.command("query").description(help.query).usage(`[name] ${help.usage.options}`);
  command
    .argument("[name]", help.queryName)
    .option("-c, --cypher <statement>", help.cypher)
    .option("-l, --list", help.queries)
    .option("--tag <tag>", help.tag)
    .option("--show <name>", help.show);
  takesLibrary(takesParameters(command, terminal), terminal)
    .addOption(new Option("-f, --format <format>", help.resultFormat).choices(RESULT_FORMATS))
    .option("-o, --output <file>", help.output);
  takesLimits(command, terminal)
    .option("--explain", help.plan)
    .action(async (name: string | undefined) => {
      await query(name, command.optsWithGlobals<QueryCommandOptions>(), terminal);
    })
    .addHelpText(
      "after",
      examples(terminal, [
        "ceyuan query --list --tag agency",
        "ceyuan query --show agency-tasks",
        "ceyuan query agency-workload",
        "ceyuan query agency-tasks --param agency=上海市总工会 --output tasks.xlsx",
        `ceyuan query --cypher "MATCH (a:Agency)-[:LEADS]->(t:Task) RETURN a.name AS name, count(t) AS n"`,
        "ceyuan query - --format jsonl < question.cypher",
      ]),
    );
}

async function query(name: string | undefined, options: QueryCommandOptions, terminal: Terminal): Promise<void> {
  const { words } = terminal;
  const isListing = options.list === true || (options.tag !== undefined && name === undefined);
  const asked = [name, options.cypher, options.show, isListing ? "" : undefined].filter((way) => way !== undefined);
  if (asked.length !== 1) throw new UsageError(words.usage.queryOrCypher, words.usage.queryHint);
  if (options.tag !== undefined && !isListing) throw new UsageError(words.usage.tagAlone);
  const format = formatOf(RESULT_FORMATS, "table", options);
  if (format === "xlsx" && options.output === undefined && terminal.out.isTerminal) {
    throw new UsageError(words.usage.xlsxOutput);
  }
  const catalog = openLibrary(options.library);
  if (isListing) await printCatalog(catalog, { tag: options.tag, format, output: options.output }, terminal);
  else if (options.show !== undefined) await show(catalog.get(options.show), format, options.output, terminal);
  else await run(await statementOf(name, options, catalog, terminal), format, options, terminal);
}

/** A name, `-` for what comes in at standard input (a statement, or a file of the library), or the statement itself. */
async function statementOf(
  name: string | undefined,
  { cypher, param: given }: QueryCommandOptions,
  catalog: Catalog,
  { words }: Terminal,
): Promise<Statement> {
  if (name === undefined) return { saved: undefined, cypher: cypher ?? "", given };
  if (name !== "-") {
    const saved = catalog.get(name);
    return { saved, cypher: saved.cypher, given };
  }
  const read = (await text(process.stdin)).replace(/^\u{FEFF}/u, "");
  if (read.trim() === "") throw new UsageError(words.usage.emptyInput);
  if (!/^\/\/ ?---/u.test(read)) return { saved: undefined, cypher: read, given };
  const saved = parseSavedQuery("-", words.query.input, read);
  return { saved, cypher: saved.cypher, given };
}

async function show(
  saved: SavedQuery,
  format: ResultFormat,
  output: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const content =
    format === "json" || format === "jsonl"
      ? `${JSON.stringify(saved, null, format === "json" ? 2 : undefined)}\n`
      : formatSavedQuery(saved, terminal);
  if (output === undefined) await terminal.out.write(content);
  else await writeOutput(output, content, terminal.words);
}

async function run(
  statement: Statement,
  format: ResultFormat,
  options: QueryCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const { words, language, out, err } = terminal;
  const { output } = options;
  if (options.explain === true) {
    const plan = await withQueryStore(options.store, async (store) => explainStatement(store, statement));
    const content = plan.endsWith("\n") ? plan : `${plan}\n`;
    if (output === undefined) await out.write(content);
    else await writeOutput(output, content, words);
    return;
  }
  const result = await withQueryStore(options.store, async (store, signal) =>
    runStatement(store, statement, { ...limitsOf(options), signal }),
  );
  const { saved } = statement;
  const presentation = {
    title: saved?.title[language] ?? words.query.result,
    columns: saved?.columns ?? [],
    toFile: output !== undefined,
  };
  for (const warning of result.warnings ?? []) {
    await err.write(`${err.colors.yellow(words.warning)} ${warning}\n`);
  }
  const content = await formatResult(result, format, presentation, terminal);
  if (output === undefined) await out.write(content);
  else {
    await writeOutput(output, content, words);
    await err.write(`${words.query.written(output, result.rows.length)}\n`);
  }
  if (result.truncated) await err.write(`${err.colors.yellow(words.query.truncated)}\n`);
}
