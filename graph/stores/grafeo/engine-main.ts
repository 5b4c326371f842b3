/**
 * The engine's process 引擎进程: the only place that loads Grafeo. It has no timeout and cannot cancel a query, so it runs
 * here, where its parent can end it at any time. Requests come and answers go over the channel of `fork`.
 */
import { rmSync } from "node:fs";
import { CeyuanError } from "../../model/errors.ts";
import { EngineDatabase, Fault } from "./engine-database.ts";
import type { EngineFault, FromEngine, Request, ToEngine } from "./protocol.ts";

const send = (message: FromEngine): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, undefined, undefined, () => resolve());
  });

const faultOf = (error: unknown): EngineFault => {
  if (error instanceof Fault) return error.fault;
  if (error instanceof CeyuanError) {
    const { code, message, hint } = error;
    return { message, said: { code, message, hint } };
  }
  const { message, gqlStatus } = error as Error & { gqlStatus?: string };
  return { message, status: gqlStatus };
};

type Handlers = { readonly [Op in Request["op"]]: (request: Extract<Request, { op: Op }>) => unknown };

const handlersOf = (database: EngineDatabase): Handlers => ({
  open: (request) => database.open(request),
  query: (request) => database.query(request),
  explain: (request) => database.explain(request),
  statistics: () => database.statistics(),
  schema: () => database.schema(),
  begin: () => database.begin(),
  nodes: (request) => database.nodes(request),
  edges: (request) => database.edges(request),
  save: (request) => database.save(request),
  search: (request) => database.search(request),
  edit: (request) => database.edit(request),
  upsert: (request) => database.upsert(request),
  remove: (request) => database.remove(request),
  finish: (request) => database.finish(request),
});

/** Grafeo leaves a folder for spilled data behind where it is killed; this one is removed with all that is in it. */
const scratch = process.argv[3];
if (scratch !== undefined) for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = scratch;

/** Not `exit`: a query under way would hold it back. */
const end = (): void => {
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
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
  let handlers: Handlers;
  let version: string;
  try {
    const { default: grafeo } = await import("@grafeo-db/js");
    handlers = handlersOf(new EngineDatabase(grafeo.GrafeoDB));
    version = grafeo.version();
  } catch (error) {
    await send({ kind: "unavailable", fault: faultOf(error) });
    process.exit(1);
  }
  let querying: number | undefined;
  guardMemory(Number(process.argv[2]), () => querying);
  const respond = async ({ id, request }: ToEngine): Promise<void> => {
    if (request.op === "query" || request.op === "search") querying = id;
    const handle = handlers[request.op] as (request: Request) => unknown;
    try {
      await send({ kind: "answer", id, value: await handle(request) });
    } catch (error) {
      await send({ kind: "fault", id, fault: faultOf(error) });
    }
    querying = undefined;
  };
  let last = Promise.resolve();
  process.on("message", (message: ToEngine) => {
    last = last.then(() => respond(message));
  });
  await send({ kind: "ready", version });
}

void main();
