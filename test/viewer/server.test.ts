import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocumentPayload, ErrorPayload, NetworkPayload, NodePayload } from "../../viewer/server/api.ts";
import { type RunningViewer, serve } from "../../viewer/server/index.ts";
import { DOCUMENT, GRAPH, TASK, TEXT, temporaryStore, writeSmallStore } from "./small-store.ts";

const temporary = temporaryStore();
const store = join(temporary.directory, "store");
const assets = join(temporary.directory, "page");
let viewer: RunningViewer;

beforeAll(async () => {
  mkdirSync(join(assets, "assets"), { recursive: true });
  writeFileSync(join(assets, "index.html"), "<!doctype html><title>page</title>");
  writeFileSync(join(assets, "assets", "main-1.js"), "export {};\n".repeat(500));
  writeFileSync(join(assets, "secret.txt"), "of no known kind");
  await writeSmallStore(store);
  viewer = await serve({ store, assets, port: 0 });
});

afterAll(async () => {
  await viewer.close();
  temporary.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A raw request, so that Host and Origin are what the test says. */
const ask = async (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: viewer.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on("error", reject);
    sent.end();
  });

const json = async <T>(path: string): Promise<T> => JSON.parse((await ask(path)).body) as T;
const withId = (path: string, id: string): string => `${path}?id=${encodeURIComponent(id)}`;

describe("the data", () => {
  test("the network holds every node and edge by place, without long texts", async () => {
    const network = await json<NetworkPayload>("/api/graph");
    expect(network.nodes.map(({ id }) => id)).toEqual(GRAPH.nodes.map(({ id }) => id).toSorted());
    expect(network.nodes.some(({ properties }) => "text" in properties)).toBe(false);
    const edges = network.edges.map(([type, from, to]) =>
      [network.edgeTypes[type], network.nodes[from]?.id, network.nodes[to]?.id].join("|"),
    );
    expect(edges.toSorted()).toEqual(GRAPH.edges.map(({ id }) => id).toSorted());
    const task = network.nodes.findIndex(({ id }) => id === TASK);
    expect(network.nodes[network.owners[task] ?? -1]?.id).toBe(DOCUMENT);
    expect(network.positions).toHaveLength(GRAPH.nodes.length);
  });

  test("a node comes whole, with the evidence of its edges", async () => {
    const { node, edges } = await json<NodePayload>(withId("/api/node", TASK));
    expect(node.properties["text"]).toBe("修好河堤。");
    const { from, to } = edges.find(({ type }) => type === "LEADS")?.properties ?? {};
    expect(TEXT.slice(Number(from), Number(to))).toBe("市水务局");
  });

  test("a document comes with its text as it is in the file, its clauses and the words that prove edges", async () => {
    const document = await json<DocumentPayload>(withId("/api/document", DOCUMENT));
    expect(document.text).toBe(TEXT);
    expect(document.clauses.map(({ path, heading }) => [path, heading])).toEqual([["一", "修好河堤"]]);
    expect(document.marks.map(({ from, to }) => TEXT.slice(from, to))).toEqual(["市水务局"]);
  });

  test("the ontology names labels, relations and properties in two languages", async () => {
    const { nodes } = await json<{ nodes: { label: string; zh: string; en: string }[] }>("/api/ontology");
    expect(nodes.find(({ label }) => label === "Task")).toMatchObject({ zh: "任务", en: "Task" });
  });

  test("the report is the build's", async () => {
    expect(await json("/api/report")).toMatchObject({ documents: [{ file: "a.txt" }] });
  });

  test.each([
    ["/api/node?id=agency/nobody", "node-unknown"],
    ["/api/node", "node-unknown"],
    [withId("/api/document", "doc/《防洪条例》"), "document-without-text"],
    [withId("/api/document", TASK), "document-without-text"],
    ["/api/nothing", "not-found"],
  ])("%s is answered with %s", async (path, code) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect((JSON.parse(body) as ErrorPayload).code).toBe(code);
  });

  test("a new build shows without a restart", async () => {
    const before = await json<NetworkPayload>("/api/graph");
    await writeSmallStore(store, { ...GRAPH, edges: GRAPH.edges.slice(0, 1) });
    const after = await json<NetworkPayload>("/api/graph");
    await writeSmallStore(store);
    expect(after.build).not.toBe(before.build);
    expect(after.edges).toHaveLength(1);
  });
});

describe("sending", () => {
  test.each(["br", "gzip"])("large answers are compressed with %s", async (encoding) => {
    const { headers } = await ask("/assets/main-1.js", { "accept-encoding": encoding });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["cache-control"]).toContain("immutable");
  });

  test("what the browser has is not sent again", async () => {
    const { headers } = await ask("/api/graph");
    const again = await ask("/api/graph", { "if-none-match": String(headers["etag"]) });
    expect(again.status).toBe(304);
    expect(again.body).toBe("");
  });
});

describe("the gate", () => {
  test("every answer forbids inline scripts, remote sources, frames and workers from blobs", async () => {
    for (const path of ["/", "/api/graph", "/nothing"]) {
      const { headers } = await ask(path);
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("worker-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|blob:|data:|https?:|\*/u);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
    }
  });

  test.each<[Record<string, string>, number, string]>([
    [{ host: "evil.example" }, 403, "another name that leads to this machine"],
    [{ host: "127.0.0.1" }, 403, "the address without the port"],
    [{ origin: "https://evil.example" }, 403, "another page's script"],
    [{ origin: "null" }, 403, "a sandboxed page"],
    [{ "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, 403, "another page's image or script tag"],
    [{ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }, 200, "a link from elsewhere to the page"],
    [{ "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" }, 200, "the page itself"],
  ])("%o is answered with %i: %s", async (headers, status) => {
    expect((await ask("/", headers)).status).toBe(status);
  });

  test("localhost is this machine too", async () => {
    expect((await ask("/", { host: `localhost:${viewer.port}` })).status).toBe(200);
    expect((await ask("/", { origin: `http://localhost:${viewer.port}` })).status).toBe(200);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is refused: nothing here can be changed", async (method) => {
    expect((await ask("/api/graph", {}, method)).status).toBe(405);
  });

  test.each(["/../../package.json", "/%2e%2e/%2e%2e/package.json", "/assets/..%2fsecret.txt", "/secret.txt"])(
    "%s is not found: only the page's own files are there",
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  test("an endless address is refused", async () => {
    expect((await ask(`/api/node?id=${"a".repeat(5000)}`)).status).toBe(414);
  });
});

describe("starting", () => {
  test("a taken port that was asked for is an error that says so; otherwise another one is taken", async () => {
    await expect(serve({ store, assets, port: viewer.port })).rejects.toMatchObject({ code: "port-taken" });
    const [first, second] = [await serve({ store, assets }), await serve({ store, assets })];
    expect(first.port).not.toBe(second.port);
    await Promise.all([first.close(), second.close()]);
  });

  test("a store without a graph is an error", async () => {
    const empty = join(temporary.directory, "empty");
    await expect(serve({ store: empty, assets, port: 0 })).rejects.toMatchObject({ code: "store-missing" });
  });

  test("a page that was not built is an error that says how to build it", async () => {
    const missing = join(temporary.directory, "missing");
    await expect(serve({ store, assets: missing, port: 0 })).rejects.toMatchObject({
      code: "viewer-not-built",
      hint: expect.stringContaining("build:viewer") as string,
    });
  });
});
