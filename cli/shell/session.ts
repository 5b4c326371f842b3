import { CeyuanError } from "../../graph/model/errors.ts";
import type { Ontology } from "../../graph/schema/ontology.ts";
import { usedParameters } from "../../graph/stores/cypher/return-items.ts";
import type { QueryOptions, Store } from "../../graph/stores/store.ts";
import type { Catalog } from "../../queries/catalog.ts";
import { didYouMean } from "../../graph/model/nearest.ts";
import { printCatalog } from "../catalog-list.ts";
import { parameterPair } from "../parameter-option.ts";
import { formatResult, type ResultFormat } from "../query-result.ts";
import { formatSavedQuery } from "../show-query.ts";
import { explainStatement, runStatement, type Statement } from "../statement.ts";
import { formatTable } from "../table.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { commandWords } from "./command-words.ts";

/** Formats that a terminal can show. */
export const SHELL_FORMATS = ["table", "csv", "json", "jsonl"] as const satisfies readonly ResultFormat[];

export const COMMANDS = [":help", ":list", ":show", ":run", ":schema", ":param", ":format", ":quit"] as const;

const EXPLAIN = /^EXPLAIN\s+/iu;

interface Surroundings {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly ontology: Ontology;
  readonly limits: { readonly timeoutMs: number; readonly rowCap: number };
  readonly terminal: Terminal;
}

/** Session 会话: what a shell remembers between entries, and what each entry does. */
export class Session {
  readonly around: Surroundings;
  readonly parameters = new Map<string, string>();
  #format: ResultFormat = "table";

  constructor(around: Surroundings, format: ResultFormat) {
    this.around = around;
    this.#format = format;
  }

  /** Runs a command or a statement. False where it was the last. */
  async enter(entry: string, signal: AbortSignal): Promise<boolean> {
    if (!entry.startsWith(":")) {
      const cypher = entry.replace(EXPLAIN, "");
      const statement = { saved: undefined, cypher, given: this.#givenFor(usedParameters(entry)) };
      if (cypher === entry) await this.#run(statement, signal);
      else await this.#printPlan(statement);
      return true;
    }
    const { out, words } = this.around.terminal;
    const [command = "", ...rest] = commandWords(entry.replace(/;\s*$/u, ""));
    const [first] = rest;
    switch (command) {
      case ":help":
        await out.write(`${words.shell.help}\n`);
        return true;
      case ":list":
        await printCatalog(this.around.catalog, { tag: first, format: "table" }, this.around.terminal);
        return true;
      case ":show":
        await out.write(formatSavedQuery(this.around.catalog.get(this.#named(first, command)), this.around.terminal));
        return true;
      case ":run":
        await this.#runSaved(this.#named(first, command), rest.slice(1), signal);
        return true;
      case ":schema":
        await this.#printSchema();
        return true;
      case ":param":
        await this.#setParameters(rest);
        return true;
      case ":format":
        await this.#setFormat(first);
        return true;
      case ":quit":
      case ":exit":
      case ":q":
        return false;
      default:
        throw new UsageError(words.shell.unknown(command), didYouMean(command, COMMANDS) ?? words.shell.seeHelp);
    }
  }

  #named(name: string | undefined, command: string): string {
    if (name !== undefined) return name;
    const { words } = this.around.terminal;
    throw new UsageError(words.shell.needsName(command), words.shell.listHint);
  }

  #givenFor(names: readonly string[]): Record<string, string> {
    return Object.fromEntries([...this.parameters].filter(([name]) => names.includes(name)));
  }

  async #runSaved(name: string, pairs: readonly string[], signal: AbortSignal): Promise<void> {
    const saved = this.around.catalog.get(name);
    const given = { ...this.#givenFor(saved.parameters.map((parameter) => parameter.name)), ...this.#pairs(pairs) };
    await this.#run({ saved, cypher: saved.cypher, given }, signal);
  }

  #pairs(words: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      words.map((word) => {
        const pair = parameterPair(word);
        if (pair === undefined) throw new UsageError(this.around.terminal.words.shell.paramForm(word));
        return pair;
      }),
    );
  }

  async #run(statement: Statement, signal: AbortSignal): Promise<void> {
    const { store, limits, terminal } = this.around;
    const { words, language, out, err } = terminal;
    const options: QueryOptions = { ...limits, signal };
    const result = await runStatement(store, statement, options);
    for (const warning of result.warnings ?? []) {
      await err.write(`${err.colors.yellow(words.warning)} ${warning}\n`);
    }
    const { saved } = statement;
    const title = saved?.title[language] ?? words.query.result;
    const presentation = { title, columns: saved?.columns ?? [], toFile: false };
    await out.write(await formatResult(result, this.#format, presentation, terminal));
    if (result.truncated) await err.write(`${err.colors.yellow(words.query.truncated)}\n`);
  }

  async #printPlan(statement: Statement): Promise<void> {
    const plan = await explainStatement(this.around.store, statement);
    await this.around.terminal.out.write(`${plan.trimEnd()}\n`);
  }

  async #printSchema(): Promise<void> {
    const { store, ontology, terminal } = this.around;
    const { words, language, out } = terminal;
    const { labels, edgeTypes } = await store.schema();
    const names = new Map([
      ...ontology.nodes.map((node) => [node.label, node[language]] as const),
      ...ontology.edges.map((edge) => [edge.type, edge[language]] as const),
    ]);
    const rows = [...labels, ...edgeTypes].map(({ name, count, properties }) => [
      name,
      names.get(name) ?? "",
      String(count),
      properties.join(" "),
    ]);
    const { kind, name, count, properties } = words.shell.schema;
    await out.write(formatTable([kind, name, count, properties], rows, out.columns, out.colors.bold));
  }

  /** `:param` lists, `:param name=value` sets, `:param name=` forgets. */
  async #setParameters(pairs: readonly string[]): Promise<void> {
    const { words, out } = this.around.terminal;
    for (const [name, value] of Object.entries(this.#pairs(pairs))) {
      if (value === "") this.parameters.delete(name);
      else this.parameters.set(name, value);
    }
    if (pairs.length > 0) return;
    const lines = [...this.parameters].map(([name, value]) => `${name}=${value}`);
    await out.write(`${lines.length === 0 ? words.shell.noParameters : lines.join("\n")}\n`);
  }

  async #setFormat(name: string | undefined): Promise<void> {
    const { words, out } = this.around.terminal;
    const format = SHELL_FORMATS.find((candidate) => candidate === name);
    if (format !== undefined) this.#format = format;
    else if (name === undefined) await out.write(`${this.#format}\n`);
    else throw new CeyuanError("format-unknown", words.shell.noFormat(name), { hint: words.usage.allowed(SHELL_FORMATS.join(", ")) }); // biome-ignore format: one idea
  }
}
