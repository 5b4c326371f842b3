import type { ManagedTransaction } from "neo4j-driver";
import type { EdgeData, NodeData } from "../../model/graph-data.ts";
import { loadOntology } from "../../schema/ontology.io.ts";
import type { Changes } from "../changes.ts";
import { type Labels, Statements } from "./statements.ts";

/**
 * Writes changes to one version of a graph. `others` are nodes beside those of the changes at which edges of theirs end.
 */
export async function writeChanges(
  tx: ManagedTransaction,
  version: string,
  { nodes, edges }: Changes,
  others: readonly NodeData[],
  signal?: AbortSignal,
): Promise<void> {
  const ontology = loadOntology();
  const now = [...others, ...nodes.added, ...nodes.changed];
  const labelled = (those: readonly NodeData[]): Labels => new Map(those.map(({ id, label }) => [id, label]));
  const statements = new Statements(version, labelled([...nodes.removed, ...now]), ontology);
  // A removed edge ends where its node was, which may have another label now.
  const before = new Statements(version, labelled([...now, ...nodes.removed]), ontology);
  for (const { cypher, parameters } of [
    ...before.removeEdges(edges.removed),
    ...statements.removeNodes(nodes.removed),
    ...statements.writeNodes([...nodes.added, ...nodes.changed]),
    ...statements.createEdges(edges.added),
    ...statements.changeEdges(edges.changed),
  ]) {
    signal?.throwIfAborted();
    await tx.run(cypher, parameters);
  }
}

/** Gives edges other ids, in this order: a lower number is free before it is taken. */
export async function renameEdges(
  tx: ManagedTransaction,
  version: string,
  renamed: readonly { readonly edge: EdgeData; readonly to: string }[],
  ends: readonly NodeData[],
): Promise<void> {
  const labels: Labels = new Map(ends.map(({ id, label }) => [id, label]));
  const statements = new Statements(version, labels, loadOntology());
  for (const { cypher, parameters } of statements.renameEdges(renamed)) await tx.run(cypher, parameters);
}
