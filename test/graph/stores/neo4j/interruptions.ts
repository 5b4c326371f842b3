import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../../graph/package-root.io.ts";
import { Connection, type Neo4jAddress } from "../../../../graph/stores/neo4j/connection.ts";
import { readRecord } from "../../../../graph/stores/neo4j/graph-record.ts";
import { Neo4jStore } from "../../../../graph/stores/neo4j/neo4j-store.ts";
import { planPush, runPush } from "../../../../graph/stores/neo4j/push.ts";
import { BreakingProxy } from "./breaking-proxy.ts";
import { generationGraph, type PushTask, SIZE } from "../generations.ts";

/** More on the bench: CEYUAN_KILLS=50. */
const KILLS = Number(process.env["CEYUAN_KILLS"] ?? 8);
const PROGRAM = join(packageRoot(), "test", "graph", "stores", "neo4j", "push-process.ts");

interface Ended {
  readonly reported: boolean;
  readonly error: string;
}

/** Pushes in a process of its own, which is killed `after` ms once it is under way. */
async function pushAndKill(task: PushTask, after: number | undefined): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), PROGRAM], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, error] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    if (out.includes("begun") && after !== undefined) setTimeout(() => child.kill("SIGKILL"), after);
  });
  child.stderr.on("data", (chunk: Buffer) => (error += chunk.toString()));
  child.stdin.end(JSON.stringify(task));
  await new Promise((resolve) => child.on("close", resolve));
  return { reported: out.includes("done"), error };
}

