import type { GraphData } from "../../../../graph/model/graph-data.ts";
import { byId } from "../../../../graph/exports/json.ts";
import type { Store } from "../../../../graph/stores/store.ts";
import { isEdgeValue, isNodeValue } from "../../../../graph/stores/value.ts";
import type { WriterTask } from "../writer-task.ts";

/** How the suite gets its stores; `skip` names tests that an engine cannot pass, each with the reason. */
export interface StoreHarness {
  readonly name: string;
  /** An empty store, closed by the suite. */
  create(): Promise<Store>;
  /** What another process would see of the store now: opened anew. */
  reopen(store: Store): Promise<Store>;
  /** Where the store is, for a program that writes to it in a process of its own. */
  placeOf(store: Store): WriterTask["place"];
  dispose(): Promise<void>;
  readonly skip?: Readonly<Record<string, string>>;
}

export const countOf = async (store: Store): Promise<unknown> =>
  (await store.query("MATCH (n) RETURN count(*) AS n")).rows[0]?.[0];

/** All that a store holds. */
export async function contentOf(store: Store): Promise<GraphData> {
  const nodes = await store.query("MATCH (n) RETURN n AS n", {}, { rowCap: 100_000 });
  const edges = await store.query("MATCH ()-[r]->() RETURN r AS r", {}, { rowCap: 100_000 });
  return sorted({
    nodes: nodes.rows.flat().filter(isNodeValue) as GraphData["nodes"],
    edges: edges.rows.flat().filter(isEdgeValue) as GraphData["edges"],
  });
}

export const sorted = ({ nodes, edges }: GraphData): GraphData => ({
  nodes: [...nodes].sort(byId),
  edges: [...edges].sort(byId),
});

/** The code of the error that a refusal ends with, or that there was none. */
export const codeOf = async (refused: Promise<unknown>): Promise<unknown> =>
  await refused.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

/** Runs work with a store of its own that holds `graph`. */
export async function withStore<Result>(
  harness: StoreHarness,
  graph: GraphData,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await harness.create();
  try {
    await store.load(graph);
    return await work(store);
  } finally {
    await store.close();
  }
}
