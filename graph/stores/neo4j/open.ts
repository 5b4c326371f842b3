import { CeyuanError } from "../../model/errors.ts";
import type { Neo4jAddress } from "./connection.ts";
import { type Environment, findCredentials, urlFromEnvironment } from "./credentials.ts";
import { DEFAULT_GRAPH, Neo4jStore } from "./neo4j-store.ts";

/** A graph on a server, as a user names it. */
export interface GraphTarget {
  readonly address: Neo4jAddress;
  readonly graph: string;
}

/** What may be said beside the address. */
export interface TargetOptions {
  readonly graph?: string | undefined;
  readonly database?: string | undefined;
  /** File of credentials. */
  readonly credentials?: string | undefined;
}

const LOCAL = "neo4j://localhost:7687";

function graphIn(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * Reads where a graph is: `neo4j://host:7687#全市` is the graph 全市 of that server. What is not said is taken from the
 * environment, then from the file of credentials, and else is the server on this machine and the graph `default`.
 */
export function graphTarget(given: string | undefined, env: Environment, options: TargetOptions = {}): GraphTarget {
  const credentials = findCredentials(env, options.credentials);
  const [url = LOCAL, fragment] = (given ?? urlFromEnvironment(env) ?? credentials?.url ?? LOCAL).split("#");
  const named = fragment === undefined || fragment === "" ? undefined : graphIn(fragment);
  if (options.graph !== undefined && named !== undefined && options.graph !== named) {
    throw new CeyuanError(
      "graph-name-invalid",
      `地址与 --graph 说的图不同 (address and --graph name different graphs): ${named} ≠ ${options.graph}`,
    );
  }
  const database = options.database ?? env["NEO4J_DATABASE"];
  return {
    address: { url, credentials, database: database === "" ? undefined : database },
    graph: options.graph ?? named ?? DEFAULT_GRAPH,
  };
}

/** Opens the graph that `target` names for queries, with the credentials of the environment. */
export async function openNeo4jStore(target: string, env: Environment): Promise<Neo4jStore> {
  const { address, graph } = graphTarget(target, env);
  return await Neo4jStore.open(address, graph);
}
