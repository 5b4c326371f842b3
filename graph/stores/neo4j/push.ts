import type { ManagedTransaction } from "neo4j-driver";
import type { GraphData } from "../../model/graph-data.ts";
import { loadOntology } from "../../schema/ontology.io.ts";
import { type Changes, changesBetween, merged, sizeOfChanges } from "../changes.ts";
import { checkLoadable } from "../load-check.ts";
import { writeAnnounced } from "./announced.ts";
import type { Connection } from "./connection.ts";
import { readVersion } from "./content.ts";
import { ensureConstraints, ensureTextIndex } from "./database-schema.ts";
import { changeRecord, type GraphRecord, lockRecord, readRecord } from "./graph-record.ts";
import { removeLeftovers } from "./leftovers.ts";
import { conflict, loadGraph } from "./loader.ts";
import { checkStorable } from "./storable.ts";
import { writeChanges } from "./write-changes.ts";

/** As much as one transaction writes; what is more is loaded as a new version. */
const IN_ONE = 20_000;

export interface PushRequest {
  /** The graph of the database that is written; others there are left alone. */
  readonly name: string;
  readonly graph: GraphData;
  /** Names this very graph. */
  readonly build: string;
  /** Keeps what the graph of the database has beside. */
  readonly merge?: boolean | undefined;
  /**
   * Gives the graph of an earlier build. Where it can, the graph of the database is taken to be as the last push left it
   * and is not read back.
   */
  readonly earlier?: ((build: string) => Promise<GraphData | undefined>) | undefined;
  /** How much one transaction writes: of a load, and of changes at most. */
  readonly limits?: { readonly batch: number; readonly changes: number } | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: PushPhase, done: number, total: number) => void) | undefined;
}

export type PushPhase = "compare" | "nodes" | "edges" | "save";

/** Push plan 推送计划: what a push would write, and how. */
export interface PushPlan {
  /** `changes` in one transaction, or `load` as a new version that takes the place of the old once it is whole. */
  readonly how: "nothing" | "changes" | "load";
  readonly changes: Changes;
  /** What the graph of the database is to hold. */
  readonly wanted: GraphData;
  /** True where a load that was interrupted goes on. */
  readonly resumes: boolean;
  readonly record: GraphRecord | undefined;
}

const NOTHING: GraphData = { nodes: [], edges: [] };

/** Compares the graph of the database with the one that is pushed. Reads only. */
export async function planPush(connection: Connection, request: PushRequest): Promise<PushPlan> {
  checkLoadable(request.graph);
  checkStorable(request.graph);
  const { record, there } = await connection.with("READ", (session) => session.executeRead((tx) => read(tx, request)));
  const wanted = request.merge === true ? merged(there, request.graph) : request.graph;
  const changes = changesBetween(there, wanted);
  const size = sizeOfChanges(changes);
  const how =
    record?.current === undefined || size > (request.limits?.changes ?? IN_ONE)
      ? "load"
      : size === 0
        ? "nothing"
        : "changes";
  const resumes = how === "load" && record?.loading !== undefined && record.loading.build === request.build;
  return { how, changes, wanted, resumes, record };
}

async function read(
  tx: ManagedTransaction,
  { name, earlier, onProgress, signal }: PushRequest,
): Promise<{ record: GraphRecord | undefined; there: GraphData }> {
  const record = await readRecord(tx, name);
  if (record?.current === undefined) return { record, there: NOTHING };
  const known = record.build === undefined ? undefined : await earlier?.(record.build);
  if (known !== undefined) return { record, there: known };
  const total = record.nodes + record.edges;
  onProgress?.("compare", 0, total);
  const there = await readVersion(tx, record.current, (count) => {
    signal?.throwIfAborted();
    onProgress?.("compare", Math.min(count, total), total);
  });
  onProgress?.("compare", total, total);
  return { record, there };
}

/** Does what was planned. A push that is killed leaves the graph as it was; asked for again, it goes on. */
export async function runPush(connection: Connection, request: PushRequest, plan: PushPlan): Promise<void> {
  const { name, signal, onProgress } = request;
  const build = request.merge === true ? undefined : request.build;
  signal?.throwIfAborted();
  if (plan.how === "load") {
    await connection.with("WRITE", (session) =>
      loadGraph(session, {
        name,
        graph: plan.wanted,
        build,
        revision: request.merge === true ? (plan.record?.revision ?? 0) : undefined,
        ontology: loadOntology(),
        batch: request.limits?.batch,
        signal,
        onProgress: ({ phase, done, total }) => onProgress?.(phase, done, total),
      }),
    );
  } else if (plan.how === "changes" || plan.record?.build !== build) {
    await applyChanges(connection, name, build, plan, signal);
    onProgress?.("save", 1, 1);
  }
}

/** Writes the changes in one transaction: readers see the graph before it or after it. */
async function applyChanges(
  connection: Connection,
  name: string,
  build: string | undefined,
  { changes, wanted, record }: PushPlan,
  signal: AbortSignal | undefined,
): Promise<void> {
  const ontology = loadOntology();
  const labels = [...ontology.nodes, ...changes.nodes.removed, ...wanted.nodes].map(({ label }) => label);
  await connection.with("WRITE", (session) => ensureConstraints(session, [...new Set(labels)]));
  await writeAnnounced(connection, name, async (tx, mark) => {
    const now = await lockRecord(tx, name);
    // Where the connection broke while this was committed, it has been.
    if (now.mark === mark) return false;
    if (now.revision !== record?.revision || now.current === undefined) throw conflict(name);
    await writeChanges(tx, now.current, changes, wanted.nodes, signal);
    await changeRecord(tx, name, {
      build: build ?? null,
      mark,
      revision: now.revision + 1,
      nodes: wanted.nodes.length,
      edges: wanted.edges.length,
      leftovers: [...now.leftovers, ...(now.loading === undefined ? [] : [now.loading.version])],
      loading: null,
      loadingBuild: null,
      loadingNodes: null,
      loadingEdges: null,
    });
    return true;
  });
  await connection.with("WRITE", async (session) => {
    await ensureTextIndex(session, ontology);
    await removeLeftovers(session, name, signal);
  });
}
