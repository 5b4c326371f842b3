import { randomUUID } from "node:crypto";
import type { ManagedTransaction, Session } from "neo4j-driver";
import { CeyuanError } from "../../model/errors.ts";
import type { EdgeData, GraphData, NodeData } from "../../model/graph-data.ts";
import type { Ontology } from "../../schema/ontology.ts";
import type { LoadOptions } from "../store.ts";
import { countsOfVersion, labelsIn } from "./content.ts";
import { ensureConstraints, ensureTextIndex } from "./database-schema.ts";
import { changeRecord, type GraphRecord, lockRecord, newVersion } from "./graph-record.ts";
import { removeLeftovers } from "./leftovers.ts";
import { type Labels, type Statement, Statements } from "./statements.ts";

const BATCH = 10_000;

export interface GraphLoad extends LoadOptions {
  readonly name: string;
  readonly graph: GraphData;
  /** What names this very graph, so that a load that was killed can go on; a load without starts anew. */
  readonly build?: string | undefined;
  /** The revision of the graph that this one was made from; where that has changed by the end, nothing is switched. */
  readonly revision?: number | undefined;
  readonly ontology: Ontology;
  /** How many nodes or edges one transaction writes. */
  readonly batch?: number | undefined;
}

type Progressing = "nodes" | "edges";

export const conflict = (name: string): CeyuanError =>
  new CeyuanError("push-conflict", `另一个写入接管了图 ${name} (another load has taken the graph over)`, {
    hint: "等它结束后重试 (try again when it has ended)",
  });

/**
 * Loads a graph 载入: a new version is filled beside the one in force, batch by batch, and takes its place in one
 * transaction once it is whole. How far it has come stands in the graph's record and changes with each batch: a batch is
 * written exactly once, also where a connection broke while one was committed, and a load that was killed goes on.
 */
export async function loadGraph(session: Session, load: GraphLoad): Promise<void> {
  const { name, graph, ontology, batch: size = BATCH, signal, onProgress } = load;
  const stop = (): void => {
    if (signal?.aborted === true) throw cancelled();
  };
  stop();
  const labels: Labels = new Map(graph.nodes.map(({ id, label }) => [id, label]));
  await ensureConstraints(session, [...new Set([...ontology.nodes.map(({ label }) => label), ...labels.values()])]);
  const under = await begin(session, name, load.build ?? randomUUID());
  const statements = new Statements(under.version, labels, ontology);
  const fill = async <Item>(phase: Progressing, items: readonly Item[], write: (batch: Item[]) => Statement[]) => {
    let done = under[phase];
    onProgress?.({ phase, done, total: items.length });
    while (done < items.length) {
      stop();
      const batch = items.slice(done, done + size);
      done = await advance(session, name, under.version, phase, done, done + batch.length, write(batch));
      onProgress?.({ phase, done, total: items.length });
    }
  };
  await fill(
    "nodes",
    inOrder(graph.nodes, ({ label }) => label),
    (batch) => statements.createNodes(batch),
  );
  const key = ({ type, source, target }: EdgeData): string =>
    `${type} ${labels.get(source) ?? ""} ${labels.get(target) ?? ""}`;
  await fill("edges", inOrder(graph.edges, key), (batch) => statements.createEdges(batch));
  stop();
  onProgress?.({ phase: "save", done: 0, total: 1 });
  await session.executeWrite((tx) => takeForce(tx, load, under.version));
  await ensureTextIndex(session, ontology);
  await removeLeftovers(session, name, signal);
  onProgress?.({ phase: "save", done: 1, total: 1 });
}

/** By a key, then by id: the same on every run, so that "so many are done" says which. */
function inOrder<Item extends NodeData | EdgeData>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const keyed = items.map((item) => ({ item, by: `${key(item)}\n${item.id}` }));
  keyed.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  return keyed.map(({ item }) => item);
}

/** Begins a load, or goes on with the one of the same build that was left; what was left of another makes way. */
async function begin(session: Session, name: string, build: string): Promise<NonNullable<GraphRecord["loading"]>> {
  return await session.executeWrite(async (tx) => {
    const record = await lockRecord(tx, name);
    if (record.loading?.build === build) return record.loading;
    const version = await newVersion(tx, name);
    await changeRecord(tx, name, {
      loading: version,
      loadingBuild: build,
      loadingNodes: 0,
      loadingEdges: 0,
      leftovers: [...record.leftovers, ...(record.loading === undefined ? [] : [record.loading.version])],
    });
    return { version, build, nodes: 0, edges: 0 };
  });
}

/** Writes one batch unless it has been written; gives how many are done. */
async function advance(
  session: Session,
  name: string,
  version: string,
  phase: Progressing,
  before: number,
  after: number,
  statements: readonly Statement[],
): Promise<number> {
  return await session.executeWrite(async (tx) => {
    const { loading } = await lockRecord(tx, name);
    if (loading?.version !== version) throw conflict(name);
    if (loading[phase] !== before) return loading[phase];
    for (const { cypher, parameters } of statements) await tx.run(cypher, parameters);
    await changeRecord(tx, name, { [phase === "nodes" ? "loadingNodes" : "loadingEdges"]: after });
    return after;
  });
}

/** Makes the filled version the one in force, after counting what is in it. */
async function takeForce(
  tx: ManagedTransaction,
  { name, graph, build, revision }: GraphLoad,
  version: string,
): Promise<void> {
  const record = await lockRecord(tx, name);
  if (record.current === version) return;
  if (record.loading?.version !== version) throw conflict(name);
  if (revision !== undefined && record.revision !== revision) throw conflict(name);
  const counts = await countsOfVersion(tx, version, await labelsIn(tx));
  if (counts.nodes !== graph.nodes.length || counts.edges !== graph.edges.length) {
    throw new CeyuanError(
      "load-failed",
      `载入后数目不符，原有的图未变 (the database holds ${counts.nodes} nodes and ${counts.edges} edges, not ${graph.nodes.length} and ${graph.edges.length})`,
      { hint: "数据库可能被别的程序改动；请重试 (another program may have changed the database; try again)" },
    );
  }
  await changeRecord(tx, name, {
    current: version,
    build: build ?? null,
    revision: record.revision + 1,
    nodes: counts.nodes,
    edges: counts.edges,
    leftovers: [...record.leftovers, ...(record.current === undefined ? [] : [record.current])],
    loading: null,
    loadingBuild: null,
    loadingNodes: null,
    loadingEdges: null,
  });
}

export const cancelled = (): CeyuanError =>
  new CeyuanError("load-cancelled", "写入已取消，原有的图未变 (the write was cancelled; the graph is as it was)");
