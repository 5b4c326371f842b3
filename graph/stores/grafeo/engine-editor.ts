import { existsSync } from "node:fs";
import type { GrafeoDB, JsEdge } from "@grafeo-db/js";
import { documentToWithdraw, withdrawal } from "../../assemble/withdrawal.ts";
import type { EdgeData, EdgeType, GraphData, NodeData, NodeLabel, Properties } from "../../model/graph-data.ts";
import { type Changes, summaryOf, upsertChanges, withdrawalSummary } from "../changes.ts";
import type { WriteSummary } from "../store.ts";
import { textOf, toValue } from "./engine-values.ts";
import { requireUniqueIds } from "./unique-ids.ts";

const CHUNK = 10_000;

/** Where nodes and edges that a change is about stand in the database. */
interface Places {
  readonly nodes: Map<string, number>;
  readonly edges: Map<string, number>;
}

const plain = (raw: object): Properties => {
  const { id: _id, ...properties } = toValue(raw, (internal) => `#${internal}`) as Record<string, unknown>;
  return properties as Properties;
};

/**
 * Editor 增量修改: a copy of a snapshot opened for writing. Nothing but the native calls writes: they do what they say, which
 * not every writing clause of the engine's Cypher does. What is read to plan a change is read by them too.
 */
export class EngineEditor {
  readonly #db: GrafeoDB;
  readonly #file: string;

  constructor(Database: typeof GrafeoDB, file: string) {
    this.#file = file;
    this.#db = Database.open(file);
  }

  async upsert(part: GraphData, dryRun: boolean): Promise<WriteSummary> {
    const places: Places = { nodes: new Map(), edges: new Map() };
    const ids = [...part.nodes.map(({ id }) => id), ...part.edges.flatMap(({ source, target }) => [source, target])];
    const there = {
      nodes: await this.#nodesWith(new Set(ids), places),
      edges: await this.#edgesWith(new Set(part.edges.map(({ id }) => id)), places),
    };
    const changes = upsertChanges(there, part);
    if (!dryRun) await this.#write(changes, there, places);
    return summaryOf(changes);
  }

  async remove(document: string, dryRun: boolean): Promise<WriteSummary> {
    const places: Places = { nodes: new Map(), edges: new Map() };
    const graph = await this.#outline(document, places);
    const taken = withdrawal(graph, document);
    const { nodes, edges, cited, renamed } = taken;
    if (dryRun) return withdrawalSummary(taken);
    const there = graph.nodes.filter(({ id }) => id === cited?.id);
    const changes: Changes = {
      nodes: {
        added: [],
        changed: cited === undefined ? [] : [cited],
        removed: graph.nodes.filter(({ id }) => nodes.has(id)),
      },
      edges: { added: [], changed: [], removed: graph.edges.filter(({ id }) => edges.has(id)) },
    };
    await this.#write(changes, { nodes: there, edges: [] }, places);
    for (const [old, now] of renamed) this.#db.setEdgeProperty(places.edges.get(old) as number, "id", now);
    return withdrawalSummary(taken);
  }

