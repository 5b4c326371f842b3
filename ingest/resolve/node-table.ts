import type { NodeData, NodeLabel, Properties, PropertyValue } from "../../graph/model/graph-data.ts";

/**
 * Node table 节点表: collects the nodes of a corpus. What several documents say of one node is merged: lists are united
 * in the order in which they come, single values are kept from the first that states them.
 */
export class NodeTable {
  readonly #nodes = new Map<string, { label: NodeLabel; properties: Record<string, PropertyValue> }>();

  add(id: string, label: NodeLabel, properties: Record<string, PropertyValue | undefined>): string {
    const node = this.#nodes.get(id) ?? { label, properties: {} };
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined) continue;
      const old = node.properties[name];
      if (old === undefined) node.properties[name] = isList(value) ? [...new Set(value)] : value;
      else if (isList(old) && isList(value)) node.properties[name] = [...new Set([...old, ...value])];
    }
    this.#nodes.set(id, node);
    return id;
  }

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  property(id: string, name: string): PropertyValue | undefined {
    return this.#nodes.get(id)?.properties[name];
  }

  ids(label: NodeLabel): string[] {
    return [...this.#nodes].filter(([, node]) => node.label === label).map(([id]) => id);
  }

  all(): NodeData[] {
    return [...this.#nodes].map(([id, { label, properties }]) => ({ id, label, properties: withoutEmpty(properties) }));
  }
}

const isList = (value: PropertyValue): value is readonly string[] => Array.isArray(value);

const withoutEmpty = (properties: Record<string, PropertyValue>): Properties =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== "" && !(isList(value) && value.length === 0)),
  );
