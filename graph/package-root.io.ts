import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Package root 包根目录: the folder of ceyuan's package.json, the same from the sources and from `dist/`.
 * `seeds/` and `queries/` are data and stay there.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file) && (JSON.parse(readFileSync(file, "utf8")) as { name?: string }).name === "ceyuan")
      return folder;
    folder = dirname(folder);
  }
  throw new Error("ceyuan's package.json was not found above " + fileURLToPath(import.meta.url));
}
