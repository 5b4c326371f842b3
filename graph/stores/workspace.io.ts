import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { toJson } from "../exports/json.ts";
import { CeyuanError } from "../model/errors.ts";
import type { GraphData } from "../model/graph-data.ts";
import type { SourceText } from "../model/reading.ts";
import { makeDirectory, replaceFile, syncDirectory, writeDurably } from "./durable.io.ts";
import { GrafeoStore } from "./grafeo/grafeo-store.ts";
import { lockStore } from "./lock.io.ts";
import type { LoadOptions } from "./store.ts";
import { Build, damaged, FILES, fileEntryOf, readManifest, sha256Of, sourceFile } from "./workspace/build.io.ts";
import {
  BUILD_ID,
  type BuildReport,
  countsOf,
  type Layout,
  type Manifest,
  STORE_VERSION,
} from "./workspace/manifest.ts";

export type { Build } from "./workspace/build.io.ts";
export type { BuildReport, Layout, Manifest } from "./workspace/manifest.ts";

/** Everything a build stores. */
export interface BuildInput {
  readonly graph: GraphData;
  /** The positions, or what computes them: then that is done while the database's process starts. */
  readonly layout: Layout | (() => Layout);
  readonly report: BuildReport;
  readonly sources: readonly SourceText[];
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  /** Of everything that decides the graph; compare it with the current manifest's to skip a build. */
  readonly fingerprint: string;
}

/** The build in force and the one before it, which a running viewer may still be reading. */
const KEPT = 2;

const buildsOf = (store: string): string => join(store, "builds");
const currentOf = (store: string): string => join(store, "current");

/**
 * Fails where no build could be written now, before the work of one is done: `CeyuanError` (`store-unwritable`, or
 * `store-locked` where another build is under way).
 */
export function requireWritable(store: string): void {
  try {
    makeDirectory(buildsOf(store));
    lockStore(store)();
  } catch (error) {
    throw error instanceof CeyuanError ? error : notWritten(store, error as Error);
  }
}

/**
 * Writes a build 写入构建 and makes it the one in force. It is made in a new directory and switched to by one rename:
 * whatever fails or is killed before that, the store stays as it was. `reused` where the same graph was already there.
 */
export async function writeBuild(
  store: string,
  input: BuildInput,
  options: LoadOptions = {},
): Promise<{ build: Build; reused: boolean }> {
  let unlock: (() => void) | undefined;
  try {
    makeDirectory(buildsOf(store));
    unlock = lockStore(store);
    discardLeftovers(store);
    const graphJson = toJson(input.graph);
    const id = sha256Of(graphJson).slice(0, 12);
    const reused = await isIntact(join(buildsOf(store), id));
    if (reused) await refresh(store, id, input);
    else await makeBuild(store, id, graphJson, input, options);
    const before = readCurrent(store);
    await replaceFile(currentOf(store), `${id}\n`);
    prune(store, id, before);
    const directory = join(buildsOf(store), id);
    return { build: new Build(directory, readManifest(directory)), reused };
  } catch (error) {
    throw error instanceof CeyuanError ? error : notWritten(store, error as Error);
  } finally {
    unlock?.();
  }
}

/** Opens the build in force. Throws `CeyuanError`: `store-missing`, `store-damaged` or `store-newer`. */
// oxlint-disable-next-line typescript/require-await -- a store elsewhere than on this disk will need it
export async function openBuild(store: string): Promise<Build> {
  const id = readCurrent(store);
  if (id === undefined) {
    throw new CeyuanError("store-missing", `没有图库 (there is no store): ${store}`, {
      hint: "请先运行 ceyuan build (run ceyuan build first)",
    });
  }
  if (!BUILD_ID.test(id)) throw damaged(currentOf(store));
  const directory = join(buildsOf(store), id);
  if (!existsSync(directory)) throw damaged(directory);
  return new Build(directory, readManifest(directory));
}

/** The manifest of the build in force; nothing where there is none that this version can read. */
export async function currentManifest(store: string): Promise<Manifest | undefined> {
  try {
    return (await openBuild(store)).manifest;
  } catch {
    return undefined;
  }
}

function readCurrent(store: string): string | undefined {
  try {
    return readFileSync(currentOf(store), "utf8").trim();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new CeyuanError("store-unreadable", `无法读取图库 (the store cannot be read): ${store}: ${message}`, {
      hint: "请检查目录权限 (check the permissions of the folder)",
      cause: error,
    });
  }
}

