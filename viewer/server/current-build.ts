import { openBuild } from "../../graph/stores/workspace.io.ts";
import { type OpenBuild, openInMemory } from "./open-build.ts";

/** The build in force of a store; read into memory again when another one has taken its place. */
export function currentBuild(store: string): () => Promise<OpenBuild> {
  let opened: { readonly id: string; readonly build: Promise<OpenBuild> } | undefined;
  return async () => {
    const build = await openBuild(store);
    if (opened?.id !== build.id) opened = { id: build.id, build: openInMemory(build) };
    const { id } = opened;
    return opened.build.catch((error: unknown) => {
      if (opened?.id === id) opened = undefined;
      throw error;
    });
  };
}
