import { existsSync, rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { CeyuanError } from "../../model/errors.ts";
import type { GraphData } from "../../model/graph-data.ts";
import { checkQuery } from "../cypher/check.ts";
import { reportFindings } from "../cypher/report-findings.ts";
import { checkLoadable } from "../load-check.ts";
import type {
  LoadOptions,
  Parameters,
  QueryOptions,
  QueryResult,
  Store,
  StoreSchema,
  StoreStatistics,
} from "../store.ts";
import { EngineError, EngineGone, EngineProcess } from "./engine-process.ts";
import { fill } from "./loader.ts";
import type { Answers, Request } from "./protocol.ts";
import { cancelled, crashed, queryError, timedOut } from "./query-errors.ts";

const TIMEOUT = 30_000;
const ROW_CAP = 10_000;

export interface GrafeoOptions {
  /** No more of a result than this comes back; 32 MiB where not given. */
  readonly byteCap?: number;
  /** The engine's process ends a query that makes it grow past this; half the memory, 4 GiB at most, where not given. */
  readonly memoryLimit?: number;
}

/**
 * Grafeo store 内嵌图数据库: a snapshot in one file, read by a child process that is ended and started anew where a query
 * takes too long. Requests run one after another; the clock of a query starts when its turn comes.
 */
export class GrafeoStore implements Store {
  readonly engine = "grafeo";
  readonly #file: string;
  readonly #options: GrafeoOptions;
  #process: EngineProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  #schema: StoreSchema | undefined;

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
    await this.#turn(async () => {
      const fresh = `${this.#file}.new-${process.pid}`;
      rmSync(fresh, { force: true });
      const builder = await EngineProcess.start();
      const stop = (): void => void builder.kill();
      options.signal?.addEventListener("abort", stop, { once: true });
      try {
        options.signal?.throwIfAborted();
        const counts = await fill(builder, graph, fresh, options);
        if (counts.nodes !== graph.nodes.length || counts.edges !== graph.edges.length) {
          throw new Error(`the database holds ${counts.nodes} nodes and ${counts.edges} edges after the load`);
        }
        await this.#stop();
        await settle(fresh, this.#file);
        this.#schema = undefined;
      } catch (error) {
        rmSync(fresh, { force: true });
        throw options.signal?.aborted === true
          ? new CeyuanError(
              "load-cancelled",
              "载入已取消，原有的图未变 (the load was cancelled; the graph is as it was)",
            )
          : error instanceof CeyuanError
            ? error
            : new CeyuanError(
                "load-failed",
                `载入数据库失败，原有的图未变 (the load failed): ${(error as Error).message}`,
                {
                  cause: error,
                },
              );
      } finally {
        options.signal?.removeEventListener("abort", stop);
        await builder.kill();
      }
    });
  }

  async query(cypher: string, parameters: Parameters = {}, options: QueryOptions = {}): Promise<QueryResult> {
    const request: Request = {
      op: "query",
      cypher,
      parameters,
      rowCap: options.rowCap ?? ROW_CAP,
      byteCap: this.#options.byteCap ?? 32 * 1024 ** 2,
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
    this.#schema ??= await this.#ask<"schema">({ op: "schema" }, "");
    return this.#schema;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#stop();
  }

  /** Runs one request in its turn and ends the engine where the time is up or the caller has lost interest. */
  #ask<Op extends Request["op"]>(
    request: Extract<Request, { op: Op }>,
    cypher: string,
    { timeoutMs = TIMEOUT, signal }: QueryOptions = {},
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
    if (this.#process !== undefined && !this.#process.gone) return this.#process;
    if (!existsSync(this.#file)) {
      throw new CeyuanError("store-missing", `没有图数据库 (there is no graph database): ${this.#file}`, {
        hint: "请先运行 ceyuan build (run ceyuan build first)",
      });
    }
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
    return engine;
  }

  async #stop(): Promise<void> {
    const engine = this.#process;
    this.#process = undefined;
    await engine?.kill();
  }
}

const closedError = (): CeyuanError => new CeyuanError("store-closed", "图数据库已关闭 (the store is closed)");

/** Makes what was written last through a power cut before it takes the place of what was there. */
async function settle(fresh: string, file: string): Promise<void> {
  const handle = await open(fresh, "r+");
  await handle.sync();
  await handle.close();
  await rename(fresh, file);
}
