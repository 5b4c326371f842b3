import neo4j, { type ManagedTransaction, type Record as NeoRecord, type Transaction } from "neo4j-driver";
import type { EdgeData, EdgeType, GraphData, NodeData, NodeLabel, Properties } from "../../model/graph-data.ts";
import type { SchemaEntry, StoreSchema, StoreStatistics } from "../store.ts";
import { quoted } from "./database-schema.ts";
import { GRAPH, toValue } from "./driver-values.ts";

type Running = ManagedTransaction | Transaction;

const plain = (raw: unknown): Properties => {
  const { id: _id, [GRAPH]: _graph, ...properties } = toValue(raw, (id) => id) as Record<string, unknown>;
  return properties as Properties;
};

const numberOf = (value: unknown): number => (neo4j.isInt(value) ? value.toNumber() : 0);

/** The labels that occur in the database, of whatever graph. */
export async function labelsIn(tx: Running): Promise<string[]> {
  const { records } = await tx.run("CALL db.labels() YIELD label RETURN label AS label ORDER BY label");
  return records.map((record) => String(record.get("label")));
}

const inVersion = (label: string, name = "n"): string => `(${name}:${quoted(label)} {${GRAPH}: $version})`;

/** Counts what a version of a graph holds, label by label and type by type. */
export async function countsOfVersion(
  tx: Running,
  version: string,
  labels: readonly string[],
): Promise<StoreStatistics> {
  const nodesByLabel: [string, number][] = [];
  const types = new Map<string, number>();
  for (const label of labels) {
    const counted = await tx.run(`MATCH ${inVersion(label)} RETURN count(*) AS n`, { version });
    const nodes = numberOf(counted.records[0]?.get("n"));
    if (nodes === 0) continue;
    nodesByLabel.push([label, nodes]);
    const { records } = await tx.run(`MATCH ${inVersion(label)}-[r]->() RETURN type(r) AS type, count(*) AS n`, {
      version,
    });
    for (const record of records) {
      const type = String(record.get("type"));
      types.set(type, (types.get(type) ?? 0) + numberOf(record.get("n")));
    }
  }
  const edgesByType = [...types].sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = (counts: readonly (readonly [string, number])[]): number => counts.reduce((all, [, n]) => all + n, 0);
  return {
    nodes: sum(nodesByLabel),
    edges: sum(edgesByType),
    nodesByLabel: Object.fromEntries(nodesByLabel),
    edgesByType: Object.fromEntries(edgesByType),
  };
}

const EDGE = "RETURN n.id AS s, m.id AS t, type(r) AS type, r.id AS id, properties(r) AS p";

const edgeIn = (record: NeoRecord): EdgeData => ({
  id: String(record.get("id")),
  type: String(record.get("type")) as EdgeType,
  source: String(record.get("s")),
  target: String(record.get("t")),
  properties: plain(record.get("p")),
});

/** Reads a whole version of a graph back; `onRead` hears how many nodes and edges have come. */
export async function readVersion(tx: Running, version: string, onRead?: (count: number) => void): Promise<GraphData> {
  const nodes: NodeData[] = [];
  const edges: EdgeData[] = [];
  const tell = (): void => {
    if ((nodes.length + edges.length) % 5000 === 0) onRead?.(nodes.length + edges.length);
  };
  const labels = await labelsIn(tx);
  for (const label of labels) {
    const result = tx.run(`MATCH ${inVersion(label)} RETURN n.id AS id, properties(n) AS p`, { version });
    for await (const record of result) {
      const id = String(record.get("id"));
      nodes.push({ id, label: label as NodeLabel, properties: plain(record.get("p")) });
      tell();
    }
  }
  for (const label of labels) {
    const result = tx.run(`MATCH ${inVersion(label)}-[r]->(m) ${EDGE}`, { version });
    for await (const record of result) {
      edges.push(edgeIn(record));
      tell();
    }
  }
  return { nodes, edges };
}

/**
 * What a version of a graph has with the ids of a part: its nodes, those at which its edges end, and its edges. An edge is
 * looked for among all, since nothing else says that its id is not taken by one with other ends.
 */
