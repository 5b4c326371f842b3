import type { NodeLabel } from "../../../graph/model/graph-data.ts";
import type { NetworkNode } from "../../server/api.ts";

const text = (node: NetworkNode, property: string): string | undefined => {
  const value = node.properties[property];
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** What stands after the label in an id, for things without a name of their own. */
const tail = (id: string): string => id.slice(id.indexOf("/") + 1);

/** The document's title without the office wording around it: what a 通知 encloses is what readers know it by. */
const documentName = (node: NetworkNode): string =>
  text(node, "title") ?? text(node, "number") ?? text(node, "source") ?? tail(node.id);

const NAMES: Readonly<Record<NodeLabel, (node: NetworkNode) => string | undefined>> = {
  Document: documentName,
  Article: (node) => `${tail(node.id).split("#")[0] ?? ""} ${text(node, "label") ?? ""}`.trim(),
  Clause: (node) => text(node, "heading") ?? text(node, "path"),
  Task: (node) => text(node, "title"),
  Target: (node) => text(node, "metric"),
  Agency: (node) => text(node, "name"),
  Leader: (node) => text(node, "name"),
};

/** Display name 名称 of a thing, whole. */
export const nameOf = (node: NetworkNode): string => NAMES[node.label](node) ?? tail(node.id);

/** Longest name on the canvas, in hanzi. */
const CANVAS_LENGTH = 14;

/** A name short enough for the canvas; a document by its number, an article by its own. */
export function canvasName(node: NetworkNode): string {
  const full =
    node.label === "Document"
      ? (text(node, "number") ??
        (text(node, "title") === undefined ? documentName(node) : `《${bareTitle(documentName(node))}》`))
      : node.label === "Article"
        ? (text(node, "label") ?? nameOf(node))
        : nameOf(node);
  const glyphs = Array.from(full);
  const limit =
    node.label === "Agency" || (node.label === "Document" && text(node, "number") !== undefined) ? 22 : CANVAS_LENGTH;
  return glyphs.length > limit ? `${glyphs.slice(0, limit - 1).join("")}…` : full;
}

/** 关于印发《X》的通知 is known as X. */
export function bareTitle(title: string): string {
  const inner = /^(?:.{0,40}?)关于(?:印发|转发|发布|公布|下发)\s*[《〈](.+)[》〉]\s*的通知$/u.exec(title)?.[1];
  return inner ?? title.replace(/^《(.+)》$/u, "$1");
}
