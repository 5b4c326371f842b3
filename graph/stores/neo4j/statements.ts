import type { EdgeData, NodeData } from "../../model/graph-data.ts";
import { edgeProperties, type Ontology } from "../../schema/ontology.ts";
import { quoted } from "./database-schema.ts";
import { GRAPH, propertiesFor } from "./driver-values.ts";

/** A statement with its parameters. */
export interface Statement {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The label of each node, by its id. */
export type Labels = ReadonlyMap<string, string>;

type Floats = ReadonlyMap<string, ReadonlySet<string>>;

/** For each label and edge type, the properties that the ontology calls floats: 1 is 1.0 there. */
function floatsOf(ontology: Ontology): Floats {
  const named = (properties: ReturnType<typeof edgeProperties>): ReadonlySet<string> =>
    new Set(Object.keys(properties).filter((name) => properties[name]?.type === "float"));
  return new Map([
    ...ontology.nodes.map(({ label, properties }) => [label, named(properties)] as const),
    ...ontology.edges.map((edge) => [edge.type, named(edgeProperties(ontology, edge))] as const),
  ]);
}

function groupedBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

const NONE: ReadonlySet<string> = new Set();

/** Statements that write nodes and edges of one version of a graph; labels and types stand in them, values never. */
export class Statements {
  readonly #version: string;
  readonly #labels: Labels;
  readonly #floats: Floats;

  constructor(version: string, labels: Labels, ontology: Ontology) {
    this.#version = version;
    this.#labels = labels;
    this.#floats = floatsOf(ontology);
  }

  /** Makes nodes, or gives those that are there these properties and no others. */
  writeNodes(nodes: readonly NodeData[]): Statement[] {
    return this.#forNodes(nodes, (label) => `MERGE (n:${label} {${GRAPH}: $version, id: row.id}) SET n = row.p`);
  }

  /** Makes nodes of which none is there yet. */
  createNodes(nodes: readonly NodeData[]): Statement[] {
    return this.#forNodes(nodes, (label) => `CREATE (n:${label}) SET n = row.p`);
  }

  #forNodes(nodes: readonly NodeData[], doing: (label: string) => string): Statement[] {
    return [...groupedBy(nodes, ({ label }) => label)].map(([label, members]) => {
      const floats = this.#floats.get(label) ?? NONE;
      const rows = members.map(({ id, properties }) => ({
        id,
        p: { ...propertiesFor(properties, floats), id, [GRAPH]: this.#version },
      }));
      return this.#statement(`UNWIND $rows AS row ${doing(quoted(label))}`, rows);
    });
  }

  removeNodes(nodes: readonly NodeData[]): Statement[] {
    return [...groupedBy(nodes, ({ label }) => label)].map(([label, members]) =>
      this.#statement(
        `UNWIND $rows AS row MATCH (n:${quoted(label)} {${GRAPH}: $version, id: row}) DETACH DELETE n`,
        members.map(({ id }) => id),
      ),
    );
  }

  createEdges(edges: readonly EdgeData[]): Statement[] {
    return this.#forEdges(edges, (a, type, b) => `MATCH ${a} MATCH ${b} CREATE (a)-[r:${type}]->(b) SET r = row.p`);
  }

  changeEdges(edges: readonly EdgeData[]): Statement[] {
    return this.#forEdges(edges, (a, type, b) => `MATCH ${a}-[r:${type}]->${b} WHERE r.id = row.p.id SET r = row.p`);
  }

  removeEdges(edges: readonly EdgeData[]): Statement[] {
    return this.#forEdges(edges, (a, type, b) => `MATCH ${a}-[r:${type}]->${b} WHERE r.id = row.p.id DELETE r`);
  }

  renameEdges(renamed: readonly { readonly edge: EdgeData; readonly to: string }[]): Statement[] {
    return this.#forEdges(
      renamed.map(({ edge, to }) => ({ ...edge, properties: { to } })),
      (a, type, b) => `MATCH ${a}-[r:${type}]->${b} WHERE r.id = row.p.id SET r.id = row.p.to`,
    );
  }

  #forEdges(edges: readonly EdgeData[], doing: (a: string, type: string, b: string) => string): Statement[] {
    const labelOf = (id: string): string => this.#labels.get(id) ?? "";
    const key = ({ type, source, target }: EdgeData): string =>
      JSON.stringify([type, labelOf(source), labelOf(target)]);
    return [...groupedBy(edges, key)].map(([group, members]) => {
      const [type = "", from = "", to = ""] = JSON.parse(group) as string[];
      const floats = this.#floats.get(type) ?? NONE;
      const end = (name: string, label: string, row: string): string =>
        `(${name}:${quoted(label)} {${GRAPH}: $version, id: row.${row}})`;
      return this.#statement(
        `UNWIND $rows AS row ${doing(end("a", from, "s"), quoted(type), end("b", to, "t"))}`,
        members.map(({ id, source, target, properties }) => ({
          s: source,
          t: target,
          p: { ...propertiesFor(properties, floats), id },
        })),
      );
    });
  }

  #statement(cypher: string, rows: readonly unknown[]): Statement {
    return { cypher, parameters: { rows, version: this.#version } };
  }
}
