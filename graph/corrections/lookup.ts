import type { NodeData } from "../model/graph-data.ts";

/** Finds the nodes that a correction names by id or by name. */
export class Lookup {
  readonly #nodes: ReadonlyMap<string, NodeData>;

  constructor(nodes: ReadonlyMap<string, NodeData>) {
    this.#nodes = nodes;
  }

  /** The id of a body by id or full name. */
  agency(name: string): string | undefined {
    if (this.#nodes.has(name)) return name;
    return this.#find(({ label, properties }) => label === "Agency" && properties["name"] === name)?.id;
  }

  /** The id of a document by id, number, title or file name. */
  document(name: string): string | undefined {
    if (this.#nodes.has(name)) return name;
    return this.#find(
      ({ label, properties }) =>
        label === "Document" && [properties["number"], properties["title"], properties["source"]].includes(name),
    )?.id;
  }

  documentOf(source: string): NodeData | undefined {
    return this.#find(({ label, properties }) => label === "Document" && properties["source"] === source);
  }

  #find(wanted: (node: NodeData) => boolean): NodeData | undefined {
    for (const node of this.#nodes.values()) if (wanted(node)) return node;
    return undefined;
  }
}
