import neo4j, { type Driver, type Integer } from "neo4j-driver";
import { drawn, type Positions } from "../../../graph/exports/drawn.ts";
import type { EdgeData, GraphData, PropertyValue } from "../../../graph/model/graph-data.ts";
import { edgeProperties, type Ontology } from "../../../graph/schema/ontology.ts";

/** What a database holds, each value with its type, in the order of ids. */
export interface TypedGraph {
  readonly nodes: readonly unknown[];
  readonly edges: readonly unknown[];
}

type Typed = readonly [type: "integer" | "float" | "text" | "boolean" | "list", value: unknown];
type Found = string | number | boolean | Integer | readonly string[];

const sorted = (entries: readonly (readonly [string, Typed])[]): Record<string, Typed> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

const byFirst = (items: readonly (readonly [id: string, ...rest: unknown[]])[]): readonly unknown[] =>
  [...items].sort(([a], [b]) => (a < b ? -1 : 1));

function typed(value: Found | PropertyValue, isFloat: boolean): Typed {
  if (neo4j.isInt(value)) return ["integer", value.toString()];
  if (typeof value === "string") return ["text", value];
  if (typeof value === "boolean") return ["boolean", value];
  if (typeof value !== "number") return ["list", value];
  return isFloat || !Number.isSafeInteger(value) ? ["float", value] : ["integer", String(value)];
}

/** What Neo4j holds; its driver makes numbers of floats and only of these. */
export async function graphIn(driver: Driver): Promise<TypedGraph> {
  const found = async (cypher: string) => (await driver.executeQuery(cypher)).records;
  const read = (properties: Record<string, Found>) =>
    sorted(Object.entries(properties).map(([name, value]) => [name, typed(value, true)]));
  const nodes = await found("MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS p");
  const edges = await found(
    "MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS s, b.id AS t, properties(r) AS p",
  );
  return {
    nodes: byFirst(nodes.map((row) => [row.get("id") as string, row.get("labels"), read(row.get("p") as never)])),
    edges: byFirst(
      edges.map((row) => [
        row.get("id") as string,
        row.get("type"),
        row.get("s"),
        row.get("t"),
        read(row.get("p") as never),
      ]),
    ),
  };
}

/** What it should hold of a graph, by the types of the ontology; `isKept` leaves out what a format cannot bring. */
export function expectedGraph(
  graph: GraphData,
  positions: Positions,
  ontology: Ontology,
  isKept: (value: PropertyValue) => boolean = () => true,
): TypedGraph {
  const { nodes, edges } = drawn(graph, positions);
  const types = new Map<string, ReturnType<typeof edgeProperties>>([
    ...ontology.nodes.map(({ label, properties }) => [label, properties] as const),
    ...ontology.edges.map((edge) => [edge.type, edgeProperties(ontology, edge)] as const),
  ]);
  const expected = (kind: string, { id, properties }: Pick<EdgeData, "id" | "properties">) =>
    sorted(
      Object.entries({ ...properties, id })
        .filter(([, value]) => isKept(value))
        .map(([name, value]) => {
          const isFloat = ["x", "y", "weight"].includes(name) || types.get(kind)?.[name]?.type === "float";
          return [name, typed(value, isFloat)];
        }),
    );
  return {
    nodes: byFirst(nodes.map((node) => [node.id, [node.label], expected(node.label, node)])),
    edges: byFirst(edges.map((edge) => [edge.id, edge.type, edge.source, edge.target, expected(edge.type, edge)])),
  };
}
