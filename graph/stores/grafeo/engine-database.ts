import { existsSync } from "node:fs";
import type { GrafeoDB } from "@grafeo-db/js";
import { limitRows, nameReturnItems, sumFromZero } from "../cypher/rewrite.ts";
import type { Parameters, SchemaEntry, StoreSchema, StoreStatistics } from "../store.ts";
import type { Value } from "../value.ts";
import { isNodeValue, type NodeValue } from "../value.ts";
import { EngineEditor } from "./engine-editor.ts";
import { placesOf } from "./engine-search.ts";
import { sizeOf, textOf, toValue } from "./engine-values.ts";
import { refusalOf } from "./plan-gate.ts";
import type { Answers, EngineFault, Request } from "./protocol.ts";
import { requireUniqueIds } from "./unique-ids.ts";

type Of<Op extends Request["op"]> = Extract<Request, { op: Op }>;

/** A fault that the engine's process answers with. */
export class Fault extends Error {
  readonly fault: EngineFault;

  constructor(fault: EngineFault) {
    super(fault.message);
    this.fault = fault;
  }
}

const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

interface Counted {
  readonly name: string;
  readonly count: number;
}

const byName = (counted: readonly Counted[]): Record<string, number> =>
  Object.fromEntries(
    counted
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => [name, count] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The database inside the engine's process: a saved snapshot opened for reading, or a new one being filled. */
export class EngineDatabase {
  readonly #Database: typeof GrafeoDB;
  #reader: GrafeoDB | undefined;
  #builder: GrafeoDB | undefined;
  #editor: EngineEditor | undefined;
  #built = new Map<string, number>();
  #nodeIds = new Map<number, string>();
  #passed = new Set<string>();

  constructor(Database: typeof GrafeoDB) {
    this.#Database = Database;
  }

  open(request: Of<"open">): Answers["open"] {
    // `openReadOnly` of a missing path would be an empty database.
    if (!existsSync(request.file)) throw new Fault({ message: `no such file: ${request.file}` });
    this.#reader?.close();
    this.#nodeIds = new Map();
    this.#reader = this.#Database.openReadOnly(request.file);
    return { nodes: this.#reader.nodeCount(), edges: this.#reader.edgeCount() };
  }

  async query(request: Of<"query">): Promise<Answers["query"]> {
    const db = this.#open();
    const named = sumFromZero(nameReturnItems(request.cypher));
    // The words as given first, so that a complaint's position is that of what the user wrote; then what will run.
    for (const text of new Set([request.cypher, named])) {
      if (!this.#passed.has(text)) await this.#planOf(text, request.parameters);
    }
    const result = await db.executeCypher(limitRows(named, request.rowCap + 1), request.parameters);
    const columns = result.columns;
    const rows: Value[][] = [];
    let bytes = 0;
    for (let index = 0; index < result.length && rows.length < request.rowCap; index++) {
      const raw = result.get(index);
      const row = columns.map((column) => toValue(raw[column], this.#idOf));
      bytes += sizeOf(row);
      if (bytes > request.byteCap) break;
      rows.push(row);
    }
    return { columns, rows, truncated: rows.length < result.length };
  }

  async explain(request: Of<"explain">): Promise<string> {
    await this.#planOf(request.cypher, request.parameters);
    return await this.#planOf(sumFromZero(nameReturnItems(request.cypher)), request.parameters);
  }

  /** The plan of a query that may run; throws where it may not. */
  async #planOf(text: string, parameters: Parameters): Promise<string> {
    const result = await this.#open().executeCypher(`EXPLAIN\n${text}`, parameters);
    const plan = textOf(result.scalar());
    const refusal = refusalOf(plan);
    if (refusal !== undefined) throw new Fault({ message: `refused: ${refusal.name}`, refusal });
    if (this.#passed.size >= 500) this.#passed.clear();
    this.#passed.add(text);
    return plan;
  }

  readonly #idOf = (internal: number): string => {
    let id = this.#nodeIds.get(internal);
    if (id === undefined) {
      const own = this.#open().getNode(internal)?.get("id");
      id = typeof own === "string" ? own : `#${internal}`;
      this.#nodeIds.set(internal, id);
    }
    return id;
  };

  #open(): GrafeoDB {
    if (this.#reader === undefined) throw new Fault({ message: "no database is open" });
    return this.#reader;
  }

  statistics(): StoreStatistics {
    const db = this.#open();
    const { labels, edge_types: types } = db.schema() as Record<"labels" | "edge_types", Counted[]>;
    return {
      nodes: db.nodeCount(),
      edges: db.edgeCount(),
      nodesByLabel: byName(labels),
      edgesByType: byName(types),
    };
  }

  async schema(): Promise<StoreSchema> {
    const { nodesByLabel, edgesByType } = this.statistics();
    const describe = async (counts: Readonly<Record<string, number>>, match: (name: string) => string) => {
      const entries: SchemaEntry[] = [];
      for (const [name, count] of Object.entries(counts)) {
        const result = await this.#open().executeCypher(
          `MATCH ${match(quoted(name))} UNWIND keys(x) AS key WITH DISTINCT key AS key RETURN key AS key ORDER BY key`,
        );
        entries.push({ name, count, properties: result.rows().map(([key]) => textOf(key)) });
      }
      return entries;
    };
    return {
      labels: await describe(nodesByLabel, (name) => `(x:${name})`),
      edgeTypes: await describe(edgesByType, (name) => `()-[x:${name}]->()`),
    };
  }

  async search({ search }: Of<"search">): Promise<readonly NodeValue[]> {
    const db = this.#open();
    const nodes = (await placesOf(db, search)).map((place) => db.getNode(place));
    return nodes.flatMap((node) => {
      if (node === null) return [];
      const raw = { ...node.properties(), _id: node.id, _labels: node.labels };
      const value = toValue(raw, this.#idOf);
      return isNodeValue(value) ? [value] : [];
    });
  }

  begin(): null {
    this.#builder?.close();
    this.#builder = this.#Database.create();
    this.#built = new Map();
    return null;
  }

  async nodes(request: Of<"nodes">): Promise<null> {
    const internal = await this.#building().batchCreateNodesWithProps(
      request.label,
      request.rows.map((row, index) => ({ id: request.ids[index], ...row })),
    );
    for (const [index, id] of request.ids.entries()) this.#built.set(id, internal[index] as number);
    return null;
  }

  async edges(request: Of<"edges">): Promise<null> {
    await this.#building().batchCreateEdges(
      request.rows.map(({ type, source, target, properties }) => ({
        type,
        src: this.#built.get(source) as number,
        dst: this.#built.get(target) as number,
        properties,
      })),
    );
    return null;
  }

  /** Indexes what was filled, saves it as one file and counts what a reader of that file sees. */
  async save(request: Of<"save">): Promise<Answers["save"]> {
    const db = this.#building();
    await requireUniqueIds(db, request.labels);
    db.save(request.file);
    db.close();
    this.#builder = undefined;
    this.#built = new Map();
    return this.#countsOf(request.file);
  }

  edit({ file }: Of<"edit">): null {
    this.#editor = new EngineEditor(this.#Database, file);
    return null;
  }

  async upsert({ part, dryRun }: Of<"upsert">): Promise<Answers["upsert"]> {
    return await this.#editing().upsert(part, dryRun);
  }

  async remove({ document, dryRun }: Of<"remove">): Promise<Answers["remove"]> {
    return await this.#editing().remove(document, dryRun);
  }

  /** Ends a change and checks that a reader of the file sees as much as was written. */
  finish({ file }: Of<"finish">): Answers["finish"] {
    const written = this.#editing().finish();
    this.#editor = undefined;
    const seen = this.#countsOf(file);
    if (seen.nodes !== written.nodes || seen.edges !== written.edges) {
      throw new Fault({ message: `a reader sees ${seen.nodes} nodes and ${seen.edges} edges after the change` });
    }
    return seen;
  }

  #countsOf(file: string): { nodes: number; edges: number } {
    const saved = this.#Database.openReadOnly(file);
    const counts = { nodes: saved.nodeCount(), edges: saved.edgeCount() };
    saved.close();
    return counts;
  }

  #editing(): EngineEditor {
    if (this.#editor === undefined) throw new Fault({ message: "nothing is being changed" });
    return this.#editor;
  }

  #building(): GrafeoDB {
    if (this.#builder === undefined) throw new Fault({ message: "nothing is being built" });
    return this.#builder;
  }
}
