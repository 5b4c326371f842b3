import type { NodeData } from "../../graph/model/graph-data.ts";
import type { ClausePlace, DocumentPayload, Mark } from "./api.ts";
import type { OpenBuild } from "./open-build.ts";

/** A document's text, clauses in text order and marks in text order; undefined for one that is only cited. */
export async function documentPayload(open: OpenBuild, id: string): Promise<DocumentPayload | undefined> {
  const node = open.nodes.get(id);
  const sha256 = node?.properties["sha256"];
  if (node?.label !== "Document" || typeof sha256 !== "string") return undefined;
  return {
    id,
    name: text(node, "source"),
    sha256,
    text: await open.build.source(sha256),
    clauses: clausesOf(open, id),
    marks: marksOf(open, id),
  };
}

function clausesOf(open: OpenBuild, document: string): ClausePlace[] {
  const clauses: ClausePlace[] = [];
  const waiting = [document];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const edge of open.edgesOf(at)) {
      if (edge.type !== "HAS_CLAUSE" || edge.source !== at) continue;
      const node = open.nodes.get(edge.target);
      if (node === undefined) continue;
      waiting.push(node.id);
      clauses.push({
        id: node.id,
        path: text(node, "path"),
        kind: text(node, "kind"),
        marker: text(node, "marker"),
        heading: text(node, "heading"),
        depth: number(node, "depth"),
        from: number(node, "from"),
        to: number(node, "to"),
      });
    }
  }
  return clauses.toSorted((a, b) => a.from - b.from || b.to - a.to || a.depth - b.depth);
}

function marksOf(open: OpenBuild, document: string): Mark[] {
  return open
    .edgesProvenIn(document)
    .flatMap(({ id, type, source, target, properties: { from, to } }) =>
      typeof from === "number" && typeof to === "number" ? [{ edge: id, type, source, target, from, to }] : [],
    )
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
}

const text = (node: NodeData, name: string): string => {
  const value = node.properties[name];
  return typeof value === "string" ? value : "";
};

const number = (node: NodeData, name: string): number => {
  const value = node.properties[name];
  return typeof value === "number" ? value : 0;
};
