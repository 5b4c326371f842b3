import neo4j, { type ManagedTransaction, type Transaction } from "neo4j-driver";
import { CeyuanError } from "../../model/errors.ts";

/** The label of the nodes that say which graphs a database holds. */
export const RECORD_LABEL = "CeyuanGraph";

/** The label of the nodes that say that a commit is under way (`announced.ts`). */
export const COMMIT_LABEL = "CeyuanCommit";

/** A commit that was announced so long ago, in milliseconds, never was: whoever announced it was killed. */
const COMMITS_WITHIN = 30_000;

/**
 * Graph record 图登记: the one node that a graph has beside its own. A graph's nodes carry `graph: <version>`, and the record
 * says which version is in force; so a load fills a new version beside the old and is switched to by one transaction.
 */
export interface GraphRecord {
  readonly name: string;
  /** What the nodes in force carry; nothing before the first load has ended. */
  readonly current?: string | undefined;
  /** The build that the version in force equals; nothing where graphs were merged. */
  readonly build?: string | undefined;
  /** Changes with everything that is written to the version in force. */
  readonly revision: number;
  /** Of the last edit or push of changes: by it, one whose answer was lost knows whether it has been made. */
  readonly mark?: string | undefined;
  readonly nodes: number;
  readonly edges: number;
  /** The version that a load under way, or one that was killed, fills. */
  readonly loading?: {
    readonly version: string;
    readonly build: string;
    readonly nodes: number;
    readonly edges: number;
  };
  /** Versions to be removed. */
  readonly leftovers: readonly string[];
}

type Running = ManagedTransaction | Transaction;

const numberOf = (value: unknown): number =>
  neo4j.isInt(value) ? value.toNumber() : typeof value === "number" ? value : 0;
const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function recordFrom(properties: Readonly<Record<string, unknown>>): GraphRecord {
  const version = textOf(properties["loading"]);
  return {
    name: String(properties["name"]),
    current: textOf(properties["current"]),
    build: textOf(properties["build"]),
    revision: numberOf(properties["revision"]),
    mark: textOf(properties["mark"]),
    nodes: numberOf(properties["nodes"]),
    edges: numberOf(properties["edges"]),
    leftovers: (properties["leftovers"] ?? []) as string[],
    ...(version === undefined
      ? {}
      : {
          loading: {
            version,
            build: textOf(properties["loadingBuild"]) ?? "",
            nodes: numberOf(properties["loadingNodes"]),
            edges: numberOf(properties["loadingEdges"]),
          },
        }),
  };
}

export async function readRecord(tx: Running, name: string): Promise<GraphRecord | undefined> {
  const { records } = await tx.run(`MATCH (g:${RECORD_LABEL} {name: $name}) RETURN properties(g) AS g`, { name });
  return records[0] === undefined ? undefined : recordFrom(records[0].get("g") as Record<string, unknown>);
}

/** True while a commit to the graph has been announced and not yet been reported to have ended. */
export async function isCommitting(tx: Running, name: string): Promise<boolean> {
  const { records } = await tx.run(
    `MATCH (c:${COMMIT_LABEL} {name: $name}) WHERE c.mark IS NOT NULL AND timestamp() - c.at < $within RETURN count(c) AS n`,
    { name, within: neo4j.int(COMMITS_WITHIN) },
  );
  return numberOf(records[0]?.get("n")) > 0;
}

/** The names of the graphs in force in the database. */
export async function graphNames(tx: Running): Promise<string[]> {
  const { records } = await tx.run(
    `MATCH (g:${RECORD_LABEL}) WHERE g.current IS NOT NULL RETURN g.name AS name ORDER BY name`,
  );
  return records.map((record) => String(record.get("name")));
}

/** Reads the record so that nobody else writes to the graph before this transaction ends. */
export async function lockRecord(tx: Running, name: string): Promise<GraphRecord> {
  const { records } = await tx.run(
    `MERGE (g:${RECORD_LABEL} {name: $name})
     ON CREATE SET g.revision = 0, g.versions = 0, g.leftovers = []
     SET g.revision = g.revision
     RETURN properties(g) AS g`,
    { name },
  );
  if (records[0] === undefined)
    throw new CeyuanError("push-conflict", `图登记不见了 (the graph's record is gone): ${name}`);
  return recordFrom(records[0].get("g") as Record<string, unknown>);
}

/** Changes the record; `null` takes a property away. Numbers are whole. */
export async function changeRecord(
  tx: Running,
  name: string,
  changes: Readonly<Record<string, string | number | null | readonly string[]>>,
): Promise<void> {
  const properties = Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [key, typeof value === "number" ? neo4j.int(value) : value]),
  );
  await tx.run(`MATCH (g:${RECORD_LABEL} {name: $name}) SET g += $properties`, { name, properties });
}

/** A name that no version of the graph has had. */
export async function newVersion(tx: Running, name: string): Promise<string> {
  const { records } = await tx.run(
    `MATCH (g:${RECORD_LABEL} {name: $name}) SET g.versions = g.versions + 1 RETURN g.versions AS n`,
    { name },
  );
  return `${name}@${numberOf(records[0]?.get("n"))}`;
}
