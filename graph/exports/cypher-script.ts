import type { EdgeData, GraphData, NodeData } from "../model/graph-data.ts";
import { edgeProperties, type Ontology } from "../schema/ontology.ts";
import { quoted } from "./cypher-literals.ts";
import { forEachRow } from "./cypher-table.ts";
import { DRAWN_EDGE, DRAWN_NODE, drawn, type Positions } from "./drawn.ts";
import { byId } from "./json.ts";

type Floats = ReadonlySet<string>;

const floatsOf = (properties: Readonly<Record<string, { readonly type: string }>> = {}): Floats =>
  new Set(Object.keys(properties).filter((name) => properties[name]?.type === "float"));

const groupsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

function* nodeStatements(nodes: readonly NodeData[], ontology: Ontology): Generator<string> {
  const known = new Map<string, Floats>(
    ontology.nodes.map((type) => [type.label, floatsOf({ ...DRAWN_NODE, ...type.properties })]),
  );
  for (const [label, members] of groupsOf(nodes, (node) => node.label)) {
    const rows = members.map(({ id, properties }) => ({ ...properties, id }));
    yield* forEachRow(
      rows,
      known.get(label) ?? floatsOf(DRAWN_NODE),
      (value, map) => `MERGE (n:${quoted(label)} {id: ${value("id")}})\nSET n = ${map([])}`,
    );
  }
}

/** The ends of an edge, under names that no property has. */
const [SOURCE, TARGET] = ["source of the edge", "target of the edge"];

function* edgeStatements(
  edges: readonly EdgeData[],
  labels: ReadonlyMap<string, string>,
  ontology: Ontology,
): Generator<string> {
  const known = new Map<string, Floats>(
    ontology.edges.map((type) => [type.type, floatsOf({ ...DRAWN_EDGE, ...edgeProperties(ontology, type) })]),
  );
  const end = (id: string): string => `:${quoted(labels.get(id) ?? "")}`;
  const key = ({ type, source, target }: EdgeData): string => JSON.stringify([type, end(source), end(target)]);
  for (const [group, members] of groupsOf(edges, key)) {
    const [type = "", from = "", to = ""] = JSON.parse(group) as string[];
    const rows = members.map(({ id, source, target, properties }) => ({
      ...properties,
      id,
      [SOURCE]: source,
      [TARGET]: target,
    }));
    yield* forEachRow(rows, known.get(type) ?? floatsOf(DRAWN_EDGE), (value, map) =>
      [
        `MATCH (a${from} {id: ${value(SOURCE)}})`,
        `MATCH (b${to} {id: ${value(TARGET)}})`,
        `MERGE (a)-[r:${quoted(type)} {id: ${value("id")}}]->(b)`,
        `SET r = ${map([SOURCE, TARGET])}`,
      ].join("\n"),
    );
  }
}

/**
 * Cypher script Cypher 脚本: statements that make the graph in Neo4j 5 (`cypher-shell --file graph.cypher`), in any graph
 * database that takes the same Cypher after it, with `x`, `y` and `weight` as properties. Run twice it changes nothing; it
 * ends with what is there, to compare with the counts in the first lines. Values are literals, so no line of a document can
 * become a statement.
 */
export function* toCypherScript(graph: GraphData, ontology: Ontology, positions: Positions = {}): Generator<string> {
  const { nodes, edges } = drawn(graph, positions);
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  yield `// ceyuan 策源: ${nodes.length} nodes, ${edges.length} edges\n`;
  yield "// cypher-shell -a neo4j://localhost:7687 -u neo4j --file graph.cypher\n";
  for (const label of [...new Set(labels.values())].sort()) {
    const name = quoted(`ceyuan_script_${label.toLowerCase()}_id`);
    yield `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${quoted(label)}) REQUIRE n.id IS UNIQUE;\n`;
  }
  yield* nodeStatements([...nodes].sort(byId), ontology);
  yield* edgeStatements([...edges].sort(byId), labels, ontology);
  yield "MATCH (n) RETURN labels(n)[0] AS label, count(*) AS nodes ORDER BY label;\n";
  yield "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS edges ORDER BY type;\n";
}
