import type { EdgeData, GraphData, NodeData } from "../../graph/model/graph-data.ts";
import type { Build, Layout } from "../../graph/stores/workspace.io.ts";

/** A build in memory, with the indexes that requests ask for. */
export interface OpenBuild {
  readonly build: Build;
  readonly graph: GraphData;
  readonly layout: Layout;
  readonly nodes: ReadonlyMap<string, NodeData>;
  /** Edges at a node, in graph order. */
  edgesOf(id: string): readonly EdgeData[];
  /** Edges whose evidence stands in a document. */
  edgesProvenIn(document: string): readonly EdgeData[];
}

export async function openInMemory(build: Build): Promise<OpenBuild> {
  const [graph, layout] = await Promise.all([build.graph(), build.layout()]);
  const atNode = new Map<string, EdgeData[]>();
  const inDocument = new Map<string, EdgeData[]>();
  for (const edge of graph.edges) {
    put(atNode, edge.source, edge);
    if (edge.target !== edge.source) put(atNode, edge.target, edge);
    const document = edge.properties["doc"];
    if (typeof document === "string") put(inDocument, document, edge);
  }
  return {
    build,
    graph,
    layout,
    nodes: new Map(graph.nodes.map((node) => [node.id, node])),
    edgesOf: (id) => atNode.get(id) ?? [],
    edgesProvenIn: (document) => inDocument.get(document) ?? [],
  };
}

function put(map: Map<string, EdgeData[]>, key: string, edge: EdgeData): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [edge]);
  else list.push(edge);
}