async function isIntact(directory: string): Promise<boolean> {
  try {
    return await new Build(directory, readManifest(directory)).isIntact();
  } catch {
    return false;
  }
}

async function makeBuild(
  store: string,
  id: string,
  graphJson: string,
  input: BuildInput,
  options: LoadOptions,
): Promise<void> {
  const fresh = join(buildsOf(store), `.new-${process.pid}`);
  try {
    makeDirectory(join(fresh, "grafeo"));
    await writeDurably(join(fresh, FILES.graph), graphJson);
    for (const source of input.sources) await writeDurably(join(fresh, sourceFile(source.sha256)), source.text);
    const database = GrafeoStore.at(join(fresh, FILES.database));
    const loaded = database.load(input.graph, options).finally(() => database.close());
    const [layout] = await Promise.all([layoutOf(input), loaded]);
    await describe(fresh, id, input, layout);
    // A damaged build of the same graph makes way.
    const directory = join(buildsOf(store), id);
    if (existsSync(directory)) renameSync(directory, join(buildsOf(store), `.damaged-${process.pid}`));
    renameSync(fresh, directory);
    await syncDirectory(buildsOf(store));
  } finally {
    discard(buildsOf(store), (name) => name.startsWith("."));
  }
}

/** Computed in a turn of its own, so that what was begun before is under way. */
async function layoutOf({ layout }: BuildInput): Promise<Layout> {
  await setImmediate();
  return typeof layout === "function" ? layout() : layout;
}

/** The same graph again: what may differ (diagnostics, inputs, fingerprint) is replaced, file by file. */
async function refresh(store: string, id: string, input: BuildInput): Promise<void> {
  const directory = join(buildsOf(store), id);
  for (const { sha256, text } of input.sources) {
    const file = join(directory, sourceFile(sha256));
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) await replaceFile(file, text);
  }
  await describe(directory, id, input, await layoutOf(input));
}

async function describe(directory: string, id: string, input: BuildInput, layout: Layout): Promise<void> {
  await replaceFile(join(directory, FILES.layout), lines(layout));
  await replaceFile(join(directory, FILES.report), `${JSON.stringify(input.report, undefined, 1)}\n`);
  const manifest: Manifest = {
    version: STORE_VERSION,
    build: id,
    engine: "grafeo",
    inputs: input.inputs.map(({ name, sha256 }) => ({ name, sha256 })),
    fingerprint: input.fingerprint,
    counts: countsOf(input.graph),
    files: {
      graph: await fileEntryOf(join(directory, FILES.graph)),
      database: await fileEntryOf(join(directory, FILES.database)),
    },
  };
  await replaceFile(join(directory, FILES.manifest), `${JSON.stringify(manifest, undefined, 1)}\n`);
}

const lines = (layout: Layout): string => {
  const entries = Object.keys(layout)
    .sort()
    .map((id) => `${JSON.stringify(id)}: ${JSON.stringify(layout[id])}`);
  return `{\n${entries.join(",\n")}\n}\n`;
};

/** Removes what nobody needs; what cannot be removed (open on Windows) is left for the next time. */
function discard(directory: string, unwanted: (name: string) => boolean): void {
  for (const name of readdirSync(directory).filter(unwanted)) {
    try {
      rmSync(join(directory, name), { recursive: true, force: true });
    } catch {
      // Tried again by the next build.
    }
  }
}

/** What builds that were killed left behind; nobody else writes here while the lock is held. */
function discardLeftovers(store: string): void {
  discard(buildsOf(store), (name) => name.startsWith("."));
  discard(store, (name) => /^(?:lock\.[0-9a-f]{8}|current\.new-\d+)$/u.test(name));
}

function prune(store: string, id: string, before: string | undefined): void {
  const age = (name: string): number =>
    name === before
      ? Number.POSITIVE_INFINITY
      : (statSync(join(buildsOf(store), name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const others = readdirSync(buildsOf(store)).filter((name) => BUILD_ID.test(name) && name !== id);
  const unwanted = new Set(others.sort((a, b) => age(b) - age(a)).slice(KEPT - 1));
  discard(buildsOf(store), (name) => unwanted.has(name));
}

const notWritten = (store: string, cause: Error): CeyuanError =>
  new CeyuanError("store-unwritable", `无法写入图库 (the store cannot be written): ${store}: ${cause.message}`, {
    hint: "请检查目录权限与磁盘空间，或用 --store 换一个目录；原有的图未变 (check permissions and disk space, or name another folder with --store; the graph there was is unchanged)",
    cause,
  });
