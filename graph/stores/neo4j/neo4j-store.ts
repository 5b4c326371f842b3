import { setTimeout as sleep } from "node:timers/promises";
import type { Plan, Transaction } from "neo4j-driver";
import { CeyuanError } from "../../model/errors.ts";
import type { GraphData } from "../../model/graph-data.ts";
import { loadOntology } from "../../schema/ontology.io.ts";
import { checkLoadable, checkPart } from "../load-check.ts";
import { cancelled, timedOut } from "../query-errors.ts";
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
import { isNodeValue, type NodeValue } from "../value.ts";
import { Connection, type Neo4jAddress } from "./connection.ts";
import { countsOfVersion, labelsIn, propertiesOfVersion } from "./content.ts";
import { upsertPart, withdrawDocument } from "./edit.ts";
import { type GraphRecord, graphNames, isCommitting, readRecord } from "./graph-record.ts";
import { loadGraph } from "./loader.ts";
import { detailsOf } from "./plan-gate.ts";
import { QueryGate } from "./query-gate.ts";
import { endsOf, plainRows, Sessions, takeRows } from "./run-query.ts";
import { isDriverError, serverError } from "./server-errors.ts";
import { checkGraphName, checkStorable } from "./storable.ts";
import { findText } from "./text-search.ts";

/** How often a query begins anew where the graph was replaced, or the cluster moved, while it ran. */
const ATTEMPTS = 4;
/** How long a query waits before it looks again whether a commit is over, in milliseconds. */
const COMMIT_PAUSE = 20;

export const DEFAULT_GRAPH = "default";

/**
 * Neo4j store: one graph of a Neo4j database, which may hold several that are kept apart. Queries see that graph alone, in
 * one state of it: where it is replaced while a query runs, the query runs again.
 */
export class Neo4jStore implements Store {
  readonly engine = "neo4j";
  readonly graph: string;
  readonly #connection: Connection;
  readonly #gate = new QueryGate();
  #closed = false;

  private constructor(connection: Connection, graph: string) {
    this.#connection = connection;
    this.graph = graph;
  }

  /** Opens a graph that is there. Throws `store-missing` where it is not, and whatever connecting throws. */
  static async open(address: Neo4jAddress, graph: string = DEFAULT_GRAPH): Promise<Neo4jStore> {
    const store = await Neo4jStore.at(address, graph);
    try {
      const { record, names } = await store.#read({}, async (sessions) =>
        sessions.read(QUERY_TIMEOUT_MS, async (tx) => ({
          record: await readRecord(tx, graph),
          names: await graphNames(tx),
        })),
      );
      if (record?.current !== undefined) return store;
      const others = names.length === 0 ? "" : `；有 (there are): ${names.join("、")}`;
      throw new CeyuanError("store-missing", `数据库中没有图 ${graph} (the database has no such graph)${others}`, {
        hint: "请先运行 ceyuan push (run ceyuan push first)",
      });
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** A graph that may yet have to be loaded; empty until then. */
  static async at(address: Neo4jAddress, graph: string = DEFAULT_GRAPH): Promise<Neo4jStore> {
    checkGraphName(graph);
    return new Neo4jStore(await Connection.open(address), graph);
  }

  async load(graph: GraphData, options: LoadOptions = {}): Promise<void> {
    this.#mustBeOpen();
    checkLoadable(graph);
    checkStorable(graph);
    await this.#connection.with("WRITE", (session) =>
      loadGraph(session, { ...options, name: this.graph, graph, ontology: loadOntology() }),
    );
  }

  async upsert(part: GraphData, options: WriteOptions = {}): Promise<WriteSummary> {
    this.#mustBeOpen();
    checkPart(part);
    checkStorable(part);
    return await upsertPart(this.#connection, this.graph, part, options);
  }

  async removeDocument(id: string, options: WriteOptions = {}): Promise<WriteSummary> {
    this.#mustBeOpen();
    return await withdrawDocument(this.#connection, this.graph, id, options);
  }

  async query(cypher: string, parameters: Parameters = {}, options: QueryOptions = {}): Promise<QueryResult> {
    const caps = { rows: options.rowCap ?? ROW_CAP, bytes: BYTE_CAP };
    return await this.#consistently(options, async (tx, version, timeoutMs) => {
      const sent = { cypher, timeoutMs, address: this.#connection.address };
      const scoped = await this.#gate.pass(tx, sent);
      const taken = await takeRows(tx, scoped, parameters, version, caps, sent);
      return async (after) => plainRows(taken, await endsOf(after, taken.rows), caps.bytes);
    });
  }

  // oxlint-disable-next-line no-unused-vars -- the server plans without them
  async explain(cypher: string, _parameters: Parameters = {}): Promise<string> {
    const words = cypher.replace(/^\s*EXPLAIN\s/iu, "");
    return await this.#read({}, async (sessions, timeoutMs) =>
      sessions.read(timeoutMs, async (tx) => {
        const { plan } = await this.#gate.plan(tx, { cypher: words, timeoutMs, address: this.#connection.address });
        return planText(plan);
      }),
    );
  }