export async function readCounterparts(tx: Running, version: string, part: GraphData): Promise<GraphData> {
  const nodes: NodeData[] = [];
  const edges: EdgeData[] = [];
  const labels = await labelsIn(tx);
  const ends = part.edges.flatMap(({ source, target }) => [source, target]);
  const ids = [...new Set([...part.nodes.map(({ id }) => id), ...ends])];
  for (const label of labels) {
    const { records } = await tx.run(
      `UNWIND $ids AS id MATCH (n:${quoted(label)} {${GRAPH}: $version, id: id}) RETURN properties(n) AS p, id AS id`,
      { version, ids },
    );
    for (const record of records) {
      const id = String(record.get("id"));
      nodes.push({ id, label: label as NodeLabel, properties: plain(record.get("p")) });
    }
  }
  if (part.edges.length === 0) return { nodes, edges };
  const edgeIds = part.edges.map(({ id }) => id);
  for (const label of labels) {
    const { records } = await tx.run(`MATCH ${inVersion(label)}-[r]->(m) WHERE r.id IN $edgeIds ${EDGE}`, {
      version,
      edgeIds,
    });
    for (const record of records) edges.push(edgeIn(record));
  }
  return { nodes, edges };
}

/** As much of a version as decides what goes with a document (`graph/assemble/withdrawal.ts`). */
export async function readOutline(tx: Running, version: string, document: string): Promise<GraphData> {
  const nodes: NodeData[] = [];
  const edges: EdgeData[] = [];
  const labels = await labelsIn(tx);
  for (const label of labels) {
    const result = tx.run(
      `MATCH ${inVersion(label)} RETURN n.id AS id, n.ingested AS read, CASE n.id WHEN $document THEN properties(n) END AS p`,
      { version, document },
    );
    for await (const record of result) {
      const id = String(record.get("id"));
      const whole = id === document ? plain(record.get("p")) : {};
      nodes.push({ id, label: label as NodeLabel, properties: { ingested: record.get("read") !== false, ...whole } });
    }
  }
  for (const label of labels) {
    const asked = `MATCH ${inVersion(label)}-[r]->(m) RETURN n.id AS s, m.id AS t, type(r) AS type, r.id AS id, r.doc AS doc`;
    for await (const record of tx.run(asked, { version })) {
      const doc: unknown = record.get("doc");
      edges.push({
        id: String(record.get("id")),
        type: String(record.get("type")) as EdgeType,
        source: String(record.get("s")),
        target: String(record.get("t")),
        properties: typeof doc === "string" ? { doc } : {},
      });
    }
  }
  return { nodes, edges };
}

/** The labels and types of a version of a graph with their counts and the properties that occur. */
export async function propertiesOfVersion(tx: Running, version: string): Promise<StoreSchema> {
  const { nodesByLabel, edgesByType } = await countsOfVersion(tx, version, await labelsIn(tx));
  const byType = new Map<string, Set<string>>();
  const labels: SchemaEntry[] = [];
  for (const [name, count] of Object.entries(nodesByLabel)) {
    const own = await tx.run(`MATCH ${inVersion(name)} UNWIND keys(n) AS key RETURN DISTINCT key AS key`, { version });
    const properties = own.records.map((record) => String(record.get("key"))).filter((key) => key !== GRAPH);
    labels.push({ name, count, properties: properties.sort() });
    const edges = await tx.run(
      `MATCH ${inVersion(name)}-[r]->() UNWIND keys(r) AS key RETURN DISTINCT type(r) AS type, key AS key`,
      { version },
    );
    for (const record of edges.records) {
      const type = String(record.get("type"));
      byType.set(type, (byType.get(type) ?? new Set()).add(String(record.get("key"))));
    }
  }
  const edgeTypes = Object.entries(edgesByType).map(([name, count]) => ({
    name,
    count,
    properties: [...(byType.get(name) ?? [])].sort(),
  }));
  return { labels, edgeTypes };
}
