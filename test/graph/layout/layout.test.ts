import { describe, expect, test } from "vitest";
import { computeLayout } from "../../../graph/layout/index.ts";
import { documentOwners } from "../../../graph/layout/owners.ts";
import type { EdgeData, EdgeType, GraphData, NodeData, NodeLabel } from "../../../graph/model/graph-data.ts";

const node = (id: string, label: NodeLabel): NodeData => ({ id, label, properties: {} });

const edge = (type: EdgeType, source: string, target: string): EdgeData => ({
  id: `${type}|${source}|${target}`,
  type,
  source,
  target,
  properties: {},
});

/** `documents` documents of `tasks` tasks each; every document has bodies of its own and shares `shared` of them. */
function corpus(documents: number, tasks: number, shared: number): GraphData {
  const nodes: NodeData[] = Array.from({ length: shared }, (_, n) => node(`agency/shared ${n}`, "Agency"));
  const edges: EdgeData[] = [];
  for (let d = 0; d < documents; d += 1) {
    nodes.push(node(`doc/${d}`, "Document"), node(`agency/own ${d}`, "Agency"));
    for (let t = 0; t < tasks; t += 1) {
      const clause = `clause/${d}#${t}`;
      const task = `task/${d}#${t}`;
      nodes.push(node(clause, "Clause"), node(task, "Task"));
      edges.push(edge("HAS_CLAUSE", `doc/${d}`, clause), edge("STATES", clause, task));
      edges.push(edge("LEADS", `agency/own ${d}`, task));
      if (shared > 0) edges.push(edge("PARTICIPATES_IN", `agency/shared ${(d * 7 + t) % shared}`, task));
    }
  }
  return { nodes, edges };
}

const distance = ([ax, ay]: [number, number], [bx, by]: [number, number]): number => Math.hypot(ax - bx, ay - by);

const placesOf = (layout: Record<string, [number, number]>, of: (id: string) => boolean): [number, number][] =>
  Object.entries(layout).flatMap(([id, place]) => (of(id) ? [place] : []));

describe("the layout", () => {
  test("of an empty graph is empty", () => {
    expect(computeLayout({ nodes: [], edges: [] })).toEqual({});
  });

  test("gives every node a finite place, hidden kinds and loners too", () => {
    const graph = corpus(3, 5, 2);
    const nodes = [...graph.nodes, node("doc/alone", "Document"), node("target/0#0~1", "Target")];
    const edges = [...graph.edges, edge("SETS", "task/0#0", "target/0#0~1")];
    const layout = computeLayout({ nodes, edges });
    expect(Object.keys(layout)).toHaveLength(nodes.length);
    expect(Object.values(layout).flat().every(Number.isFinite)).toBe(true);
  });

  test("is the same every time and does not depend on the order of nodes and edges", () => {
    const graph = corpus(4, 12, 6);
    const first = computeLayout(graph);
    expect(computeLayout(graph)).toEqual(first);
    expect(computeLayout({ nodes: graph.nodes.toReversed(), edges: graph.edges.toReversed() })).toEqual(first);
  });

  test("keeps drawn marks apart", () => {
    const layout = computeLayout(corpus(4, 15, 8));
    const drawn = placesOf(layout, (id) => !id.startsWith("clause/"));
    const gaps = drawn.flatMap((a, n) => drawn.slice(n + 1).map((b) => distance(a, b)));
    expect(Math.min(...gaps)).toBeGreaterThan(10);
  });

  test("sets components side by side", () => {
    const layout = computeLayout(corpus(2, 10, 0));
    const [first, second] = [0, 1].map((d) => placesOf(layout, (id) => id.includes(`/${d}`) || id.endsWith(` ${d}`)));
    const widest = (places: [number, number][] | undefined, axis: 0 | 1): [number, number] => {
      const values = (places ?? []).map((place) => place[axis]);
      return [Math.min(...values), Math.max(...values)];
    };
    const apart = ([0, 1] as const).some((axis) => {
      const [low, high] = widest(first, axis);
      const [otherLow, otherHigh] = widest(second, axis);
      return high < otherLow || otherHigh < low;
    });
    expect(apart).toBe(true);
  });

  test("lays a clause beside the task it states", () => {
    const layout = computeLayout(corpus(3, 10, 4));
    const reach = Object.keys(layout)
      .filter((id) => id.startsWith("task/"))
      .map((id) => distance(layout[id] ?? [0, 0], layout[id.replace("task", "clause")] ?? [1e9, 1e9]));
    expect(Math.max(...reach)).toBeLessThan(20);
  });

  test("arranges ten thousand nodes", { timeout: 120_000 }, () => {
    const graph = corpus(220, 22, 400);
    expect(graph.nodes.length).toBeGreaterThan(10_000);
    expect(Object.values(computeLayout(graph)).flat().every(Number.isFinite)).toBe(true);
  });
});

describe("the document that a node stands in", () => {
  const graph: GraphData = {
    nodes: [
      node("doc/a", "Document"),
      node("clause/a#1", "Clause"),
      node("clause/a#1/2", "Clause"),
      node("task/a#1/2", "Task"),
      node("target/a#1/2~1", "Target"),
      node("agency/x", "Agency"),
      node("clause/lost", "Clause"),
      node("clause/loop", "Clause"),
    ],
    edges: [
      edge("HAS_CLAUSE", "doc/a", "clause/a#1"),
      edge("HAS_CLAUSE", "clause/a#1", "clause/a#1/2"),
      edge("STATES", "clause/a#1/2", "task/a#1/2"),
      edge("SETS", "task/a#1/2", "target/a#1/2~1"),
      edge("LEADS", "agency/x", "task/a#1/2"),
      edge("HAS_CLAUSE", "clause/loop", "clause/loop"),
    ],
  };
  const owners = documentOwners(graph);

  test.each<[id: string, owner: string | undefined, why: string]>([
    ["clause/a#1", "doc/a", "a clause of the document"],
    ["clause/a#1/2", "doc/a", "a clause of a clause"],
    ["task/a#1/2", "doc/a", "a task of a clause"],
    ["target/a#1/2~1", "doc/a", "a target of a task"],
    ["agency/x", undefined, "bodies stand in no document"],
    ["doc/a", undefined, "nor does the document itself"],
    ["clause/lost", undefined, "nothing leads up from it"],
    ["clause/loop", undefined, "a circle has no end"],
  ])("%s → %s: %s", (id, owner) => {
    expect(owners.get(id)).toBe(owner);
  });
});
