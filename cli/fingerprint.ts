import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceText } from "../graph/model/reading.ts";
import { packageRoot } from "../graph/package-root.io.ts";
import type { ReadProblem } from "../ingest/read/index.ts";

/** Where the running program's own code lies: the checkout, or dist/ of the package. */
const codeRoot = dirname(dirname(fileURLToPath(import.meta.url)));
/** What the graph depends on beside the documents. */
const PROGRAM_FOLDERS = ["graph", "ingest"];
const SAMPLES = join(packageRoot(), "seeds", "documents");

/**
 * Fingerprint 指纹: of all that a build depends on: the documents and what was wrong with them, the program, and what it
 * knows (`seeds/`). Where it is that of the graph in force, there is nothing to do.
 */
export function fingerprint(
  sources: readonly SourceText[],
  problems: readonly ReadProblem[],
  corrections: string,
): string {
  const hash = createHash("sha256");
  for (const { name, sha256 } of sources) hash.update(`${name}\0${sha256}\n`);
  for (const { file, code } of problems) hash.update(`${file}\0${code}\n`);
  hash.update(`${corrections}\0`);
  addFolder(hash, join(packageRoot(), "seeds"));
  for (const folder of PROGRAM_FOLDERS) addFolder(hash, join(codeRoot, folder));
  return hash.digest("hex");
}

function addFolder(hash: Hash, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) {
    if (path.startsWith(SAMPLES)) continue;
    hash.update(`${path.slice(folder.length)}\0`);
    hash.update(readFileSync(path));
  }
}
