import type { Session } from "neo4j-driver";
import { countsOfVersion, labelsIn } from "./content.ts";
import { quoted } from "./database-schema.ts";
import { GRAPH } from "./driver-values.ts";
import { changeRecord, lockRecord, readRecord } from "./graph-record.ts";

const BATCH = 10_000;

/**
 * Removes versions of a graph that are no longer in force, in batches. Where it is stopped, the rest is removed the next
 * time: nobody sees them in the meantime.
 */
export async function removeLeftovers(session: Session, name: string, signal?: AbortSignal): Promise<void> {
  const record = await session.executeRead((tx) => readRecord(tx, name));
  for (const version of record?.leftovers ?? []) {
    for (const label of await labelsByCount(session, version)) {
      while (await removeBatch(session, label, version)) if (signal?.aborted === true) return;
    }
    await session.executeWrite(async (tx) => {
      const { leftovers } = await lockRecord(tx, name);
      await changeRecord(tx, name, { leftovers: leftovers.filter((other) => other !== version) });
    });
  }
}

/** Most nodes first: hubs, which are few, have lost their edges when their turn comes. */
async function labelsByCount(session: Session, version: string): Promise<string[]> {
  const { nodesByLabel } = await session.executeRead(async (tx) => countsOfVersion(tx, version, await labelsIn(tx)));
  const counted = Object.entries(nodesByLabel).sort(([, a], [, b]) => b - a);
  return counted.map(([label]) => label);
}

/** The range on `id` lets the server walk the index instead of all nodes of the label. */
async function removeBatch(session: Session, label: string, version: string): Promise<boolean> {
  return await session.executeWrite(async (tx) => {
    const { summary } = await tx.run(
      `MATCH (n:${quoted(label)}) WHERE n.${GRAPH} = $version AND n.id >= '' WITH n LIMIT ${BATCH} DETACH DELETE n`,
      { version },
    );
    return summary.counters.updates().nodesDeleted >= BATCH;
  });
}
