import type { EdgeData, GraphData, NodeData, PropertyValue } from "../model/graph-data.ts";
import { edgeProperties, type Ontology } from "../schema/ontology.ts";
import { type Column, type ColumnType, columnsOf } from "./columns.ts";
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

/** Between the elements of a list: ␟, the picture of the unit separator, which itself the import refuses. */
const BETWEEN = "␟";

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A cell; what is absent is an empty cell, an empty text is `""`. */
const cell = (value: PropertyValue | undefined): string => {
  if (value === undefined) return "";
  if (typeof value === "object") return value.length === 0 ? "" : quoted(value.join(BETWEEN));
  return typeof value === "string" ? quoted(value) : String(value);
};

const headerOf = (columns: readonly Column[]): string[] =>
  columns.map(({ name, type }) => quoted(`${name}:${TYPES[type]}`));

function* nodeLines(nodes: readonly NodeData[], columns: readonly Column[]): Generator<string> {
  yield `${["id:ID", ...headerOf(columns), ":LABEL"].join(",")}\n`;
  for (const { id, label, properties } of nodes) {
    yield `${[quoted(id), ...columns.map(({ name }) => cell(properties[name])), label].join(",")}\n`;
  }
}

function* edgeLines(edges: readonly EdgeData[], columns: readonly Column[]): Generator<string> {
  yield `${["id:string", ":START_ID", ":END_ID", ...headerOf(columns), ":TYPE"].join(",")}\n`;
  for (const { id, type, source, target, properties } of edges) {
    const cells = columns.map(({ name }) => cell(properties[name]));
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

const COMMAND = (nodes: readonly string[], edges: readonly string[]): string =>
  [
    "# 在 Neo4j 停止时运行 (run while Neo4j is stopped): neo4j-admin database import full neo4j @import.args",
    "--array-delimiter=U+241F",
    "--multiline-fields=true",
    "--ignore-empty-strings=false",
    "--id-type=string",
    "--overwrite-destination=true",
    ...nodes.map((name) => `--nodes=${name}`),
    ...edges.map((name) => `--relationships=${name}`),
    "",
  ].join("\n");

/**
 * CSV export CSV 导出 for `neo4j-admin database import`: a file for each label and edge type, with typed headers, and the
 * arguments of the import. An empty list comes back as no property; nothing else is lost.
 */
export function toNeo4jCsv(graph: GraphData, ontology: Ontology): ExportFile[] {
  const nodeTypes = new Map(ontology.nodes.map((type) => [type.label, type.properties]));
  const edgeTypes = new Map(ontology.edges.map((type) => [type.type, edgeProperties(ontology, type)]));
  const nodes = groups([...graph.nodes].sort(byId), ({ label }) => label).map(([label, members]) => ({
    name: `nodes-${label}.csv`,
    lines: nodeLines(members, columnsOf(members, nodeTypes.get(label as NodeData["label"]))),
  }));
  const edges = groups([...graph.edges].sort(byId), ({ type }) => type).map(([type, members]) => ({
    name: `edges-${type}.csv`,
    lines: edgeLines(members, columnsOf(members, edgeTypes.get(type as EdgeData["type"]))),
  }));
  const names = (files: readonly ExportFile[]): string[] => files.map(({ name }) => name);
  return [...nodes, ...edges, { name: "import.args", lines: [COMMAND(names(nodes), names(edges))] }];
}
