import type { Ontology } from "../../graph/schema/ontology.ts";
import type { Parameter, QueryOptions, QueryResult, Store } from "../../graph/stores/store.ts";
import { isNodeValue } from "../../graph/stores/value.ts";
import type { Catalog, SavedQuery } from "../../queries/catalog.ts";
import { type Choice, choicesOf } from "../../queries/pickers.ts";
import { formatCsv } from "../../queries/results/csv.ts";
import { readableResult, recordsOf } from "../../queries/results/readable.ts";
import { formatXlsx } from "../../queries/results/xlsx.ts";
import { runSavedQuery } from "../../queries/run.ts";
import type { CatalogPayload, DownloadFormat, QueryPayload, QueryRequest } from "./api.ts";
import { type Body, bodyOf } from "./compressed.ts";
import type { QueryStore } from "./query-store.ts";

/** How long a query from the page may run; the command line takes more where somebody asks for it. */
const TIMEOUT = 30_000;
/** What a table on a page is good for; the file holds the rest. */
const ROWS_SHOWN = 1_000;
const ROWS_IN_FILE = 100_000;
const CHOICES = 20_000;

interface Means {
  readonly catalog: Catalog;
  readonly ontology: Ontology;
  readonly store: QueryStore;
}

/** Queries 查询 of the page: the library, its menus, and runs of saved queries and of the reader's own. */
export class Queries {
  readonly #means: Means;

  constructor(means: Means) {
    this.#means = means;
  }

  list(): CatalogPayload {
    return { queries: this.#means.catalog.queries.map(({ file: _file, expect: _expect, ...query }) => query) };
  }

  async choices(name: string, parameterName: string): Promise<readonly Choice[]> {
    const parameter = this.#means.catalog.get(name).parameters.find((known) => known.name === parameterName);
    if (parameter === undefined) return [];
    return await this.#means.store.use(async (store) =>
      choicesOf(store, parameter, { timeoutMs: TIMEOUT, rowCap: CHOICES }),
    );
  }

  async run(request: QueryRequest, signal: AbortSignal): Promise<QueryPayload> {
    const { saved, result } = await this.#run(request, { timeoutMs: TIMEOUT, rowCap: ROWS_SHOWN, signal });
    const { header, rows } = readableResult(result, saved?.columns ?? [], request.language, this.#means.ontology);
    return {
      columns: result.columns,
      header,
      rows,
      nodes: result.rows.flatMap((row, place) =>
        row.flatMap((value, column) => (isNodeValue(value) ? [[place, column, value.id] as const] : [])),
      ),
      truncated: result.truncated,
      warnings: result.warnings ?? [],
    };
  }

  /** The result as a file, whole or up to what a file may hold. */
  async download(request: QueryRequest, format: DownloadFormat, signal: AbortSignal): Promise<Body> {
    const { saved, result } = await this.#run(request, { timeoutMs: TIMEOUT, rowCap: ROWS_IN_FILE, signal });
    if (format === "json") {
      return bodyOf("application/json; charset=utf-8", `${JSON.stringify(recordsOf(result), null, 2)}\n`);
    }
    const { language } = request;
    const { header, rows } = readableResult(result, saved?.columns ?? [], language, this.#means.ontology);
    if (format === "csv") return bodyOf("text/csv; charset=utf-8", formatCsv(header, rows, true));
    const title = saved?.title[language] ?? (language === "zh" ? "查询结果" : "Result");
    return bodyOf(XLSX, Buffer.from(await formatXlsx(title, header, rows)));
  }

  async #run(
    { query, cypher, parameters }: QueryRequest,
    options: QueryOptions,
  ): Promise<{ saved: SavedQuery | undefined; result: QueryResult }> {
    const saved = query === undefined ? undefined : this.#means.catalog.get(query);
    const run = async (store: Store): Promise<QueryResult> =>
      saved === undefined
        ? store.query(cypher ?? "", asJson(parameters), options)
        : runSavedQuery(store, saved, parameters, options);
    return { saved, result: await this.#means.store.use(run) };
  }
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Without a declaration a word is what JSON makes of it (5, true, ["甲"]), and else the word itself. */
const asJson = (given: QueryRequest["parameters"]): Record<string, Parameter> =>
  Object.fromEntries(Object.entries(given).map(([name, word]) => [name, jsonOr(word)]));

function jsonOr(word: string): Parameter {
  try {
    return JSON.parse(word) as Parameter;
  } catch {
    return word;
  }
}
