import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { packageRoot } from "../../graph/package-root.io.ts";

const FOLDERS = ["graph", "ingest", "queries", "viewer", "cli", "test", "bench", "seeds"];

/** A source file of the project, with its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export function sourceFiles(): SourceFile[] {
  const root = packageRoot();
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter((path) => /\.(?:tsx?|mjs|js)$/u.test(path) && !path.includes("node_modules")),
  )
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

export interface Import {
  /** As written: `../graph/model/span.ts`, `node:fs`, `zod`. */
  readonly request: string;
  /** True where nothing remains of it when the program runs. */
  readonly isType: boolean;
}

/** All that a file imports or exports from elsewhere, dynamic imports of a plain string among them. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const { module, errors } = parseSync(path, text, { lang: path.endsWith("x") ? "tsx" : "ts" });
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    request: moduleRequest.value,
    isType: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exports = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null || moduleRequest === undefined ? [] : [{ request: moduleRequest.value, isType }],
    );
  const dynamics = module.dynamicImports
    .map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end))
    .filter((request) => /^["'].*["']$/u.test(request))
    .map((request) => ({ request: request.slice(1, -1), isType: false }));
  return [...statics, ...exports, ...dynamics];
}
