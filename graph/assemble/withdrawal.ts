import { CeyuanError } from "../model/errors.ts";
import type { EdgeData, GraphData, NodeData, Properties } from "../model/graph-data.ts";
import { IdRegister } from "../model/ids.ts";
import { didYouMean } from "../model/nearest.ts";

/** Withdrawal 撤出: what becomes of a graph when one of its documents is taken out. */
export interface Withdrawal {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** The document itself, where others cite it: known by name, no longer read. */
  readonly cited?: NodeData;
  /** Edges that others of the same type and ends stood before: their numbers move up. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** What is known of a document that is only cited. */
const OF_CITED: ReadonlySet<string> = new Set(["number", "title", "kind", "level", "issuers", "otherIds"]);

/** Edges that are there because their source is, whoever states it. */
const STRUCTURE: ReadonlySet<string> = new Set(["HAS_CLAUSE", "STATES", "SETS", "SUCCEEDED_BY"]);

/** Finds a document that was read. Throws `CeyuanError` (`document-unknown`) naming those that may have been meant. */
export function documentToWithdraw(nodes: Iterable<NodeData>, id: string): NodeData {
  const documents = [...nodes].filter(({ label }) => label === "Document");
  const found = documents.find((document) => document.id === id);
  if (found !== undefined && isRead(found)) return found;
  const read = documents.filter(isRead).map((document) => document.id);
  const near = didYouMean(id, read);
  throw new CeyuanError(
    "document-unknown",
    found === undefined
      ? `图中没有文件 ${id} (the graph has no such document)`
      : `${id} 只被引用，没有收录，无可移除 (this document is only cited: there is nothing of it to remove)`,
    near === undefined ? {} : { hint: near },
  );
}

const isRead = ({ label, properties }: NodeData): boolean => label === "Document" && properties["ingested"] !== false;

const proofOf = ({ properties }: EdgeData): string | undefined =>
  typeof properties["doc"] === "string" ? properties["doc"] : undefined;

/** What stands in the document, and what ties it to its clauses and, unproven, to others. */
const goesWith =
  (document: string) =>
  (edge: EdgeData): boolean => {
    const proof = proofOf(edge);
    if (proof !== undefined) return proof === document;
    return edge.source === document || (edge.target === document && edge.type !== "PART_OF");
  };

/**
 * The nodes that have support 依据: a document that was read; both ends of an edge that is proven by words; what follows from a
 * node with support: its clauses, tasks and targets, the document of an article, the successor of a body. That one body's
 * name begins with another's, or that two tasks are alike, supports nothing.
 */
function supported(nodes: readonly NodeData[], edges: readonly EdgeData[], isGone?: string): ReadonlySet<string> {
  const articles = new Set(nodes.filter(({ label }) => label === "Article").map(({ id }) => id));
  const found = new Set(nodes.filter((node) => isRead(node) && node.id !== isGone).map(({ id }) => id));
  const followers = new Map<string, string[]>();
  for (const edge of edges) {
    const { type, source, target } = edge;
    if (proofOf(edge) !== undefined) found.add(source).add(target);
    else if (STRUCTURE.has(type) || (type === "PART_OF" && articles.has(source))) {
      const others = followers.get(source);
      if (others === undefined) followers.set(source, [target]);
      else others.push(target);
    }
  }
  // A set hands out what is added while it is walked.
  for (const id of found) for (const follower of followers.get(id) ?? []) found.add(follower);
  return found;
}

/**
 * Takes a document out: the edges proven by its words go, and every node that had support and has none without it.
 * What never had any (somebody put it there) stays. Of a node that stays, so do the names that the document gave it.
 * Looks at labels, ends, `ingested` of documents and `doc` of edges alone.
 */
export function withdrawal({ nodes, edges }: GraphData, id: string): Withdrawal {
  const document = documentToWithdraw(nodes, id);
  const isCut = goesWith(id);
  const left = edges.filter((edge) => !isCut(edge));
  const [before, after] = [supported(nodes, edges), supported(nodes, left, id)];
  const gone = new Set(nodes.filter((node) => before.has(node.id) && !after.has(node.id)).map((node) => node.id));
  const kept = left.filter(({ source, target }) => !gone.has(source) && !gone.has(target));
  const keptIds = new Set(kept.map((edge) => edge.id));
  return {
    nodes: gone,
    edges: new Set(edges.filter((edge) => !keptIds.has(edge.id)).map((edge) => edge.id)),
    ...(gone.has(id) ? {} : { cited: asCited(document) }),
    renamed: movedUp(edges.filter(isCut), kept),
  };
}

/** The graph without one of its documents. */
export function withoutDocument(graph: GraphData, id: string): GraphData {
  const { nodes, edges, cited, renamed } = withdrawal(graph, id);
  return {
    nodes: graph.nodes.filter((node) => !nodes.has(node.id)).map((node) => (node.id === cited?.id ? cited : node)),
    edges: graph.edges
      .filter((edge) => !edges.has(edge.id))
      .map((edge) => ({ ...edge, id: renamed.get(edge.id) ?? edge.id }))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

function asCited({ id, label, properties }: NodeData): NodeData {
  const known = Object.entries(properties).filter(([name]) => OF_CITED.has(name));
  return { id, label, properties: { ...Object.fromEntries(known), ingested: false } satisfies Properties };
}

const numberless = ({ type, source, target }: EdgeData): string => `${type}|${source}|${target}`;

/** `~3` becomes `~2` where the second is gone: ids as they would have been without it. */
function movedUp(cut: readonly EdgeData[], kept: readonly EdgeData[]): ReadonlyMap<string, string> {
  const touched = new Set(cut.map(numberless));
  const numbered = kept.flatMap((edge) => {
    const base = numberless(edge);
    if (!touched.has(base) || !edge.id.startsWith(base)) return [];
    const rest = edge.id.slice(base.length);
    return rest === ""
      ? [{ base, id: edge.id, n: 1 }]
      : /^~\d+$/u.test(rest)
        ? [{ base, id: edge.id, n: Number(rest.slice(1)) }]
        : [];
  });
  const ids = new IdRegister();
  const moves = numbered.sort((a, b) => a.n - b.n).map(({ base, id }) => [id, ids.take(base)] as const);
  return new Map(moves.filter(([old, now]) => old !== now));
}
