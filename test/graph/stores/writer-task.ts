import { GrafeoStore } from "../../../graph/stores/grafeo/grafeo-store.ts";
import type { Neo4jAddress } from "../../../graph/stores/neo4j/connection.ts";
import { Neo4jStore } from "../../../graph/stores/neo4j/neo4j-store.ts";
import type { Store } from "../../../graph/stores/store.ts";

/** What `writer-process.ts` is told. */
export interface WriterTask {
  readonly place: { readonly file: string } | { readonly address: Neo4jAddress; readonly graph: string };
  /** Writes generation after generation from this one on, until it is killed. */
  readonly from: number;
}

export const storeAt = async (place: WriterTask["place"]): Promise<Store> =>
  "file" in place ? GrafeoStore.at(place.file) : await Neo4jStore.at(place.address, place.graph);
