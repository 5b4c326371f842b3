import type { Store } from "../graph/stores/store.ts";
import { openBuild } from "../graph/stores/workspace.io.ts";

/** Opens what `--store` names for queries: the folder of a build. */
export async function openQueryStore(target: string): Promise<Store> {
  const build = await openBuild(target);
  return await build.openStore();
}
