import type { Ontology } from "../../../graph/schema/ontology.ts";
import type { BuildReport, DocumentPayload, ErrorPayload, NetworkPayload, NodePayload } from "../../server/api.ts";

/** Where the page gets its data: this machine's server, or a file it was saved in. */
export interface GraphSource {
  readonly network: () => Promise<NetworkPayload>;
  readonly ontology: () => Promise<Ontology>;
  readonly report: () => Promise<BuildReport>;
  readonly node: (id: string) => Promise<NodePayload>;
  readonly document: (id: string) => Promise<DocumentPayload>;
  /** The build in force now, to notice a rebuild. */
  readonly build: () => Promise<string>;
}

/** SourceError 载入失败: `code` is the server's, or `offline`. */
export class SourceError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "SourceError";
    this.code = code;
  }
}

async function get<T>(path: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { Accept: "application/json" } });
  } catch (cause) {
    throw new SourceError("offline", cause instanceof Error ? cause.message : "offline");
  }
  if (response.ok) return (await response.json()) as T;
  const body = (await response.json().catch(() => undefined)) as ErrorPayload | undefined;
  throw new SourceError(body?.code ?? `http-${response.status}`, [body?.message, body?.hint].filter(Boolean).join(""));
}

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
    document: kept(async (id) => get<DocumentPayload>(withId("api/document", id))),
  };
}
