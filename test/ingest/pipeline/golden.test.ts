import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GraphData } from "../../../graph/model/graph-data.ts";
import { packageRoot } from "../../../graph/package-root.io.ts";
import { loadKnowledge } from "../../../ingest/knowledge/load.io.ts";
import { buildGraph, readDocument } from "../../../ingest/pipeline/index.ts";
import { samples } from "./samples.ts";

const folder = join(packageRoot(), "test", "ingest", "pipeline", "golden");

/** The graph as lines that a person can check: documents, clauses and tasks, then every relation with what proves it. */
function listing({ nodes, edges }: GraphData): string {
  const lines = nodes.map(({ id, label, properties }) => {
    const { title, name, heading, deadline, text, resolved } = properties;
    const said = name ?? title ?? heading ?? (label === "Target" ? text : "") ?? "";
    return `${id} ${String(said)}${deadline === undefined ? "" : ` ⏱ ${String(deadline)}`}${resolved === false ? " ?" : ""}`;
  });
  for (const { id, type, properties } of edges) {
    if (type === "HAS_CLAUSE" || type === "STATES" || type === "PART_OF") continue;
    const { mention, roleText, cue, rule, from, to } = properties;
    lines.push(
      [id, mention, roleText ?? cue, rule, from === undefined ? undefined : `${String(from)}–${String(to)}`]
        .filter((part) => part !== undefined)
        .join(" · "),
    );
  }
  return `${lines.join("\n")}\n`;
}

describe("the graph of each bundled sample", () => {
  const knowledge = loadKnowledge();
  it.each(samples.map((source) => [source.name, source] as const))(
    "%s is as in its golden file (UPDATE=1 rewrites it)",
    (name, source) => {
      const file = join(folder, name);
      const { graph } = buildGraph([readDocument(source, knowledge)], knowledge);
      const found = listing(graph);
      if (process.env["UPDATE"] === "1") {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, found);
      }
      expect(existsSync(file)).toBe(true);
      expect(found).toBe(readFileSync(file, "utf8"));
    },
  );
});