export function describeInterruptions(address: () => Neo4jAddress): void {
  describe("interruptions", { timeout: 600_000 }, () => {
    /** The generations that a reader sees, with how much of each. */
    const seen = async (store: Neo4jStore): Promise<unknown> => {
      // A writer killed in its commit may hold readers up for as long as a query has by default.
      const patient = { timeoutMs: 120_000 };
      const nodes = await store.query("MATCH (n) RETURN n.generation AS g, count(*) AS n ORDER BY g", {}, patient);
      const edges = await store.query(
        "MATCH ()-[r]->() RETURN r.generation AS g, count(*) AS n ORDER BY g",
        {},
        patient,
      );
      return [nodes.rows, edges.rows];
    };
    const whole = (generation: number): unknown => [[[generation, SIZE.nodes]], [[generation, SIZE.edges]]];

    it(`a push that is killed at ${KILLS} random moments leaves one whole graph, and goes on when asked again`, async () => {
      const name = randomUUID();
      let current = 1;
      const task = (generation: number): PushTask => ({
        address: address(),
        name,
        generation,
        // By turns as a new version, and as changes in one transaction.
        limits: { batch: 100, changes: generation % 2 === 0 ? 0 : 100_000 },
      });
      expect(await pushAndKill(task(1), undefined)).toEqual({ reported: true, error: "" });
      const store = await Neo4jStore.open(address(), name);
      const faults: string[] = [];
      for (let kill = 1; kill <= KILLS; kill++) {
        const next = current + 1;
        const after = Math.random() * 1200;
        const { reported, error } = await pushAndKill(task(next), after);
        const now = JSON.stringify(await seen(store));
        const isOld = now === JSON.stringify(whole(current));
        const isNew = now === JSON.stringify(whole(next));
        if (!isNew && (reported || !isOld))
          faults.push(`kill ${kill} after ${after} ms (${reported}): ${now} ${error}`);
        const finished = await pushAndKill(task(next), undefined);
        const then = JSON.stringify(await seen(store));
        if (!finished.reported || then !== JSON.stringify(whole(next))) {
          faults.push(`after kill ${kill}: ${then} ${finished.error}`);
        }
        current = next;
      }
      expect(faults).toEqual([]);
      const { edges } = await store.statistics();
      expect(edges).toBe(SIZE.edges);
      await store.close();
      await noLeftovers(address(), name);
    });

    it("a query waits while a commit is announced, not for one that was announced and never came", async () => {
      const name = randomUUID();
      const store = await Neo4jStore.at(address(), name);
      await store.load(generationGraph(1));
      const connection = await Connection.open(address());
      const announce = async (cypher: string): Promise<void> => {
        await connection.with("WRITE", (session) =>
          session.executeWrite(async (tx) => {
            await tx.run(`MERGE (c:CeyuanCommit {name: $name}) ${cypher}`, { name });
          }),
        );
      };
      const events: string[] = [];
      await announce("SET c.mark = 'x', c.at = timestamp()");
      const answered = seen(store).then(() => events.push("answered"));
      await store.query("RETURN 1 AS x", {}, { timeoutMs: 300 }).catch((error: { code?: string }) => {
        events.push(String(error.code));
      });
      events.push("over");
      await announce("REMOVE c.mark");
      await answered;
      expect(events).toEqual(["query-timeout", "over", "answered"]);
      await announce("SET c.mark = 'x', c.at = timestamp() - 60000");
      expect(await seen(store)).toEqual(whole(1));
      await store.upsert(generationGraph(2));
      expect(await seen(store)).toEqual(whole(2));
      await store.close();
      await connection.close();
    });

    it("readers see one generation at a time while others are pushed", async () => {
      const name = randomUUID();
      const connection = await Connection.open(address());
      const push = async (generation: number, changes: number): Promise<void> => {
        const request = {
          name,
          graph: generationGraph(generation),
          build: `g${generation}`,
          limits: { batch: 200, changes },
        };
        await runPush(connection, request, await planPush(connection, request));
      };
      await push(1, 0);
      const store = await Neo4jStore.open(address(), name);
      const pushing = new AbortController();
      let reads = 0;
      const strange: unknown[] = [];
      const reader = async (): Promise<void> => {
        while (!pushing.signal.aborted) {
          const { rows } = await store.query(
            "MATCH (n)-[r]->() RETURN n.generation AS a, r.generation AS b, count(*) AS n",
          );
          const [row] = rows;
          if (rows.length !== 1 || row?.[0] !== row?.[1] || row?.[2] !== SIZE.edges) strange.push(rows);
          reads++;
        }
      };
      const readers = [reader(), reader(), reader()];
      for (const [generation, changes] of [
        [2, 0],
        [3, 100_000],
        [4, 0],
        [5, 100_000],
      ] as const) {
        await push(generation, changes);
      }
      pushing.abort();
      await Promise.all(readers);
      expect(strange).toEqual([]);
      expect(reads).toBeGreaterThan(5);
      expect(await seen(store)).toEqual(whole(5));
      await store.close();
      await connection.close();
    });

    it("connections that break while a batch is committed lose and double nothing", async () => {
      const name = randomUUID();
      const proxy = await BreakingProxy.to(address().url);
      const connection = await Connection.open({ ...address(), url: proxy.url });
      for (const generation of [1, 2]) {
        const request = {
          name,
          graph: generationGraph(generation),
          build: `g${generation}`,
          limits: { batch: 200, changes: generation === 2 ? 100_000 : 0 },
        };
        // The server has committed and nobody hears of it, or has not been told to.
        proxy.breakCommits(generation === 2 ? [1] : [1, 3, 4]);
        await runPush(connection, request, await planPush(connection, request));
      }
      await connection.close();
      await proxy.close();
      expect(proxy.broken).toBe(4);
      const store = await Neo4jStore.open(address(), name);
      expect(await seen(store)).toEqual(whole(2));
      await store.close();
      await noLeftovers(address(), name);
    });

    it("two processes that push the same build at once help each other", async () => {
      const name = randomUUID();
      const task: PushTask = { address: address(), name, generation: 1, limits: { batch: 100, changes: 0 } };
      const ended = await Promise.all([pushAndKill(task, undefined), pushAndKill(task, undefined)]);
      expect(ended.map(({ reported }) => reported)).toEqual([true, true]);
      const store = await Neo4jStore.open(address(), name);
      expect(await seen(store)).toEqual(whole(1));
      await store.close();
    });
  });
}

async function noLeftovers(address: Neo4jAddress, name: string): Promise<void> {
  const connection = await Connection.open(address);
  const [record, versions] = await connection.with("READ", (session) =>
    session.executeRead(async (tx) => {
      const { records } = await tx.run("MATCH (n) WHERE n.graph STARTS WITH $name RETURN DISTINCT n.graph AS graph", {
        name,
      });
      return [await readRecord(tx, name), records.map((found) => found.get("graph") as string)] as const;
    }),
  );
  await connection.close();
  expect(versions).toEqual([record?.current]);
  expect([record?.leftovers, record?.loading]).toEqual([[], undefined]);
}
