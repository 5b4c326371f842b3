import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fromJson } from "../../exports/json.ts";
import { CeyuanError } from "../../model/errors.ts";
import type { GraphData } from "../../model/graph-data.ts";
import { GrafeoStore } from "../grafeo/grafeo-store.ts";
import type { Store } from "../store.ts";
import { type BuildReport, type Layout, type Manifest, manifestSchema, SHA256, STORE_VERSION } from "./manifest.ts";

/** The files of a build, relative to its directory. */
export const FILES = {
  manifest: "manifest.json",
  graph: "graph.json",
  layout: "layout.json",
  report: "report.json",
  database: join("grafeo", "graph.grafeo"),
} as const;

export const sourceFile = (sha256: string): string => join("sources", `${sha256}.txt`);

export const damaged = (what: string, cause?: unknown): CeyuanError =>
  new CeyuanError("store-damaged", `图库已损坏 (the store is damaged): ${what}`, {
    hint: "请重新运行 ceyuan build (run ceyuan build again)",
    cause,
  });

export const sha256Of = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export async function fileEntryOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return { bytes: statSync(file).size, sha256: hash.digest("hex") };
}

/** Reads and checks the manifest of a build. */
export function readManifest(directory: string): Manifest {
  const file = join(directory, FILES.manifest);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw damaged(file, cause);
  }
  const version = (data as { version?: unknown } | null)?.version;
  if (typeof version === "number" && version > STORE_VERSION) {
    throw new CeyuanError(
      "store-newer",
      `图库由更新版本的 ceyuan 写成 (the store was written by a newer ceyuan): ${directory}`,
      { hint: "请升级 ceyuan，或重新运行 ceyuan build (upgrade ceyuan, or build again)" },
    );
  }
  const manifest = manifestSchema.safeParse(data);
  if (!manifest.success) throw damaged(`${file}: ${manifest.error.issues[0]?.message ?? ""}`);
  return manifest.data;
}

/** Build 构建: one finished build of a store; files are read when asked for. */
export class Build {
  readonly id: string;
  readonly directory: string;
  readonly manifest: Manifest;

  constructor(directory: string, manifest: Manifest) {
    this.id = manifest.build;
    this.directory = directory;
    this.manifest = manifest;
  }

  /** The JSON export, byte for byte; checked against the manifest. */
  async graphJson(): Promise<string> {
    const text = await this.#read(FILES.graph);
    if (sha256Of(text) !== this.manifest.files.graph.sha256) throw damaged(join(this.directory, FILES.graph));
    return text;
  }

  async graph(): Promise<GraphData> {
    return fromJson(await this.graphJson());
  }

  async layout(): Promise<Layout> {
    return await this.#parse<Layout>(FILES.layout);
  }

  async report(): Promise<BuildReport> {
    return await this.#parse<BuildReport>(FILES.report);
  }

  /** The decoded text that evidence offsets point into, by the `sha256` of its Document. */
  async source(sha256: string): Promise<string> {
    if (!SHA256.test(sha256)) throw unknownSource(sha256);
    try {
      return await readFile(join(this.directory, sourceFile(sha256)), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") throw unknownSource(sha256);
      throw damaged(join(this.directory, sourceFile(sha256)), error);
    }
  }

  /** Opens the graph database of the build and checks that it holds what was stored. */
  async openStore(): Promise<Store> {
    const file = join(this.directory, FILES.database);
    const store = await GrafeoStore.open(file);
    const { nodes, edges } = await store.statistics();
    if (nodes !== this.manifest.counts.nodes || edges !== this.manifest.counts.edges) {
      await store.close();
      throw damaged(file);
    }
    return store;
  }

  /** True where graph and database are byte for byte what was stored. */
  async isIntact(): Promise<boolean> {
    const { graph, database } = this.manifest.files;
    for (const [name, stored] of [
      [FILES.graph, graph],
      [FILES.database, database],
    ] as const) {
      const file = join(this.directory, name);
      if (statSync(file, { throwIfNoEntry: false })?.size !== stored.bytes) return false;
      if ((await fileEntryOf(file)).sha256 !== stored.sha256) return false;
    }
    return true;
  }

  async #read(name: string): Promise<string> {
    const file = join(this.directory, name);
    return await readFile(file, "utf8").catch((cause: unknown) => {
      throw damaged(file, cause);
    });
  }

  async #parse<Content>(name: string): Promise<Content> {
    const text = await this.#read(name);
    try {
      return JSON.parse(text) as Content;
    } catch (cause) {
      throw damaged(join(this.directory, name), cause);
    }
  }
}

const unknownSource = (sha256: string): CeyuanError =>
  new CeyuanError("source-unknown", `图库中没有该原文 (the store has no such source text): ${sha256.slice(0, 80)}`);