  /** Ends the change: one file, with nothing beside it that would have to be read with it. */
  finish(): { nodes: number; edges: number } {
    const counts = { nodes: this.#db.nodeCount(), edges: this.#db.edgeCount() };
    this.#db.close();
    if (existsSync(`${this.#file}.wal`)) throw new Error("the change was not written into the file");
    return counts;
  }

  async #nodesWith(ids: ReadonlySet<string>, places: Places): Promise<NodeData[]> {
    const found: NodeData[] = [];
    const { labels } = this.#db.schema() as { labels: { name: string }[] };
    for (const { name } of labels) {
      const result = await this.#db.executeCypher(
        `UNWIND $ids AS x MATCH (n:\`${name}\` {id: x}) RETURN id(n) AS place`,
        { ids: [...ids] },
      );
      for (const [place] of result.rows()) {
        const node = this.#db.getNode(place as number);
        if (node === null) continue;
        const id = textOf(node.get("id"));
        places.nodes.set(id, node.id);
        found.push({ id, label: name as NodeLabel, properties: plain(node.properties()) });
      }
    }
    return found;
  }

  async #edgesWith(ids: ReadonlySet<string>, places: Places): Promise<EdgeData[]> {
    if (ids.size === 0) return [];
    const found: EdgeData[] = [];
    const idOf = (place: number): string => textOf(this.#db.getNode(place)?.get("id"));
    for await (const edge of this.#allEdges()) {
      const id = textOf(edge.get("id"));
      if (!ids.has(id)) continue;
      places.edges.set(id, edge.id);
      const [source, target] = [idOf(edge.sourceId), idOf(edge.targetId)];
      found.push({ id, type: edge.edgeType as EdgeType, source, target, properties: plain(edge.properties()) });
    }
    return found;
  }

  /** As much of the graph as decides what goes with a document. */
  async #outline(document: string, places: Places): Promise<GraphData> {
    const nodes: NodeData[] = [];
    const idAt = new Map<number, string>();
    for (const place of await this.#allNodes()) {
      const node = this.#db.getNode(place);
      if (node === null) continue;
      const id = textOf(node.get("id"));
      const label = node.labels[0] as NodeLabel;
      const properties: Properties =
        id === document
          ? plain(node.properties())
          : label === "Document"
            ? { ingested: node.get("ingested") !== false }
            : {};
      idAt.set(place, id);
      places.nodes.set(id, place);
      nodes.push({ id, label, properties });
    }
    documentToWithdraw(nodes, document);
    const edges: EdgeData[] = [];
    for await (const edge of this.#allEdges()) {
      const [id, doc] = [textOf(edge.get("id")), edge.get("doc")];
      places.edges.set(id, edge.id);
      edges.push({
        id,
        type: edge.edgeType as EdgeType,
        source: idAt.get(edge.sourceId) ?? "",
        target: idAt.get(edge.targetId) ?? "",
        properties: typeof doc === "string" ? { doc } : {},
      });
    }
    return { nodes, edges };
  }

  async #allNodes(): Promise<number[]> {
    const result = await this.#db.executeCypher("MATCH (n) RETURN id(n) AS place");
    return result.rows().map(([place]) => place as number);
  }

  async *#allEdges(): AsyncGenerator<JsEdge> {
    for (const place of await this.#allNodes()) {
      for (const [, edge = -1] of this.#db.getNodeEdges(place, { direction: "out" })) {
        const found = this.#db.getEdge(edge);
        if (found !== null) yield found;
      }
    }
  }

  /** Writes changes and checks that the database holds as much as it should afterwards. */
  async #write({ nodes, edges }: Changes, there: GraphData, places: Places): Promise<void> {
    const db = this.#db;
    const expected = [
      db.nodeCount() + nodes.added.length - nodes.removed.length,
      db.edgeCount() + edges.added.length - edges.removed.length,
    ];
    for (const { id } of edges.removed) db.deleteEdge(places.edges.get(id) as number);
    for (const { id } of nodes.removed) db.detachDeleteNode(places.nodes.get(id) as number);
    const before = new Map<string, Properties>(
      [...there.nodes, ...there.edges].map((item) => [item.id, item.properties]),
    );
    for (const { id, properties } of nodes.changed) {
      const place = places.nodes.get(id) as number;
      for (const key of keysGone(before.get(id), properties)) db.removeNodeProperty(place, key);
      for (const [key, value] of Object.entries(properties)) db.setNodeProperty(place, key, value);
    }
    for (const { id, properties } of edges.changed) {
      const place = places.edges.get(id) as number;
      for (const key of keysGone(before.get(id), properties)) db.removeEdgeProperty(place, key);
      for (const [key, value] of Object.entries(properties)) db.setEdgeProperty(place, key, value);
    }
    await this.#create(nodes.added, edges.added, places);
    const [nodesNow, edgesNow] = [db.nodeCount(), db.edgeCount()];
    if (nodesNow !== expected[0] || edgesNow !== expected[1]) {
      throw new Error(`the database holds ${nodesNow} nodes and ${edgesNow} edges, not ${expected.join(" and ")}`);
    }
  }

  async #create(nodes: readonly NodeData[], edges: readonly EdgeData[], places: Places): Promise<void> {
    const labels = [...new Set(nodes.map(({ label }) => label))].sort();
    await requireUniqueIds(this.#db, labels);
    for (const label of labels) {
      const members = nodes.filter((node) => node.label === label);
      for (let at = 0; at < members.length; at += CHUNK) {
        const chunk = members.slice(at, at + CHUNK);
        const made = await this.#db.batchCreateNodesWithProps(
          label,
          chunk.map(({ id, properties }) => ({ id, ...properties })),
        );
        for (const [index, { id }] of chunk.entries()) places.nodes.set(id, made[index] as number);
      }
    }
    for (let at = 0; at < edges.length; at += CHUNK) {
      await this.#db.batchCreateEdges(
        edges.slice(at, at + CHUNK).map(({ id, type, source, target, properties }) => ({
          type,
          src: places.nodes.get(source) as number,
          dst: places.nodes.get(target) as number,
          properties: { id, ...properties },
        })),
      );
    }
  }
}

const keysGone = (before: Properties = {}, after: Properties): string[] =>
  Object.keys(before).filter((key) => after[key] === undefined);
