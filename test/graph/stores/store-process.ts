/** Opens a store and runs a query without closing it; with `hang`, one that does not end. Prints the engine's answer. */
import { GrafeoStore } from "../../../graph/stores/grafeo/grafeo-store.ts";
import { probe } from "./contract/hostile-queries.ts";

const [file = "", mode] = process.argv.slice(2);
const store = GrafeoStore.at(file);
try {
  const { rows } = await store.query("MATCH (n) RETURN count(*) AS n");
  process.stdout.write(`${JSON.stringify(rows)}\n`);
  if (mode === "hang") await store.query(probe.endless, {}, { timeoutMs: 60_000 });
} catch (error) {
  const { code, message, hint } = error as { code?: string; message: string; hint?: string };
  process.stdout.write(`${code}\n${message}\n${hint}\n`);
}
