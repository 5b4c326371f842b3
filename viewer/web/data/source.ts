import type { Ontology } from "../../../graph/schema/ontology.ts";
import type {
  BuildReport,
  CatalogPayload,
  Choice,
  DocumentPayload,
  DownloadFormat,
  ErrorPayload,
  NetworkPayload,
  NodePayload,
  QueryPayload,
  QueryRequest,
} from "../../server/api.ts";

/** Where the page gets its data: this machine's server, or a file it was saved in. */
export interface GraphSource {
  readonly network: () => Promise<NetworkPayload>;
  readonly ontology: () => Promise<Ontology>;
  readonly report: () => Promise<BuildReport>;
  readonly node: (id: string) => Promise<NodePayload>;
  readonly document: (id: string) => Promise<DocumentPayload>;
  readonly queries: QuerySource;
  /** The build in force now, to notice a rebuild. */
  readonly build: () => Promise<string>;
}

/** Where queries are run. */
export interface QuerySource {
  readonly catalog: () => Promise<CatalogPayload>;
  readonly choices: (query: string, parameter: string) => Promise<readonly Choice[]>;
  readonly run: (request: QueryRequest, signal: AbortSignal) => Promise<QueryPayload>;
  readonly download: (request: QueryRequest, format: DownloadFormat) => Promise<Blob>;
}

/** SourceError 载入失败: `code` is the server's, or `offline`. */
export class SourceError extends Error {
  readonly code: string;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, hint?: string) {
    super(message);
    this.name = "SourceError";
    this.code = code;
    this.hint = hint;
  }

  /** What was wrong and what to do, in one. */
  get whole(): string {
    return `${this.message}${this.hint ?? ""}`;
  }
}

async function request(
  path: string,
  init: Omit<RequestInit, "headers"> & { readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { Accept: "application/json", ...init.headers } });
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new SourceError("offline", cause instanceof Error ? cause.message : "offline");
  }
  if (response.ok) return response;
  const body = (await response.json().catch(() => undefined)) as ErrorPayload | undefined;
  throw new SourceError(body?.code ?? `http-${response.status}`, body?.message ?? "", body?.hint);
}

const get = async <T>(path: string): Promise<T> => (await (await request(path)).json()) as T;

const post = async (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });

const withId = (path: string, id: string): string => `${path}?id=${encodeURIComponent(id)}`;

/** Keeps answers: a build never changes, so neither do they. */
function kept<T>(ask: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return async (id) => {
    const answer = answers.get(id) ?? ask(id);
    answers.set(id, answer);
    try {
      return await answer;
    } catch (error) {
      answers.delete(id);
      throw error;
    }
  };
}

/** The server that sent the page. */
export function httpSource(): GraphSource {
  return {
    network: async () => get("api/graph"),
    ontology: async () => get("api/ontology"),
    report: async () => get("api/report"),
    build: async () => (await get<{ build: string }>("api/build")).build,
    node: kept(async (id) => get<NodePayload>(withId("api/node", id))),
    queries: {
      catalog: async () => get("api/queries"),
      choices: async (query, parameter) =>
        get(`api/choices?query=${encodeURIComponent(query)}&parameter=${encodeURIComponent(parameter)}`),
      run: async (asked, signal) => (await (await post("api/query", asked, signal)).json()) as QueryPayload,
      download: async (asked, format) => (await post(`api/download?format=${format}`, asked)).blob(),
    },
    document: kept(async (id) => get<DocumentPayload>(withId("api/document", id))),
  };
}
