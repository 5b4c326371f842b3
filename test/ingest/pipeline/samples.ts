import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceText } from "../../../graph/model/reading.ts";
import { packageRoot } from "../../../graph/package-root.io.ts";

const folder = join(packageRoot(), "seeds", "documents");

export const sourceOf = (name: string, text: string): SourceText => ({
  name,
  sha256: createHash("sha256").update(text).digest("hex"),
  text,
});

/** The bundled sample documents, by file name. */
export const samples: readonly SourceText[] = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => sourceOf(name, readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/u, "")));