  async search(words: string, options: SearchOptions = {}): Promise<readonly NodeValue[]> {
    const search = searchFor(words, options, loadOntology());
    if (search === undefined) return [];
    return await this.#consistently(options, async (tx, version) => {
      const rows = (await findText(tx, version, search)).map((node) => [node]);
      const { rows: plain } = plainRows({ columns: ["n"], rows, truncated: false }, (id) => id, BYTE_CAP);
      return () => Promise.resolve(plain.flat().filter(isNodeValue));
    });
  }

  async statistics(): Promise<StoreStatistics> {
    return await this.#consistently({}, async (tx, version) => {
      const counts = await countsOfVersion(tx, version, await labelsIn(tx));
      return () => Promise.resolve(counts);
    });
  }

  async schema(): Promise<StoreSchema> {
    return await this.#consistently({}, async (tx, version) => {
      const schema = await propertiesOfVersion(tx, version);
      return () => Promise.resolve(schema);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#connection.close();
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new CeyuanError("store-closed", "图数据库已关闭 (the store is closed)");
  }

  /**
   * Reads one state of the graph: `ask` reads, what it gives back finishes the answer in a later transaction, in which the
   * record must still say what it said before.
   */
  async #consistently<Result>(
    options: QueryOptions,
    ask: (tx: Transaction, version: string, timeoutMs: number) => Promise<(after: Transaction) => Promise<Result>>,
  ): Promise<Result> {
    return await this.#read(options, async (sessions, timeoutMs) => {
      for (let attempt = 1; ; attempt++) {
        try {
          const [before, finish] = await sessions.read(timeoutMs, async (tx) => {
            const record = await readRecord(tx, this.graph);
            if (await isCommitting(tx, this.graph)) return [];
            return [record, await ask(tx, record?.current ?? "", timeoutMs)] as const;
          });
          const result = await sessions.read(timeoutMs, async (tx) => {
            const finished = await finish?.(tx);
            // In this order, and before the query in the other: so no commit goes by unseen.
            if (finish === undefined || (await isCommitting(tx, this.graph))) return "committing";
            return isSameState(before, await readRecord(tx, this.graph)) ? { finished: finished as Result } : "changed";
          });
          if (typeof result === "object") return result.finished;
          if (result === "committing") {
            // Over in a moment, and no reason to give up.
            attempt--;
            await sleep(COMMIT_PAUSE);
          } else if (attempt === ATTEMPTS) throw changing(this.graph);
        } catch (error) {
          const isPassing = isDriverError(error) && error.retriable === true && !/OutOfMemory/u.test(error.code);
          if (!isPassing || attempt === ATTEMPTS) throw error;
        }
      }
    });
  }

  /** Runs work that only reads, and ends it where the time is up or the caller has lost interest. */
  async #read<Result>(
    { timeoutMs = QUERY_TIMEOUT_MS, signal }: QueryOptions,
    work: (sessions: Sessions, timeoutMs: number) => Promise<Result>,
  ): Promise<Result> {
    this.#mustBeOpen();
    if (signal?.aborted === true) throw cancelled();
    const sessions = new Sessions(() => this.#connection.session("READ"));
    let stop: (reason: CeyuanError) => void = () => undefined;
    const stopped = new Promise<never>((_, reject) => {
      stop = reject;
    });
    const timer = setTimeout(() => stop(timedOut(timeoutMs)), timeoutMs);
    const abort = (): void => stop(cancelled());
    signal?.addEventListener("abort", abort, { once: true });
    const working = work(sessions, timeoutMs);
    working.catch(() => undefined);
    try {
      return await Promise.race([working, stopped]);
    } catch (error) {
      this.#mustBeOpen();
      throw isDriverError(error) ? serverError(error, this.#connection.address) : error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      sessions.end();
    }
  }
}

const isSameState = (a: GraphRecord | undefined, b: GraphRecord | undefined): boolean =>
  a?.current === b?.current && a?.revision === b?.revision;

const changing = (graph: string): CeyuanError =>
  new CeyuanError("query-failed", `图 ${graph} 正在被反复替换 (the graph is being replaced again and again)`, {
    hint: "请稍后重试 (try again later)",
  });

function planText(plan: Plan, depth = 0): string {
  const own = `${"  ".repeat(depth)}${plan.operatorType.replace(/@.*$/u, "")} ${detailsOf(plan)}`.trimEnd();
  return [own, ...plan.children.map((child) => planText(child, depth + 1))].join("\n");
}
