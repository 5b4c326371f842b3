/**
 * The engine's process 引擎进程: the only place that loads Grafeo. It has no timeout and cannot cancel a query, so it runs
 * here, where its parent can end it at any time. Requests come and answers go over the channel of `fork`.
 */
import { EngineDatabase, Fault } from "./engine-database.ts";
import type { EngineFault, FromEngine, Request, ToEngine } from "./protocol.ts";

const send = (message: FromEngine): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, undefined, undefined, () => resolve());
  });

const faultOf = (error: unknown): EngineFault => {
  if (error instanceof Fault) return error.fault;
  const { message, gqlStatus } = error as Error & { gqlStatus?: string };
  return { message, status: gqlStatus };
};

function answer(database: EngineDatabase, request: Request): unknown {
  switch (request.op) {
    case "open":
      return database.open(request);
    case "query":
      return database.query(request);
    case "explain":
      return database.explain(request);
    case "statistics":
      return database.statistics();
    case "schema":
      return database.schema();
    case "begin":
      return database.begin();
    case "nodes":
      return database.nodes(request);
    case "edges":
      return database.edges(request);
    case "save":
      return database.save(request);
  }
}

/** Not `exit`: a query under way would hold it back. */
const end = (): void => {
  process.kill(process.pid, "SIGKILL");
};

/** A query may not take the machine down: the process ends itself where it grows past the limit. */
function guardMemory(limit: number, current: () => number | undefined): void {
  setInterval(() => {
    const id = current();
    if (id === undefined || process.memoryUsage.rss() <= limit) return;
    void send({ kind: "fault", id, fault: { message: "memory limit", memory: true } }).then(end);
  }, 100).unref();
}

async function main(): Promise<void> {
  process.on("disconnect", end);
  // Ctrl-C reaches the whole group; the parent decides what to do about it.
  process.on("SIGINT", () => undefined);
  let database: EngineDatabase;
  let version: string;
  try {
    const { default: grafeo } = await import("@grafeo-db/js");
    database = new EngineDatabase(grafeo.GrafeoDB);
    version = grafeo.version();
  } catch (error) {
    await send({ kind: "unavailable", fault: faultOf(error) });
    process.exit(1);
  }
  let querying: number | undefined;
  guardMemory(Number(process.argv[2]), () => querying);
  const handle = async ({ id, request }: ToEngine): Promise<void> => {
    if (request.op === "query") querying = id;
    try {
      await send({ kind: "answer", id, value: await answer(database, request) });
    } catch (error) {
      await send({ kind: "fault", id, fault: faultOf(error) });
    }
    querying = undefined;
  };
  let last = Promise.resolve();
  process.on("message", (message: ToEngine) => {
    last = last.then(() => handle(message));
  });
  await send({ kind: "ready", version });
}

void main();
