import { existsSync } from "node:fs";
import { join } from "node:path";
import type { GraphData } from "../../model/graph-data.ts";
import { Build, readManifest } from "../workspace/build.io.ts";
import { BUILD_ID } from "../workspace/manifest.ts";

/** The graph of a build that the store directory still holds, unharmed. */
export async function graphOfBuild(store: string, id: string): Promise<GraphData | undefined> {
  const directory = join(store, "builds", id);
  if (!BUILD_ID.test(id) || !existsSync(directory)) return undefined;
  try {
    return await new Build(directory, readManifest(directory)).graph();
  } catch {
    return undefined;
  }
}
