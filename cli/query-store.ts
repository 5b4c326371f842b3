import type { Store } from "../graph/stores/store.ts";
import { openBuild } from "../graph/stores/workspace.io.ts";
import { withInterrupt } from "./interrupt.ts";

/** True of what is no folder but the address of a server. */
export const isAddress = (target: string): boolean => /^[a-z][a-z\d+.-]*:\/\//iu.test(target);

/** Opens what `--store` names for queries: the folder of a build, or a graph on a Neo4j server. */
export async function openQueryStore(target: string, env: NodeJS.ProcessEnv): Promise<Store> {
  if (isAddress(target)) {
    const { openNeo4jStore } = await import("../graph/stores/neo4j/open.ts");
    return await openNeo4jStore(target, env);
  }
  const build = await openBuild(target);
  return await build.openStore();
}

/** Works with what `--store` names, until Ctrl+C, and closes it. */
export async function withQueryStore<Result>(
  target: string,
  work: (store: Store, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return await withInterrupt(async (signal) => {
    const store = await openQueryStore(target, process.env);
    try {
      return await work(store, signal);
    } finally {
      await store.close();
    }
  });
}
