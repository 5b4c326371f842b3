import type { EdgeData, GraphData, NodeData, Properties, PropertyValue } from "../model/graph-data.ts";
import { edgeProperties, type Ontology } from "../schema/ontology.ts";
import { DRAWN_EDGE, DRAWN_NODE, drawn, type Positions } from "./drawn.ts";
import { byId } from "./json.ts";

/** Rows in a statement: few enough for the parser of a database, many enough to be quick. */
const BATCH = 100;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A text as a literal of one line: no quote ends it early, no character of control or half of one stands bare. */
const textLiteral = (text: string): string =>
  `"${text.replace(/[\\"\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return ESCAPES[char] ?? (code > 0xff_ff ? char : `\\u${code.toString(16).padStart(4, "0").toUpperCase()}`);
  })}"`;

/** A number; a float keeps its point, so that 1.0 does not become an integer. */
const numberLiteral = (value: number, isFloat: boolean): string => {
  if (Number.isSafeInteger(value) && !isFloat) return String(value);
  const text = String(value);
  return /[.e]/u.test(text) ? text : `${text}.0`;
};

const literal = (value: PropertyValue, isFloat: boolean): string => {
  if (typeof value === "string") return textLiteral(value);
  if (typeof value === "number") return numberLiteral(value, isFloat);
  if (typeof value === "boolean") return String(value);
  return `[${value.map(textLiteral).join(", ")}]`;
};

const quoted = (name: string): string => `\`${name.replaceAll("\\", "\\u005C").replaceAll("`", "``")}\``;

type Floats = ReadonlySet<string>;

const map = (id: string, properties: Properties, floats: Floats): string => {
  const entries = Object.keys(properties)
    .sort()
    .filter((key) => key !== "id")
    .map((key) => `${quoted(key)}: ${literal(properties[key] ?? "", floats.has(key))}`);
  return `{${[`id: ${textLiteral(id)}`, ...entries].join(", ")}}`;
};

const floatsOf = (properties: Readonly<Record<string, { readonly type: string }>> = {}): Floats =>
  new Set(Object.keys(properties).filter((name) => properties[name]?.type === "float"));

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}

const groupsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

const unwind = (rows: readonly string[], doing: string): string =>
  `UNWIND [\n${rows.map((row) => `  ${row}`).join(",\n")}\n] AS row\n${doing};\n`;

function* nodeStatements(nodes: readonly NodeData[], ontology: Ontology): Generator<string> {
  const known = new Map<string, Floats>(
    ontology.nodes.map((type) => [type.label, floatsOf({ ...DRAWN_NODE, ...type.properties })]),
  );
  for (const [label, members] of groupsOf(nodes, (node) => node.label)) {
    const floats = known.get(label) ?? new Set();
    for (const batch of batches(members)) {
      const rows = batch.map(({ id, properties }) => map(id, properties, floats));
      yield unwind(rows, `MERGE (n:${quoted(label)} {id: row.id})\nSET n = row`);
    }
  }
}

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
    const floats = known.get(type) ?? new Set();
    for (const batch of batches(members)) {
      const rows = batch.map(
        ({ id, source, target, properties }) =>
          `{s: ${textLiteral(source)}, t: ${textLiteral(target)}, p: ${map(id, properties, floats)}}`,
      );
      const ends = `MATCH (a${from} {id: row.s})\nMATCH (b${to} {id: row.t})`;
      yield unwind(rows, `${ends}\nMERGE (a)-[r:${quoted(type)} {id: row.p.id}]->(b)\nSET r = row.p`);
    }
  }
}

/**
 * Cypher script Cypher 脚本: statements that make the graph in Neo4j 5 (`cypher-shell --file graph.cypher`), in any graph
 * database that takes the same Cypher after it, with `x`, `y` and `weight` as properties. Run twice it changes nothing; it ends with what is there, to compare with the
 * counts in the first lines. Values are literals, so no line of a document can become a statement.
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
