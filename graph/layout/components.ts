import type { DrawnGraph } from "./drawn-graph.ts";

/** Connected components 连通分量, as lists of places in `nodes`: the largest first, equals by their first node. */
export function connectedComponents(graph: DrawnGraph): readonly (readonly number[])[] {
  const neighbours = graph.nodes.map((): number[] => []);
  for (const { source, target } of graph.links) {
    neighbours[source]?.push(target);
    neighbours[target]?.push(source);
  }
  const seen = new Uint8Array(graph.nodes.length);
  const components: number[][] = [];
  for (let start = 0; start < graph.nodes.length; start += 1) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const component = [start];
    for (let at = 0; at < component.length; at += 1) {
      for (const next of neighbours[component[at] ?? start] ?? []) {
        if (seen[next] === 1) continue;
        seen[next] = 1;
        component.push(next);
      }
    }
    components.push(component.toSorted((a, b) => a - b));
  }
  return components.toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}
