import graphology from "graphology";
import type { EdgeData, EdgeType, GraphData, NodeData, NodeLabel, Properties } from "../model/graph-data.ts";
import { IdRegister } from "../model/ids.ts";
import type { ResolvedFact } from "../model/resolved-fact.ts";

export interface NodeAttributes {
  label: NodeLabel;
  properties: Properties;
}

export interface EdgeAttributes {
  type: EdgeType;
  properties: Properties;
}

/** PolicyGraph 政策图: graphology's directed multigraph, typed; nodes and edges named as in the ontology. */
export type PolicyGraph = graphology.MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/**
 * Assemble 组图: nodes and facts to one graph. Edge ids are `<TYPE>|<source>|<target>`, then `~n` in text order. A fact
 * whose ends are not both among the nodes is a defect of resolution and throws.
 */
export function assemble(nodes: readonly NodeData[], facts: readonly ResolvedFact[]): PolicyGraph {
  const graph: PolicyGraph = new graphology.MultiDirectedGraph();
  for (const { id, label, properties } of nodes) graph.addNode(id, { label, properties });
  const ids = new IdRegister();
  for (const fact of [...facts].sort(inTextOrder)) {
    const id = ids.take(`${fact.type}|${fact.source}|${fact.target}`);
    graph.addDirectedEdgeWithKey(id, fact.source, fact.target, { type: fact.type, properties: fact.properties });
  }
  return graph;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function inTextOrder(a: ResolvedFact, b: ResolvedFact): number {
  return (
    a.order[0] - b.order[0] ||
    a.order[1] - b.order[1] ||
    compare(a.type, b.type) ||
    compare(a.source, b.source) ||
    compare(a.target, b.target)
  );
}

/** The graph as plain data, sorted by id: what exports, stores and viewer take. */
export function toGraphData(graph: PolicyGraph): GraphData {
  const nodes: NodeData[] = graph.mapNodes((id, { label, properties }) => ({ id, label, properties }));
  const edges: EdgeData[] = graph.mapEdges((id, { type, properties }, source, target) => ({
    id,
    type,
    source,
    target,
    properties,
  }));
  return {
    nodes: nodes.sort((a, b) => compare(a.id, b.id)),
    edges: edges.sort((a, b) => compare(a.id, b.id)),
  };
}
