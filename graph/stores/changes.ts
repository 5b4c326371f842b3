import type { Withdrawal } from "../assemble/withdrawal.ts";
import { byId } from "../exports/json.ts";
import type { EdgeData, GraphData, NodeData, PropertyValue } from "../model/graph-data.ts";
import { checkEnds, invalid } from "./load-check.ts";
import type { WriteSummary } from "./store.ts";

/** What turns one list of nodes or edges into another. */
export interface Difference<Item> {
  readonly added: readonly Item[];
  /** As they are to be. */
  readonly changed: readonly Item[];
  /** As they were. */
  readonly removed: readonly Item[];
}

/** Changes 变更: what turns one graph into another. */
export interface Changes {
  readonly nodes: Difference<NodeData>;
  readonly edges: Difference<EdgeData>;
}

const isSame = (a: PropertyValue | undefined, b: PropertyValue | undefined): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, index) => item === b[index]) : a === b;

function hasSameProperties(a: NodeData | EdgeData, b: NodeData | EdgeData): boolean {
  const keys = Object.keys(a.properties);
  if (keys.length !== Object.keys(b.properties).length) return false;
  return keys.every((key) => isSame(a.properties[key], b.properties[key]));
}

function difference<Item extends NodeData | EdgeData>(
  before: readonly Item[],
  after: readonly Item[],
  isSameThing: (a: Item, b: Item) => boolean,
): Difference<Item> {
  const left = new Map(before.map((item) => [item.id, item]));
  const added: Item[] = [];
  const changed: Item[] = [];
  for (const item of after) {
    const was = left.get(item.id);
    if (was === undefined || !isSameThing(was, item)) {
      added.push(item);
      continue;
    }
    left.delete(item.id);
    if (!hasSameProperties(was, item)) changed.push(item);
  }
  return { added: added.sort(byId), changed: changed.sort(byId), removed: [...left.values()].sort(byId) };
}

export function changesBetween(before: GraphData, after: GraphData): Changes {
  const nodes = difference(before.nodes, after.nodes, (a, b) => a.label === b.label);
  // A node that comes with another label is another node; what led to the one that was has to be made anew.
  const replaced = new Set(nodes.added.map(({ id }) => id));
  const edges = difference(
    before.edges,
    after.edges,
    (a, b) =>
      a.type === b.type &&
      a.source === b.source &&
      a.target === b.target &&
      !replaced.has(a.source) &&
      !replaced.has(a.target),
  );
  return { nodes, edges };
}

const countsOf = ({ added, changed, removed }: Difference<unknown>): WriteSummary["nodes"] => ({
  added: added.length,
  changed: changed.length,
  removed: removed.length,
});

export const summaryOf = ({ nodes, edges }: Changes): WriteSummary => ({
  nodes: countsOf(nodes),
  edges: countsOf(edges),
});

export const withdrawalSummary = ({ nodes, edges, cited, renamed }: Withdrawal): WriteSummary => ({
  nodes: { added: 0, changed: cited === undefined ? 0 : 1, removed: nodes.size },
  edges: { added: 0, changed: renamed.size, removed: edges.size },
});

/** What a withdrawal takes away and changes; edges that get other ids are not among it. */
export const withdrawalChanges = (graph: GraphData, { nodes, edges, cited }: Withdrawal): Changes => ({
  nodes: {
    added: [],
    changed: cited === undefined ? [] : [cited],
    removed: graph.nodes.filter(({ id }) => nodes.has(id)),
  },
  edges: { added: [], changed: [], removed: graph.edges.filter(({ id }) => edges.has(id)) },
});

const sizeOfOne = ({ added, changed, removed }: Difference<unknown>): number =>
  added.length + changed.length + removed.length;

export const sizeOfChanges = ({ nodes, edges }: Changes): number => sizeOfOne(nodes) + sizeOfOne(edges);

/**
 * What an upsert writes 增量写入: the nodes and edges of `part` that are not there, and those that have other properties.
 * `there` holds the nodes and edges of the store with the ids of the part, and the nodes that its edges end at. Throws
 * `CeyuanError` (`load-invalid`) where an end is missing, or what is there is something else: another label, type or end.
 */
export function upsertChanges(there: GraphData, part: GraphData): Changes {
  const nodes = new Map(there.nodes.map((node) => [node.id, node]));
  for (const { id, label } of part.nodes) {
    const was = nodes.get(id)?.label ?? label;
    if (was !== label) throw invalid(`${id}: 标签是 ${was}，不能改为 ${label} (its label cannot be changed)`);
  }
  const edges = new Map(there.edges.map((edge) => [edge.id, edge]));
  for (const edge of part.edges) {
    const was = edges.get(edge.id) ?? edge;
    if (was.type !== edge.type || was.source !== edge.source || was.target !== edge.target) {
      throw invalid(
        `${edge.id}: 类型和端点不能改 (type and ends cannot be changed): ${was.type} ${was.source} → ${was.target}`,
      );
    }
  }
  checkEnds(part.edges, new Set([...nodes.keys(), ...part.nodes.map(({ id }) => id)]));
  const changes = changesBetween(there, part);
  return { nodes: { ...changes.nodes, removed: [] }, edges: { ...changes.edges, removed: [] } };
}

/** Both graphs in one: what both have is one thing, as the second has it. */
export function merged(first: GraphData, second: GraphData): GraphData {
  const join = <Item extends { readonly id: string }>(a: readonly Item[], b: readonly Item[]): Item[] =>
    [...new Map([...a, ...b].map((item) => [item.id, item])).values()].sort(byId);
  const nodes = join(first.nodes, second.nodes);
  return { nodes, edges: join(first.edges, second.edges) };
}
