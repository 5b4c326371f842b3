import type { Session, Transaction } from "neo4j-driver";
import { limitRows } from "../cypher/rewrite.ts";
import { sizeOf } from "../grafeo/engine-values.ts";
import type { Parameters, QueryResult } from "../store.ts";
import type { Value } from "../value.ts";
import { collectIds, type NodeIds, parametersFor, toValue } from "./driver-values.ts";
import { GRAPH_PARAMETER } from "./keep-apart.ts";
import { queryFault, type Sent } from "./query-faults.ts";
import { isDriverError } from "./server-errors.ts";

export interface Caps {
  readonly rows: number;
  readonly bytes: number;
}

/** Rows as the driver gives them. */
export interface Taken {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
}

/** Roughly how much a raw value weighs; enough to stop before memory is full. */
function weightOf(raw: unknown): number {
  if (typeof raw === "string") return 2 + raw.length * 2;
  if (raw === null || typeof raw !== "object") return 8;
  let weight = 16;
  for (const item of Object.values(raw)) weight += weightOf(item);
  return weight;
}

/** Runs a query that passed the gate; stops the server where the caps are reached. */
export async function takeRows(
  tx: Transaction,
  scoped: string,
  parameters: Parameters,
  version: string,
  caps: Caps,
  sent: Sent,
): Promise<Taken> {
  const rows: unknown[][] = [];
  let columns: readonly string[] = [];
  let weight = 0;
  try {
    const result = tx.run(limitRows(scoped, caps.rows + 1), {
      ...parametersFor(parameters),
      [GRAPH_PARAMETER]: version,
    });
    columns = await result.keys();
    for await (const record of result) {
      if (rows.length >= caps.rows || weight > caps.bytes * 2) return { columns, rows, truncated: true };
      const row = columns.map((_, index) => record.get(index) as unknown);
      weight += weightOf(row);
      rows.push(row);
    }
  } catch (error) {
    throw isDriverError(error) ? queryFault(error, sent) : error;
  }
  return { columns, rows, truncated: false };
}

const ASKED = 10_000;

/** Our ids of the nodes that edges of a result end at; the server gives its own with an edge. */
export async function endsOf(tx: Transaction, rows: Taken["rows"]): Promise<NodeIds> {
  const known = new Map<string, string>();
  const wanted = new Set<string>();
  collectIds(rows, known, wanted);
  const missing = [...wanted].filter((id) => !known.has(id));
  for (let at = 0; at < missing.length; at += ASKED) {
    const { records } = await tx.run(
      "MATCH (n) WHERE elementId(n) IN $ids RETURN elementId(n) AS element, n.id AS id",
      { ids: missing.slice(at, at + ASKED) },
    );
    for (const record of records) known.set(String(record.get("element")), String(record.get("id")));
  }
  return (element) => known.get(element) ?? `#${element}`;
}

/** Rows in plain form, cut where they weigh more than may come back. */
export function plainRows({ columns, rows, truncated }: Taken, ids: NodeIds, byteCap: number): QueryResult {
  const plain: Value[][] = [];
  let bytes = 0;
  for (const raw of rows) {
    const row = raw.map((value) => toValue(value, ids));
    bytes += sizeOf(row);
    if (bytes > byteCap) return { columns, rows: plain, truncated: true };
    plain.push(row);
  }
  return { columns, rows: plain, truncated };
}

/** Sessions of one request, ended together: closing one ends what runs in it on the server. */
export class Sessions {
  readonly #open: () => Session;
  readonly #all = new Set<Session>();
  #ended = false;

  constructor(open: () => Session) {
    this.#open = open;
  }

  async read<Result>(timeoutMs: number, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    if (this.#ended) throw new Error("the request has ended");
    const session = this.#open();
    this.#all.add(session);
    try {
      return await work(await session.beginTransaction({ timeout: timeoutMs }));
    } finally {
      // Nothing that was only read needs a commit.
      this.#all.delete(session);
      void session.close().catch(() => undefined);
    }
  }

  end(): void {
    this.#ended = true;
    for (const session of this.#all) void session.close().catch(() => undefined);
  }
}
