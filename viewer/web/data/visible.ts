import type { EdgeType, NodeLabel } from "../../../graph/model/graph-data.ts";
import { type Network, otherEnd, type Relation, type Thing } from "./network.ts";

/** Filters 筛选: what is left out of the picture. */
export interface Filters {
  readonly hiddenKinds: ReadonlySet<NodeLabel>;
  readonly hiddenRelations: ReadonlySet<EdgeType>;
  /** Ids of documents to keep to; empty for all. */
  readonly documents: ReadonlySet<string>;
  readonly inferred: boolean;
}

/** A line of the picture; where an end is hidden it holds at the document that end stands in. */
export interface Line {
  readonly type: EdgeType;
  readonly source: Thing;
  readonly target: Thing;
  readonly inferred: boolean;
}

export interface Visible {
  readonly things: ReadonlySet<Thing>;
  readonly lines: readonly Line[];
  readonly counts: ReadonlyMap<NodeLabel, number>;
}

/** Kinds that belong to no document of their own: they stay while something of a chosen document relates to them. */
const isOwned = (thing: Thing): boolean => thing.owner !== undefined || thing.kind === "Document";

/** What passes the filters. Lines between the same two things and of the same type are one. */
export function visibleOf(network: Network, filters: Filters): Visible {
  const wanted = (relation: Relation): boolean =>
    !filters.hiddenRelations.has(relation.type) && (filters.inferred || !relation.inferred);
  const inDocuments = documentTest(network, filters.documents);
  const things = new Set(
    network.things.filter((thing) => !filters.hiddenKinds.has(thing.kind) && (!isOwned(thing) || inDocuments(thing))),
  );
  if (filters.documents.size > 0) dropStrangers(network, things, inDocuments);

  const standIn = (thing: Thing): Thing | undefined =>
    things.has(thing) ? thing : thing.owner !== undefined && things.has(thing.owner) ? thing.owner : undefined;
  const lines = new Map<string, Line>();
  for (const relation of network.relations) {
    if (!wanted(relation)) continue;
    const source = foldable(relation.source) ? standIn(relation.source) : within(things, relation.source);
    const target = foldable(relation.target) ? standIn(relation.target) : within(things, relation.target);
    if (source === undefined || target === undefined || source === target) continue;
    const key = `${relation.type} ${source.index} ${target.index}`;
    const known = lines.get(key);
    if (known === undefined || (known.inferred && !relation.inferred))
      lines.set(key, { type: relation.type, source, target, inferred: relation.inferred });
  }
  const counts = new Map<NodeLabel, number>();
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { things, lines: [...lines.values()], counts };
}

/** Clauses and targets stand for their document when hidden; a hidden task takes its lines with it. */
const foldable = (thing: Thing): boolean => thing.kind === "Clause" || thing.kind === "Target";

const within = (things: ReadonlySet<Thing>, thing: Thing): Thing | undefined => (things.has(thing) ? thing : undefined);

function documentTest(network: Network, documents: ReadonlySet<string>): (thing: Thing) => boolean {
  if (documents.size === 0) return () => true;
  const cited = new Set<Thing>();
  for (const relation of network.relations) {
    if (documents.has((relation.source.owner ?? relation.source).id)) {
      cited.add(relation.target);
      if (relation.target.kind === "Article") {
        for (const part of network.at[relation.target.index] ?? []) if (part.type === "PART_OF") cited.add(part.target);
      }
    }
  }
  return (thing) =>
    thing.kind === "Document"
      ? documents.has(thing.id) || (cited.has(thing) && thing.properties["ingested"] !== true)
      : documents.has(thing.owner?.id ?? "");
}

function dropStrangers(network: Network, things: Set<Thing>, inDocuments: (thing: Thing) => boolean): void {
  for (const thing of things) {
    if (isOwned(thing)) continue;
    const related = (network.at[thing.index] ?? []).some((relation) => {
      const other = otherEnd(relation, thing);
      return isOwned(other) && inDocuments(other);
    });
    if (!related) things.delete(thing);
  }
}
