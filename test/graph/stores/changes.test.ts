import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byId } from "../../../graph/exports/json.ts";
import type { EdgeData, GraphData, NodeData } from "../../../graph/model/graph-data.ts";
import { type Changes, changesBetween, merged, sizeOfChanges } from "../../../graph/stores/changes.ts";

const properties = fc.record(
  { name: fc.constantFrom("甲", "乙"), rank: fc.constantFrom(1, 2), names: fc.constantFrom(["a"], ["a", "b"], []) },
  { requiredKeys: [] },
);

const graph: fc.Arbitrary<GraphData> = fc
  .uniqueArray(
    fc.record({ id: fc.constantFrom("a", "b", "c", "d"), label: fc.constantFrom("Agency", "Task"), properties }),
    {
      selector: ({ id }) => id,
      minLength: 1,
    },
  )
  .chain((nodes) => {
    const end = fc.constantFrom(...nodes.map(({ id }) => id));
    const edge = fc.record({
      id: fc.constantFrom("e", "f", "g"),
      type: fc.constantFrom("LEADS", "STATES"),
      source: end,
      target: end,
      properties,
    });
    return fc
      .uniqueArray(edge, { selector: ({ id }) => id })
      .map((edges) => ({ nodes: nodes as NodeData[], edges: edges as EdgeData[] }));
  });

const sorted = (those: GraphData): GraphData => ({
  nodes: [...those.nodes].sort(byId),
  edges: [...those.edges].sort(byId),
});

/** What a database does with changes, in the order in which they are written. */
function apply(before: GraphData, { nodes, edges }: Changes): GraphData {
  const edgesLeft = new Map(before.edges.map((edge) => [edge.id, edge]));
  const nodesLeft = new Map(before.nodes.map((node) => [node.id, node]));
  for (const { id } of edges.removed) edgesLeft.delete(id);
  for (const { id } of nodes.removed) {
    nodesLeft.delete(id);
    for (const edge of edgesLeft.values()) if (edge.source === id || edge.target === id) edgesLeft.delete(edge.id);
  }
  for (const node of [...nodes.added, ...nodes.changed]) nodesLeft.set(node.id, node);
  for (const edge of [...edges.added, ...edges.changed]) edgesLeft.set(edge.id, edge);
  return { nodes: [...nodesLeft.values()], edges: [...edgesLeft.values()] };
}

const sure = { seed: 20261121, numRuns: 2000 };

describe("changes between graphs", () => {
  it("turn the one into the other", () => {
    fc.assert(
      fc.property(graph, graph, (before, after) => {
        expect(sorted(apply(before, changesBetween(before, after)))).toEqual(sorted(after));
      }),
      sure,
    );
  });

  it("are none between a graph and itself, in whatever order it comes", () => {
    fc.assert(
      fc.property(graph, (same) => {
        const other = { nodes: [...same.nodes].reverse(), edges: [...same.edges].reverse() };
        expect(sizeOfChanges(changesBetween(same, other))).toBe(0);
      }),
      sure,
    );
  });

  it("of a merge only add and change", () => {
    fc.assert(
      fc.property(graph, graph, (before, added) => {
        const both = merged(before, added);
        const ids = new Set(both.nodes.map(({ id }) => id));
        expect([...before.nodes, ...added.nodes].every(({ id }) => ids.has(id))).toBe(true);
        for (const node of added.nodes) expect(both.nodes).toContainEqual(node);
        for (const edge of added.edges) expect(both.edges).toContainEqual(edge);
      }),
      sure,
    );
  });
});
