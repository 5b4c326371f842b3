import type { EdgeData, GraphData, NodeData, PropertyValue } from "../model/graph-data.ts";
import { type Column, type ColumnType, besideOwn, captionOf, columnsOf, propertyOf, weightOf } from "./columns.ts";
import type { Positions } from "./drawn.ts";
import { byId } from "./json.ts";
import { attributes } from "./xml.ts";

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "long",
  float: "double",
  boolean: "boolean",
  strings: "liststring",
};

const write = (value: PropertyValue): string =>
  typeof value === "object" ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]` : String(value);

function* declare(kind: "node" | "edge", columns: readonly Column[]): Generator<string> {
  yield `<attributes class="${kind}">\n`;
  for (const [index, { name, type }] of columns.entries()) {
    yield `<attribute${attributes({ id: index, title: name, type: TYPES[type] })}/>\n`;
  }
  yield "</attributes>\n";
}

function values(item: NodeData | EdgeData, columns: readonly Column[], own: Readonly<Record<string, string>>): string {
  const given = columns.flatMap((column, index) => {
    const value = own[column.name] ?? item.properties[propertyOf(column)];
    return value === undefined ? [] : [`<attvalue${attributes({ for: index, value: write(value) })}/>`];
  });
  return `<attvalues>${given.join("")}</attvalues>`;
}

/**
 * GEXF export GEXF 导出, version 1.3, for Gephi and its kin: every node with its label, type, place and properties, every edge
 * with its type and weight. Lists are written as Gephi reads them.
 */
export function* toGexf(graph: GraphData, positions: Positions = {}): Generator<string> {
  const own: Column[] = [{ name: "type", type: "string" }];
  const nodeColumns = besideOwn(own, columnsOf(graph.nodes));
  const edgeColumns = besideOwn(own, columnsOf(graph.edges));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '<meta><creator>ceyuan</creator></meta>\n<graph mode="static" defaultedgetype="directed">\n';
  yield* declare("node", nodeColumns);
  yield* declare("edge", edgeColumns);
  yield "<nodes>\n";
  for (const node of [...graph.nodes].sort(byId)) {
    const place = positions[node.id];
    const drawn = place === undefined ? "" : `<viz:position${attributes({ x: place[0], y: place[1], z: 0 })}/>`;
    const head = attributes({ id: node.id, label: captionOf(node) });
    yield `<node${head}>${values(node, nodeColumns, { type: node.label })}${drawn}</node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  for (const edge of [...graph.edges].sort(byId)) {
    const { id, source, target, type } = edge;
    const head = attributes({ id, source, target, type: "directed", label: type, kind: type, weight: weightOf(edge) });
    yield `<edge${head}>${values(edge, edgeColumns, { type })}</edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}
