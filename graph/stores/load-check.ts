import { CeyuanError } from "../model/errors.ts";
import type { EdgeData, GraphData, NodeData, PropertyValue } from "../model/graph-data.ts";

/** Names that an engine keeps for itself, or that would shadow what every node and edge has. */
const RESERVED = new Set(["id", "_id", "_labels", "_type", "_source", "_target"]);
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/u;

/** Of what cannot be stored: nothing of it has been written. */
export const invalid = (message: string): CeyuanError =>
  new CeyuanError("load-invalid", `图数据不能载入 (the graph cannot be loaded): ${message}`);

const storable = (value: PropertyValue): boolean =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every((item) => typeof item === "string"));

function checkProperties(owner: NodeData | EdgeData): void {
  for (const [key, value] of Object.entries(owner.properties)) {
    if (RESERVED.has(key)) throw invalid(`${owner.id}: 属性名 ${key} 是保留的 (property name ${key} is reserved)`);
    if (!storable(value)) throw invalid(`${owner.id}: 属性 ${key} 的值不能存储 (the value of ${key} cannot be stored)`);
  }
}

/**
 * Load check 载入检查: what a store must be able to rely on: ids are unique, edges end at nodes of the graph, properties
 * are storable. Throws `CeyuanError` (`load-invalid`) naming the first that is not.
 */
export function checkLoadable(graph: GraphData): void {
  checkPart(graph);
  checkEnds(graph.edges, new Set(graph.nodes.map(({ id }) => id)));
}

/** The same of a part of a graph, whose edges may end at nodes that are in the store. */
export function checkPart(part: GraphData): void {
  const nodes = new Set<string>();
  for (const node of part.nodes) {
    if (node.id === "") throw invalid("节点没有 id (a node without id)");
    if (nodes.has(node.id)) throw invalid(`节点 id 重复 (two nodes with one id): ${node.id}`);
    nodes.add(node.id);
    if (!NAME.test(node.label)) throw invalid(`${node.id}: 标签 ${node.label} 无效 (invalid label)`);
    checkProperties(node);
  }
  const edges = new Set<string>();
  for (const edge of part.edges) {
    if (edges.has(edge.id)) throw invalid(`边 id 重复 (two edges with one id): ${edge.id}`);
    edges.add(edge.id);
    if (!NAME.test(edge.type)) throw invalid(`${edge.id}: 类型 ${edge.type} 无效 (invalid type)`);
    checkProperties(edge);
  }
}

export function checkEnds(edges: readonly EdgeData[], nodes: ReadonlySet<string>): void {
  for (const { id, source, target } of edges) {
    for (const end of [source, target]) {
      if (!nodes.has(end)) throw invalid(`${id}: 端点 ${end} 不在图中 (its end is not a node of the graph)`);
    }
  }
}
