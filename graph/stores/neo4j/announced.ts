import { randomUUID } from "node:crypto";
import type { ManagedTransaction } from "neo4j-driver";
import type { Connection } from "./connection.ts";
import { COMMIT_LABEL } from "./graph-record.ts";

/**
 * Writes in one transaction whose commit is announced 提交预告. A server makes a commit seen bit by bit, so a query may read
 * some of it while the graph's record is still as before. So a node beside says that a commit is under way, from before it
 * begins until after it has ended, and readers do not trust what they have read in the meantime. `work` gets the mark by
 * which a write whose answer was lost knows that it has been made; it says whether there is something to commit.
 */
export async function writeAnnounced(
  connection: Connection,
  name: string,
  work: (tx: ManagedTransaction, mark: string) => Promise<boolean>,
): Promise<void> {
  const mark = randomUUID();
  const beside = async (cypher: string): Promise<void> => {
    await connection.with("WRITE", (session) =>
      session.executeWrite(async (tx) => {
        await tx.run(cypher, { name, mark });
      }),
    );
  };
  let isAnnounced = false;
  try {
    await connection.with("WRITE", (session) =>
      session.executeWrite(async (tx) => {
        if (!(await work(tx, mark))) return;
        // Whoever holds the graph's record is the only one to commit.
        await beside(`MERGE (c:${COMMIT_LABEL} {name: $name}) SET c.mark = $mark, c.at = timestamp()`);
        isAnnounced = true;
      }),
    );
  } finally {
    if (isAnnounced) await beside(`MATCH (c:${COMMIT_LABEL} {name: $name}) WHERE c.mark = $mark REMOVE c.mark`);
  }
}
