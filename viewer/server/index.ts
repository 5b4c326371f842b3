import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { CeyuanError } from "../../graph/model/errors.ts";
import { packageRoot } from "../../graph/package-root.io.ts";
import { loadOntology } from "../../graph/schema/ontology.io.ts";
import { loadCatalog } from "../../queries/catalog.io.ts";
import { createApp } from "./app.ts";
import { loadAssets } from "./assets.ts";
import { currentBuild } from "./current-build.ts";
import { Queries } from "./queries.ts";
import { QueryStore } from "./query-store.ts";

export interface ServeOptions {
  /** Folders of queries of the user's own, beside those of the library. */
  readonly library?: readonly string[];
  /** The store directory (`.ceyuan`). A later build shows as soon as the page is loaded again. */
  readonly store: string;
  /** Absent: 7410 or the next free one. Given and taken: CeyuanError `port-taken`. 0: any free one. */
  readonly port?: number;
  /** Where the built page lies; for tests. */
  readonly assets?: string;
}

/** A running viewer; `url` ends with a slash. */
export interface RunningViewer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const HOST = "127.0.0.1";
const FIRST_PORT = 7410;
const PORTS_TO_TRY = 20;

/** Serves the viewer of a store to this machine only. Throws CeyuanError where port, store or page is not usable. */
export async function serve(options: ServeOptions): Promise<RunningViewer> {
  const current = currentBuild(options.store);
  await current();
  const assets = loadAssets(options.assets ?? join(packageRoot(), "dist", "viewer", "web"));
  const ontology = loadOntology();
  const catalog = loadCatalog([join(packageRoot(), "queries"), ...(options.library ?? [])]);
  const store = new QueryStore(current);
  const queries = new Queries({ catalog, ontology, store });
  let port = 0;
  const app = createApp({ current, ontology, queries, assets, port: () => port });
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, getRequestListener(app.fetch));
  port = await listenOnFirstFree(server, options.port);
  return {
    url: `http://${HOST}:${port}/`,
    port,
    close: async () => {
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      });
      await store.close();
    },
  };
}

async function listenOnFirstFree(server: Server, wanted: number | undefined): Promise<number> {
  const candidates =
    wanted === undefined ? [...Array.from({ length: PORTS_TO_TRY }, (_, n) => FIRST_PORT + n), 0] : [wanted];
  for (const port of candidates) {
    try {
      return await listen(server, port);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
      if (wanted !== undefined) {
        const why = code === "EACCES" ? "无权使用 (may not be used)" : "已被占用 (is taken)";
        throw new CeyuanError("port-taken", `端口 ${wanted} ${why}`, {
          hint: "换一个端口，或不给 --port，由程序选择空闲端口 (give another --port, or none: a free one is found)",
          cause: error,
        });
      }
    }
  }
  throw new CeyuanError("port-taken", "没有可用的端口 (there is no free port)", {
    hint: "关闭其他服务后再试 (try again after stopping other servers)",
  });
}

const listen = async (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: HOST, port }, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
