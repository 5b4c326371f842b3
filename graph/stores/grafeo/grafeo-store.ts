import { existsSync } from "node:fs";
import { CeyuanError } from "../../model/errors.ts";
import type { GraphData } from "../../model/graph-data.ts";
import { loadOntology } from "../../schema/ontology.io.ts";
import { summaryOf, upsertChanges } from "../changes.ts";
import { checkQuery } from "../cypher/check.ts";
import { reportFindings } from "../cypher/report-findings.ts";
import { checkLoadable, checkPart } from "../load-check.ts";
import { cancelled, crashed, queryError, timedOut } from "../query-errors.ts";
import { BYTE_CAP, QUERY_TIMEOUT_MS, ROW_CAP } from "../query-limits.ts";
import { searchFor } from "../search-rank.ts";
import type {
  LoadOptions,
  Parameters,
  QueryOptions,
  QueryResult,
  SearchOptions,
  Store,
  StoreSchema,
  StoreStatistics,
  WriteOptions,
  WriteSummary,
} from "../store.ts";
import type { NodeValue } from "../value.ts";
import { EngineError, EngineGone, EngineProcess } from "./engine-process.ts";
import { fill } from "./loader.ts";
import type { Answers, Request } from "./protocol.ts";
import { copySnapshot, discardSnapshot, identityOf, replaceSnapshot } from "./snapshot.io.ts";

const WAIT = 60_000;

export interface GrafeoOptions {
  /** No more of a result than this comes back; 32 MiB where not given. */
  readonly byteCap?: number;
  /** The engine's process ends a query that makes it grow past this; half the memory, 4 GiB at most, where not given. */
  readonly memoryLimit?: number;
  /** How long a write waits for another that writes the same graph; a minute where not given. */
  readonly waitMs?: number;
}

/**
 * Grafeo store 内嵌图数据库: a snapshot in one file, read by a child process that is ended and started anew where a query
 * takes too long. Requests run one after another; the clock of a query starts when its turn comes. A write makes another
 * snapshot in a process of its own, and queries are answered from the one there is in the meantime.
 */
