import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphData } from "../../graph/model/graph-data.ts";
import { packageRoot } from "../../graph/package-root.io.ts";
import { loadKnowledge } from "../../ingest/knowledge/load.io.ts";
import { buildGraph, readDocument } from "../../ingest/pipeline/index.ts";

/** The graph of the bundled samples, by the real pipeline: what the queries' expectations are about. */
export function sampleLibraryGraph(): GraphData {
  const folder = join(packageRoot(), "seeds", "documents");
  const knowledge = loadKnowledge();
  const readings = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return readDocument({ name, sha256, text: new TextDecoder().decode(bytes) }, knowledge);
    });
  return buildGraph(readings, knowledge).graph;
}
