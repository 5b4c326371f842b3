import { existsSync } from "node:fs";
import type { GrafeoDB } from "@grafeo-db/js";
import { documentToWithdraw, withdrawal } from "../../assemble/withdrawal.ts";
import type { EdgeData, EdgeType, GraphData, NodeData, NodeLabel, Properties } from "../../model/graph-data.ts";
import { type Changes, summaryOf, upsertChanges, withdrawalChanges, withdrawalSummary } from "../changes.ts";
import type { WriteSummary } from "../store.ts";
import { textOf, toValue } from "./engine-values.ts";
import { requireUniqueIds } from "./unique-ids.ts";

const CHUNK = 10_000;
/** So many edges are found sooner by the engine than by going through all of a type. */
const FEW = 200;

const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

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
 * not every writing clause of the engine's Cypher does.
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
    const { cited, renamed } = taken;
    if (dryRun) return withdrawalSummary(taken);
    const there = graph.nodes.filter(({ id }) => id === cited?.id);
    const changes = withdrawalChanges(graph, taken);
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
    for (const label of this.#names("labels")) {
      const match = `UNWIND $ids AS x MATCH (n:${quoted(label)} {id: x})`;
      for (const [place] of await this.#rows(`${match} RETURN id(n) AS place`, { ids: [...ids] })) {
        const node = this.#db.getNode(place as number);
        if (node === null) continue;
        const id = textOf(node.get("id"));
        places.nodes.set(id, node.id);
        found.push({ id, label: label as NodeLabel, properties: plain(node.properties()) });
      }
    }
    return found;
  }

  async #edgesWith(ids: ReadonlySet<string>, places: Places): Promise<EdgeData[]> {
    const found: EdgeData[] = [];
    const idOf = (place: number): string => textOf(this.#db.getNode(place)?.get("id"));
    // The engine compares every edge with every id of a list.
    const [filter, parameters] = ids.size > FEW ? ["", {}] : ["WHERE r.id IN $ids ", { ids: [...ids] }];
    for (const type of ids.size === 0 ? [] : this.#names("edge_types")) {
      const match = `MATCH ()-[r:${quoted(type)}]->() ${filter}`;
      for (const [place, id] of await this.#rows(`${match}RETURN id(r) AS place, r.id AS id`, parameters)) {
        const edge = ids.has(textOf(id)) ? this.#db.getEdge(place as number) : null;
        if (edge === null) continue;
        places.edges.set(textOf(id), edge.id);
        const [source, target] = [idOf(edge.sourceId), idOf(edge.targetId)];
        found.push({ id: textOf(id), type: type as EdgeType, source, target, properties: plain(edge.properties()) });
      }
    }
    return found;
  }

  /** As much of the graph as decides what goes with a document. */
  async #outline(document: string, places: Places): Promise<GraphData> {
    const nodes: NodeData[] = [];
    const idAt = new Map<number, string>();
    for (const label of this.#names("labels")) {
      const match = `MATCH (n:${quoted(label)})`;
      for (const [at, own, isRead] of await this.#rows(
        `${match} RETURN id(n) AS place, n.id AS id, n.ingested AS read`,
      )) {
        const [place, id] = [at as number, textOf(own)];
        idAt.set(place, id);
        places.nodes.set(id, place);
        const properties = id === document ? plain(this.#db.getNode(place)?.properties() ?? {}) : {};
        nodes.push({ id, label: label as NodeLabel, properties: { ingested: isRead !== false, ...properties } });
      }
    }
    documentToWithdraw(nodes, document);
    const edges: EdgeData[] = [];
    for (const type of this.#names("edge_types")) {
      const match = `MATCH (a)-[r:${quoted(type)}]->(b)`;
      const asked = `${match} RETURN id(r) AS place, r.id AS id, id(a) AS a, id(b) AS b, r.doc AS doc`;
      for (const [place, own, a, b, doc] of await this.#rows(asked)) {
        const id = textOf(own);
        const [source, target] = [idAt.get(a as number) ?? "", idAt.get(b as number) ?? ""];
        places.edges.set(id, place as number);
        edges.push({ id, type: type as EdgeType, source, target, properties: typeof doc === "string" ? { doc } : {} });
      }
    }
    return { nodes, edges };
  }

  /** Labels or types that occur. */
  #names(kind: "labels" | "edge_types"): string[] {
    const counted = (this.#db.schema() as Record<typeof kind, { name: string; count: number }[]>)[kind];
    return counted.filter(({ count }) => count > 0).map(({ name }) => name);
  }

  async #rows(cypher: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<unknown[][]> {
    return (await this.#db.executeCypher(cypher, parameters)).rows();
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