export class GrafeoStore implements Store {
  readonly engine = "grafeo";
  readonly #file: string;
  readonly #options: GrafeoOptions;
  #process: EngineProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  #schema: { readonly of: string | undefined; readonly schema: StoreSchema } | undefined;
  /** The snapshot that the process reads. */
  #reading: string | undefined;
  #lastWrite: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  private constructor(file: string, options: GrafeoOptions) {
    this.#file = file;
    this.#options = options;
  }

  /** A store whose snapshot is `file`; without that file it is empty until something is loaded. */
  static at(file: string, options: GrafeoOptions = {}): GrafeoStore {
    return new GrafeoStore(file, options);
  }

  /** Opens an existing snapshot and says what is in it. Throws `store-missing`, `store-damaged`, `store-engine-missing`. */
  static async open(file: string, options: GrafeoOptions = {}): Promise<GrafeoStore> {
    const store = new GrafeoStore(file, options);
    await store.#turn(() => store.#reader());
    return store;
  }

  async load(graph: GraphData, options: LoadOptions = {}): Promise<void> {
    checkLoadable(graph);
    await this.#write(options.signal, async (builder, fresh) => {
      const counts = await fill(builder, graph, fresh, options);
      if (counts.nodes !== graph.nodes.length || counts.edges !== graph.edges.length) {
        throw new Error(`the database holds ${counts.nodes} nodes and ${counts.edges} edges after the load`);
      }
    });
  }

  async upsert(part: GraphData, { signal, dryRun = false }: WriteOptions = {}): Promise<WriteSummary> {
    checkPart(part);
    return await this.#write(signal, async (builder, fresh) => {
      if (existsSync(this.#file)) return await edit(builder, this.#file, fresh, { op: "upsert", part, dryRun });
      const summary = summaryOf(upsertChanges({ nodes: [], edges: [] }, part));
      if (!dryRun) await fill(builder, part, fresh, {});
      return summary;
    });
  }

  async removeDocument(id: string, { signal, dryRun = false }: WriteOptions = {}): Promise<WriteSummary> {
    return await this.#write(signal, async (builder, fresh) => {
      if (!existsSync(this.#file)) throw missing(this.#file);
      return await edit(builder, this.#file, fresh, { op: "remove", document: id, dryRun });
    });
  }

  /** Makes a new snapshot and puts it in the place of the old. Queries go on until that moment, and have no longer to wait. */
  async #write<Result>(
    given: AbortSignal | undefined,
    make: (builder: EngineProcess, fresh: string) => Promise<Result>,
  ): Promise<Result> {
    const signal = AbortSignal.any([this.#closing.signal, ...(given === undefined ? [] : [given])]);
    const written = this.#lastWrite.then(async () => {
      try {
        return await replaceSnapshot({
          file: this.#file,
          waitMs: this.#options.waitMs ?? WAIT,
          signal,
          make,
          switching: (swap) =>
            this.#turn(async () => {
              await this.#stop();
              await swap();
            }),
        });
      } catch (error) {
        throw this.#closed ? closedError() : writeError(error, given?.aborted === true);
      }
    });
    this.#lastWrite = written.catch(() => undefined);
    return await written;
  }

  async query(cypher: string, parameters: Parameters = {}, options: QueryOptions = {}): Promise<QueryResult> {
    const request: Request = {
      op: "query",
      cypher,
      parameters,
      rowCap: options.rowCap ?? ROW_CAP,
      byteCap: this.#options.byteCap ?? BYTE_CAP,
    };
    const warnings = reportFindings(cypher, checkQuery(cypher));
    const result = await this.#ask<"query">(request, cypher, options);
    return warnings.length === 0 ? result : { ...result, warnings };
  }

  async explain(cypher: string, parameters: Parameters = {}): Promise<string> {
    return await this.#ask<"explain">({ op: "explain", cypher, parameters }, cypher);
  }

  async statistics(): Promise<StoreStatistics> {
    return await this.#ask<"statistics">({ op: "statistics" }, "");
  }

  async schema(): Promise<StoreSchema> {
    const snapshot = identityOf(this.#file);
    if (this.#schema === undefined || this.#schema.of !== snapshot) {
      this.#schema = { of: snapshot, schema: await this.#ask<"schema">({ op: "schema" }, "") };
    }
    return this.#schema.schema;
  }

  async search(words: string, options: SearchOptions = {}): Promise<readonly NodeValue[]> {
    const search = searchFor(words, options, loadOntology());
    return search === undefined ? [] : await this.#ask<"search">({ op: "search", search }, "", options);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#closing.abort();
    await this.#stop();
    await this.#lastWrite;
  }

  /** Runs one request in its turn and ends the engine where the time is up or the caller has lost interest. */
  #ask<Op extends Request["op"]>(
    request: Extract<Request, { op: Op }>,
    cypher: string,
    { timeoutMs = QUERY_TIMEOUT_MS, signal }: QueryOptions = {},
  ): Promise<Answers[Op]> {
    return this.#turn(async () => {
      if (signal?.aborted === true) throw cancelled();
      const engine = await this.#reader();
      let reason: CeyuanError | undefined;
      const stop = (error: CeyuanError): void => {
        reason = error;
        void engine.kill();
      };
      const timer = setTimeout(() => stop(timedOut(timeoutMs)), timeoutMs);
      const abort = (): void => stop(cancelled());
      signal?.addEventListener("abort", abort, { once: true });
      try {
        return await engine.request(request);
      } catch (error) {
        if (error instanceof EngineGone) throw reason ?? (this.#closed ? closedError() : crashed());
        if (!(error instanceof EngineError)) throw error;
        if (error.fault.memory === true) await engine.kill();
        throw queryError(error.fault, cypher);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      }
    });
  }

  #turn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(() => {
      if (this.#closed) throw closedError();
      return work();
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #reader(): Promise<EngineProcess> {
    const snapshot = identityOf(this.#file);
    if (this.#process !== undefined && !this.#process.gone) {
      if (snapshot === undefined || snapshot === this.#reading) return this.#process;
      // Another store has written.
      await this.#stop();
    }
    if (snapshot === undefined) throw missing(this.#file);
    const engine = await EngineProcess.start({ memoryLimit: this.#options.memoryLimit });
    try {
      await engine.request({ op: "open", file: this.#file });
    } catch (cause) {
      await engine.kill();
      throw new CeyuanError(
        "store-damaged",
        `图数据库无法打开 (the graph database cannot be opened): ${this.#file}: ${(cause as Error).message.split("\n")[0]}`,
        { hint: "请重新运行 ceyuan build (run ceyuan build again)", cause },
      );
    }
    // Closed while the engine was starting.
    if (this.#closed) {
      await engine.kill();
      throw closedError();
    }
    this.#process = engine;
    this.#reading = snapshot;
    return engine;
  }

  async #stop(): Promise<void> {
    const engine = this.#process;
    this.#process = undefined;
    await engine?.kill();
  }
}

const closedError = (): CeyuanError => new CeyuanError("store-closed", "图数据库已关闭 (the store is closed)");

const missing = (file: string): CeyuanError =>
  new CeyuanError("store-missing", `没有图数据库 (there is no graph database): ${file}`, {
    hint: "请先运行 ceyuan build (run ceyuan build first)",
  });

/** Changes a copy of the snapshot, which is thrown away where nothing came of it. */
async function edit(
  builder: EngineProcess,
  file: string,
  fresh: string,
  request: Extract<Request, { op: "upsert" | "remove" }>,
): Promise<WriteSummary> {
  copySnapshot(file, fresh);
  await builder.request({ op: "edit", file: fresh });
  const summary = await builder.request<"upsert" | "remove">(request);
  const counts = [...Object.values<number>({ ...summary.nodes }), ...Object.values<number>({ ...summary.edges })];
  if (request.dryRun || counts.every((count) => count === 0)) {
    await builder.kill();
    discardSnapshot(fresh);
  } else await builder.request({ op: "finish", file: fresh });
  return summary;
}

function writeError(error: unknown, isCancelled: boolean): Error {
  if (isCancelled) {
    return new CeyuanError(
      "load-cancelled",
      "写入已取消，原有的图未变 (the write was cancelled; the graph is as it was)",
    );
  }
  if (error instanceof EngineError && error.fault.said !== undefined) {
    const { code, message, hint } = error.fault.said;
    return new CeyuanError(code, message, hint === undefined ? {} : { hint });
  }
  if (error instanceof CeyuanError) return error;
  const said = `写入数据库失败，原有的图未变 (the write failed; the graph is as it was): ${(error as Error).message}`;
  return new CeyuanError("load-failed", said, { cause: error });
}
