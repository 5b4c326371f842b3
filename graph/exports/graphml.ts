import type { EdgeData, GraphData, NodeData, PropertyValue } from "../model/graph-data.ts";
import { type Column, type ColumnType, besideOwn, captionOf, columnsOf, propertyOf, weightOf } from "./columns.ts";
import type { Positions } from "./drawn.ts";
import { byId } from "./json.ts";
import { attributes, escapeXml, nameToken } from "./xml.ts";

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "long",
  float: "double",
  boolean: "boolean",
  // GraphML has no lists: a JSON array in a text.
  strings: "string",
};

interface Key extends Column {
  readonly key: string;
}

const keysOf = (kind: "n" | "e", own: readonly Column[], properties: readonly Column[]): Key[] =>
  besideOwn(own, properties).map((column, index) => ({ ...column, key: `${kind}${index}` }));

const declare = (keys: readonly Key[], target: "node" | "edge"): string =>
  keys
    .map(
      ({ key, name, type }) =>
        `<key${attributes({ id: key, for: target, "attr.name": name, "attr.type": TYPES[type] })}/>\n`,
    )
    .join("");

const write = (value: PropertyValue): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

function data(
  item: NodeData | EdgeData,
  keys: readonly Key[],
  own: Readonly<Record<string, PropertyValue | undefined>>,
): string {
  return keys
    .flatMap((column) => {
      const { key, name } = column;
      const value = name in own ? own[name] : item.properties[propertyOf(column)];
      return value === undefined ? [] : [`<data key="${key}">${escapeXml(write(value))}</data>`];
    })
    .join("");
}

/**
 * GraphML export GraphML 导出, for yEd, Gephi, Cytoscape, igraph, NetworkX: typed keys; `identifier`, `label`, `type`, `x`, `y`
 * of nodes and `identifier`, `label`, `type`, `weight` of edges stand beside the properties. The format's own ids take no `/`
 * and no `#`: they are ours as tokens, so that the same node has the same id in every export and graphs can be joined;
 * `identifier` is ours as it is.
 */
export function* toGraphml(graph: GraphData, positions: Positions = {}): Generator<string> {
  const nodeKeys = keysOf(
    "n",
    [
      { name: "identifier", type: "string" },
      { name: "label", type: "string" },
      { name: "type", type: "string" },
      { name: "x", type: "float" },
      { name: "y", type: "float" },
    ],
    columnsOf(graph.nodes),
  );
  const edgeKeys = keysOf(
    "e",
    [
      { name: "identifier", type: "string" },
      { name: "label", type: "string" },
      { name: "type", type: "string" },
      { name: "weight", type: "float" },
    ],
    columnsOf(graph.edges),
  );
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\n';
  yield '  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield declare(nodeKeys, "node") + declare(edgeKeys, "edge");
  yield '<graph id="ceyuan" edgedefault="directed">\n';
  for (const node of [...graph.nodes].sort(byId)) {
    const [x, y] = positions[node.id] ?? [];
    const own = { identifier: node.id, label: captionOf(node), type: node.label, x, y };
    yield `<node${attributes({ id: nameToken(node.id) })}>${data(node, nodeKeys, own)}</node>\n`;
  }
  for (const edge of [...graph.edges].sort(byId)) {
    const { id, source, target, type } = edge;
    const ends = attributes({ id: nameToken(id), source: nameToken(source), target: nameToken(target) });
    const own = { identifier: id, label: type, type, weight: weightOf(edge) };
    yield `<edge${ends}>${data(edge, edgeKeys, own)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}
