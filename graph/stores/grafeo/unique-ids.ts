import type { GrafeoDB } from "@grafeo-db/js";
import { textOf } from "./engine-values.ts";

const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

/** Makes ids unique, and quick to find, for the labels that have no such constraint yet. */
export async function requireUniqueIds(db: GrafeoDB, labels: readonly string[]): Promise<void> {
  const shown = await db.executeCypher("SHOW CONSTRAINTS");
  const there = new Set(shown.toArray().map(({ label }) => textOf(label)));
  for (const label of labels) {
    if (there.has(label)) continue;
    const name = label.toLowerCase();
    await db.executeCypher(`CREATE CONSTRAINT ${name}_id FOR (n:${quoted(label)}) REQUIRE n.id IS UNIQUE`);
    await db.executeCypher(`CREATE INDEX ${name}_id_index FOR (n:${quoted(label)}) ON (n.id)`);
  }
}
