import type { ManagedTransaction } from "neo4j-driver";
import { withdrawal } from "../../assemble/withdrawal.ts";
import { CeyuanError } from "../../model/errors.ts";
import type { EdgeData, GraphData, NodeData } from "../../model/graph-data.ts";
import { loadOntology } from "../../schema/ontology.io.ts";
import {
  type Changes,
  sizeOfChanges,
  summaryOf,
  upsertChanges,
  withdrawalChanges,
  withdrawalSummary,
} from "../changes.ts";
import type { WriteOptions, WriteSummary } from "../store.ts";
import { writeAnnounced } from "./announced.ts";
import type { Connection } from "./connection.ts";
import { readCounterparts, readOutline } from "./content.ts";
import { ensureConstraints, ensureTextIndex } from "./database-schema.ts";
import { changeRecord, lockRecord, newVersion, readRecord } from "./graph-record.ts";
import { cancelled } from "./loader.ts";
import { renameEdges, writeChanges } from "./write-changes.ts";

/** What an edit comes to, once it is known what is there. */
interface Plan {
  readonly changes: Changes;
  /** Nodes at which edges of the changes end. */
  readonly ends: readonly NodeData[];
  /** Edges that get another id. */
  readonly renamed?: readonly { readonly edge: EdgeData; readonly to: string }[];
  readonly summary: WriteSummary;
}

type Planning = (tx: ManagedTransaction, version: string | undefined) => Promise<Plan>;

/** Adds to a graph and gives what is there other properties, in one transaction. */
export async function upsertPart(
  connection: Connection,
  name: string,
  part: GraphData,
  options: WriteOptions,
): Promise<WriteSummary> {
  const labels = [...loadOntology().nodes, ...part.nodes].map(({ label }) => label);
  if (options.dryRun !== true) {
    await connection.with("WRITE", (session) => ensureConstraints(session, [...new Set(labels)]));
  }
  return await edit(connection, name, options, async (tx, version) => {
    const there = version === undefined ? { nodes: [], edges: [] } : await readCounterparts(tx, version, part);
    const changes = upsertChanges(there, part);
    return { changes, ends: [...there.nodes, ...part.nodes], summary: summaryOf(changes) };
  });
}

/** Takes a document out of a graph, in one transaction. */
export async function withdrawDocument(
  connection: Connection,
  name: string,
  document: string,
  options: WriteOptions,
): Promise<WriteSummary> {
  return await edit(connection, name, options, async (tx, version) => {
    if (version === undefined) {
      throw new CeyuanError("store-missing", `数据库中没有图 ${name} (the database has no such graph)`);
    }
    const graph = await readOutline(tx, version, document);
    const taken = withdrawal(graph, document);
    const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
    return {
      changes: withdrawalChanges(graph, taken),
      ends: graph.nodes,
      renamed: [...taken.renamed].map(([from, to]) => ({ edge: edges.get(from) as EdgeData, to })),
      summary: withdrawalSummary(taken),
    };
  });
}

/**
 * Edits a graph 增量修改. The transaction holds the graph's record from its beginning: nobody else writes between what is
 * read and what is written, so that no change is lost and none has to be made twice. The driver tries again where the
 * server gave one of two writers up; a commit that the connection broke upon is known by its mark.
 */
async function edit(
  connection: Connection,
  name: string,
  { signal, dryRun }: WriteOptions,
  plan: Planning,
): Promise<WriteSummary> {
  const stop = (): void => {
    if (signal?.aborted === true) throw cancelled();
  };
  stop();
  if (dryRun === true) {
    return await connection.with("READ", (session) =>
      session.executeRead(async (tx) => (await plan(tx, (await readRecord(tx, name))?.current)).summary),
    );
  }
  let planned: Plan | undefined;
  await writeAnnounced(connection, name, async (tx, mark) => {
    const record = await lockRecord(tx, name);
    if (planned !== undefined && record.mark === mark) return false;
    stop();
    planned = await plan(tx, record.current);
    const { changes, ends, renamed = [], summary } = planned;
    if (sizeOfChanges(changes) === 0 && record.current !== undefined) return false;
    stop();
    const version = record.current ?? (await newVersion(tx, name));
    await writeChanges(tx, version, changes, ends, signal);
    await renameEdges(tx, version, renamed, ends);
    stop();
    await changeRecord(tx, name, {
      current: version,
      build: null,
      mark,
      revision: record.revision + 1,
      nodes: record.nodes + summary.nodes.added - summary.nodes.removed,
      edges: record.edges + summary.edges.added - summary.edges.removed,
    });
    return true;
  });
  await connection.with("WRITE", (session) => ensureTextIndex(session, loadOntology()));
  return (planned as unknown as Plan).summary;
}
