import type { EdgeData, GraphData, NodeData, PropertyValue } from "../model/graph-data.ts";
import { edgeProperties, type Ontology } from "../schema/ontology.ts";
import { type Column, type ColumnType, columnsOf } from "./columns.ts";
import { DRAWN_EDGE, DRAWN_NODE, drawn, type Positions } from "./drawn.ts";
import { byId } from "./json.ts";

export interface ExportFile {
  readonly name: string;
  readonly lines: Iterable<string>;
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "long",
  float: "double",
  boolean: "boolean",
  strings: "string[]",
};

/** What makes a stopped Neo4j import, run in the folder of the export. */
export const IMPORT_COMMAND = "neo4j-admin database import full neo4j @import.args";

/**
 * Between the elements of a list: ␟, the picture of the unit separator, which itself the import refuses; where a text of a
 * list holds it, the next that no text holds.
 */
function separatorFor({ nodes, edges }: GraphData): string {
  const listed = new Set<string>();
  for (const { properties } of [...nodes, ...edges]) {
    for (const value of Object.values(properties)) {
      if (typeof value === "object") for (const text of value) for (const char of text) listed.add(char);
    }
  }
  for (let code = 0x24_1f; ; code--) {
    const char = String.fromCodePoint(code);
    if (!listed.has(char)) return char;
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A cell; what is absent is an empty cell, an empty text is `""`. */
const cell = (value: PropertyValue | undefined, separator: string): string => {
  if (value === undefined) return "";
  if (typeof value === "object") return value.length === 0 ? "" : quoted(value.join(separator));
  return typeof value === "string" ? quoted(value) : String(value);
};

const headerOf = (columns: readonly Column[]): string[] =>
  columns.map(({ name, type }) => quoted(`${name}:${TYPES[type]}`));

function* nodeLines(nodes: readonly NodeData[], columns: readonly Column[], separator: string): Generator<string> {
  yield `${["id:ID", ...headerOf(columns), ":LABEL"].join(",")}\n`;
  for (const { id, label, properties } of nodes) {
    const cells = columns.map(({ name }) => cell(properties[name], separator));
    yield `${[quoted(id), ...cells, label].join(",")}\n`;
  }
}

function* edgeLines(edges: readonly EdgeData[], columns: readonly Column[], separator: string): Generator<string> {
  yield `${["id:string", ":START_ID", ":END_ID", ...headerOf(columns), ":TYPE"].join(",")}\n`;
  for (const { id, type, source, target, properties } of edges) {
    const cells = columns.map(({ name }) => cell(properties[name], separator));
    yield `${[quoted(id), quoted(source), quoted(target), ...cells, type].join(",")}\n`;
  }
}

const groups = <Item>(items: readonly Item[], nameOf: (item: Item) => string): [string, Item[]][] => {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = found.get(name);
    if (group === undefined) found.set(name, [item]);
    else group.push(item);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
};

const argumentsOf = (nodes: readonly string[], edges: readonly string[], separator: string): string =>
  [
    `# 在 Neo4j 停止时、在本文件夹内运行 (run in this folder while Neo4j is stopped): ${IMPORT_COMMAND}`,
    "# 库已存在时另加 --overwrite-destination，库里原有的会被删除 (where the database exists add --overwrite-destination;",
    "# what it holds is deleted)",
    `--array-delimiter=U+${separator.charCodeAt(0).toString(16).toUpperCase()}`,
    "--multiline-fields=true",
    "--ignore-empty-strings=false",
    "--id-type=string",
    ...nodes.map((name) => `--nodes=${name}`),
    ...edges.map((name) => `--relationships=${name}`),
    "",
  ].join("\n");

/**
 * CSV export CSV 导出 for `neo4j-admin database import`: a file for each label and edge type, with typed headers, and the
 * arguments of the import, with `x`, `y` and `weight` as properties. A list without any text comes back as no property;
 * nothing else is lost.
 */
export function toNeo4jCsv(given: GraphData, ontology: Ontology, positions: Positions = {}): ExportFile[] {
  const graph = drawn(given, positions);
  const separator = separatorFor(graph);
  const nodeTypes = new Map(ontology.nodes.map((type) => [type.label, { ...DRAWN_NODE, ...type.properties }]));
  const edgeTypes = new Map(
    ontology.edges.map((type) => [type.type, { ...DRAWN_EDGE, ...edgeProperties(ontology, type) }]),
  );
  const nodes = groups([...graph.nodes].sort(byId), ({ label }) => label).map(([label, members]) => ({
    name: `nodes-${label}.csv`,
    lines: nodeLines(members, columnsOf(members, nodeTypes.get(label as NodeData["label"])), separator),
  }));
  const edges = groups([...graph.edges].sort(byId), ({ type }) => type).map(([type, members]) => ({
    name: `edges-${type}.csv`,
    lines: edgeLines(members, columnsOf(members, edgeTypes.get(type as EdgeData["type"])), separator),
  }));
  const names = (files: readonly ExportFile[]): string[] => files.map(({ name }) => name);
  return [...nodes, ...edges, { name: "import.args", lines: [argumentsOf(names(nodes), names(edges), separator)] }];
}
