import type { EdgeType, NodeLabel, Properties } from "../../../graph/model/graph-data.ts";
import type { NetworkPayload } from "../../server/api.ts";
import { nameOf } from "./names.ts";

/** A thing of the graph as the page knows it without asking. */
export interface Thing {
  readonly index: number;
  readonly id: string;
  readonly kind: NodeLabel;
  readonly properties: Properties;
  /** Display name, whole. */
  readonly name: string;
  /** The document it stands in: itself for none. */
  readonly owner: Thing | undefined;
  readonly position: readonly [number, number];
  /** How many things it is related to. */
  readonly degree: number;
}

export interface Relation {
  readonly type: EdgeType;
  readonly source: Thing;
  readonly target: Thing;
  readonly inferred: boolean;
}

/** Network 网络: the whole graph in memory, by id and by place. */
export interface Network {
  readonly build: string;
  readonly things: readonly Thing[];
  readonly relations: readonly Relation[];
  readonly byId: ReadonlyMap<string, Thing>;
  /** Relations at a thing, by its index. */
  readonly at: readonly (readonly Relation[])[];
  readonly counts: ReadonlyMap<NodeLabel, number>;
  readonly relationCounts: ReadonlyMap<EdgeType, number>;
  /** Documents whose text is in the collection, most tasks first. */
  readonly documents: readonly Thing[];
}

interface Draft extends Omit<Thing, "owner" | "degree"> {
  owner: Thing | undefined;
  degree: number;
}

export function readNetwork(payload: NetworkPayload): Network {
  const drafts = payload.nodes.map(
    (node, index): Draft => ({
      index,
      id: node.id,
      kind: node.label,
      properties: node.properties,
      name: nameOf(node),
      owner: undefined,
      position: payload.positions[index] ?? [0, 0],
      degree: 0,
    }),
  );
  for (const draft of drafts) draft.owner = drafts[payload.owners[draft.index] ?? -1];
  const relations = payload.edges.flatMap(([type, from, to, inferred]): Relation[] => {
    const edgeType = payload.edgeTypes[type];
    const source = drafts[from];
    const target = drafts[to];
    if (edgeType === undefined || source === undefined || target === undefined) return [];
    return [{ type: edgeType, source, target, inferred: inferred === 1 }];
  });
  const at: Relation[][] = drafts.map(() => []);
  for (const relation of relations) {
    at[relation.source.index]?.push(relation);
    if (relation.target !== relation.source) at[relation.target.index]?.push(relation);
  }
  for (const draft of drafts) draft.degree = distinctNeighbours(draft, at[draft.index] ?? []);
  const tasks = tally(drafts.filter(({ kind }) => kind === "Task").map(({ owner }) => owner?.index));
  return {
    build: payload.build,
    things: drafts,
    relations,
    byId: new Map(drafts.map((draft) => [draft.id, draft])),
    at,
    counts: tally(drafts.map(({ kind }) => kind)),
    relationCounts: tally(relations.map(({ type }) => type)),
    documents: drafts
      .filter(({ kind, properties }) => kind === "Document" && properties["ingested"] === true)
      .toSorted((a, b) => (tasks.get(b.index) ?? 0) - (tasks.get(a.index) ?? 0) || (a.id < b.id ? -1 : 1)),
  };
}

/** The other end of a relation. */
export const otherEnd = (relation: Relation, thing: Thing): Thing =>
  relation.source === thing ? relation.target : relation.source;

/** Structure of a document's text does not make it important. */
function distinctNeighbours(thing: Thing, relations: readonly Relation[]): number {
  const others = new Set<Thing>();
  for (const relation of relations) if (relation.type !== "HAS_CLAUSE") others.add(otherEnd(relation, thing));
  return others.size;
}

function tally<T>(values: readonly T[]): Map<NonNullable<T>, number> {
  const counts = new Map<NonNullable<T>, number>();
  for (const value of values) {
    if (value !== undefined && value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
