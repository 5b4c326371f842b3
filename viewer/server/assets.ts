import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { CeyuanError } from "../../graph/model/errors.ts";
import { type Body, bodyOf } from "./compressed.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json; charset=utf-8",
};

/** Assets 页面文件: the built page by path, all in memory; only what was listed at the start can be asked for. */
export function loadAssets(folder: string): ReadonlyMap<string, Body> {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"));
  } catch (cause) {
    throw notBuilt(folder, cause);
  }
  const assets = new Map<string, Body>();
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (type !== undefined) assets.set(name, bodyOf(type, readFileSync(join(folder, name))));
  }
  const page = assets.get("/index.html");
  if (page === undefined) throw notBuilt(folder, undefined);
  return assets.set("/", page);
}

const notBuilt = (folder: string, cause: unknown): CeyuanError =>
  new CeyuanError("viewer-not-built", `网页还没有构建 (the page has not been built): ${folder}`, {
    hint: "先运行 npm run build:viewer (run that first)",
    cause,
  });
