import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { CeyuanError } from "../../graph/model/errors.ts";
import type { DownloadFormat, ErrorPayload, NodePayload } from "./api.ts";
import type { Ontology } from "../../graph/schema/ontology.ts";
import { type Body, jsonBody, send } from "./compressed.ts";
import { documentPayload } from "./document-payload.ts";
import { guard, securityHeaders } from "./guard.ts";
import { networkPayload } from "./network-payload.ts";
import type { OpenBuild } from "./open-build.ts";
import type { Queries } from "./queries.ts";
import { readRequest } from "./query-request.ts";

export interface AppOptions {
  /** The build in force; opened anew when it has changed. */
  readonly current: () => Promise<OpenBuild>;
  readonly ontology: Ontology;
  readonly queries: Queries;
  readonly assets: ReadonlyMap<string, Body>;
  /** The port that was bound; known only after the application is made. */
  readonly port: () => number;
}

/** The viewer's HTTP application: the API under /api, the page everywhere else. */
export function createApp({ current, ontology, queries, assets, port }: AppOptions): Hono {
  const app = new Hono();
  const names = jsonBody(ontology);
  const kept = new Map<string, Body>();
  let keptFor: string | undefined;

  /** A body made once a build. */
  const keep = async (open: OpenBuild, key: string, make: () => unknown): Promise<Body> => {
    if (keptFor !== open.build.id) {
      kept.clear();
      keptFor = open.build.id;
    }
    const body = kept.get(key) ?? jsonBody(await make());
    kept.set(key, body);
    return body;
  };

  app.use(securityHeaders, guard(port));

  app.get("/api/build", async (context) => send(context, jsonBody({ build: (await current()).build.id })));

  app.get("/api/graph", async (context) => {
    const open = await current();
    return send(context, await keep(open, "graph", () => networkPayload(open.build.id, open.graph, open.layout)));
  });

  app.get("/api/ontology", async (context) => send(context, names));

  app.get("/api/report", async (context) => {
    const open = await current();
    return send(context, await keep(open, "report", async () => open.build.report()));
  });

  app.get("/api/node", async (context) => {
    const open = await current();
    const id = context.req.query("id") ?? "";
    const node = open.nodes.get(id);
    if (node === undefined) return missing(context, "node-unknown", `图中没有 ${id}。`);
    const payload: NodePayload = { node, edges: open.edgesOf(id) };
    return send(context, jsonBody(payload));
  });

  app.get("/api/document", async (context) => {
    const open = await current();
    const id = context.req.query("id") ?? "";
    const payload = await documentPayload(open, id);
    if (payload === undefined)
      return missing(context, "document-without-text", `没有 ${id} 的原文：它只被引用，未被收录。`);
    return send(context, jsonBody(payload));
  });

  app.get("/api/queries", async (context) => send(context, jsonBody(queries.list())));

  app.get("/api/choices", async (context) => {
    const { query = "", parameter = "" } = context.req.query();
    return send(context, jsonBody(await queries.choices(query, parameter)));
  });

  const limited = bodyLimit({
    maxSize: LONGEST_QUERY,
    onError: (context) => failed(context, 413, "query-too-long", "查询过长。"),
  });

  app.post("/api/query", limited, async (context) => {
    const asked = await readRequest(context.req);
    if (asked === undefined) return failed(context, 400, "request-invalid", NOT_A_QUERY);
    return send(context, jsonBody(await queries.run(asked, context.req.raw.signal)), "no-store");
  });

  app.post("/api/download", limited, async (context) => {
    const asked = await readRequest(context.req);
    const format = DOWNLOAD_FORMATS.find((name) => name === context.req.query("format"));
    if (asked === undefined || format === undefined) return failed(context, 400, "request-invalid", NOT_A_QUERY);
    return send(context, await queries.download(asked, format, context.req.raw.signal), "no-store");
  });

  app.get("*", async (context) => {
    const { path } = context.req;
    const asset = assets.get(path);
    if (asset === undefined) return missing(context, "not-found", `没有 ${path}。`);
    return send(context, asset, path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  });

  app.onError((error, context) => {
    const known = error instanceof CeyuanError;
    const body: ErrorPayload = known
      ? { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) }
      : { code: "internal", message: "服务出错，请重新载入；若再次出现，请重新构建图谱。" };
    return context.json(body, known ? (OF_REQUEST.test(error.code) ? 400 : 409) : 500);
  });
  return app;
}

/** In bytes: room for a long statement and its parameters. */
const LONGEST_QUERY = 256 * 1024;
const DOWNLOAD_FORMATS: readonly DownloadFormat[] = ["xlsx", "csv", "json"];
const NOT_A_QUERY = "请求里没有可以运行的查询。";
/** Codes of errors that a different request would mend. */
const OF_REQUEST = /^(?:query|parameter)-/u;

const failed = (context: Context, status: 400 | 404 | 413, code: string, message: string): Response => {
  const body: ErrorPayload = { code, message };
  return context.json(body, status);
};

const missing = (context: Context, code: string, message: string): Response => failed(context, 404, code, message);
