import { constants, copyFileSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CeyuanError } from "../../model/errors.ts";
import { syncDirectory } from "../durable.io.ts";
import { backoff, waitForLock } from "../lock.io.ts";
import { EngineProcess } from "./engine-process.ts";

/** How often a write begins anew where the snapshot that it began from was replaced in spite of the lock. */
const ATTEMPTS = 5;

/** Which snapshot a path leads to; nothing where there is none. */
export function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.ino} ${found.size} ${found.mtimeNs}`;
}

export interface SnapshotWrite<Result> {
  readonly file: string;
  /** How long to wait for others that write. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  /** Makes the snapshot that is to come at `fresh`; none where that which is there is to stay. */
  readonly make: (builder: EngineProcess, fresh: string) => Promise<Result>;
  /** Runs the switch at a moment when the store itself does not read the file. */
  readonly switching: (swap: () => Promise<void>) => Promise<void>;
}

/**
 * Replaces a snapshot 替换快照: a new one is made beside it by an engine of its own and takes its place by one rename, so
 * that readers see the old or the new, and a kill leaves one of them. Writers, of this process and of others, take turns.
 */
export async function replaceSnapshot<Result>(write: SnapshotWrite<Result>): Promise<Result> {
  const { file, signal } = write;
  const release = await waitForLock(`${file}.lock`, write.waitMs, signal);
  try {
    discardLeftovers(file);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const before = identityOf(file);
      const fresh = `${file}.new-${process.pid}`;
      const made = await makeBeside(write, fresh);
      try {
        if (!existsSync(fresh)) return made;
        await sync(fresh);
        if (identityOf(file) === before) {
          await write.switching(() => putInPlace(fresh, file, write));
          return made;
        }
      } finally {
        discardSnapshot(fresh);
      }
      await sleep(backoff(attempt), undefined, { signal });
    }
    throw busy(file);
  } finally {
    release();
  }
}

async function makeBeside<Result>({ make, signal }: SnapshotWrite<Result>, fresh: string): Promise<Result> {
  const builder = await EngineProcess.start();
  const stop = (): void => void builder.kill();
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    return await make(builder, fresh);
  } catch (error) {
    await builder.kill();
    discardSnapshot(fresh);
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
    await builder.kill();
  }
}

const walOf = (file: string): string => `${file}.wal`;

/** Copies a snapshot, with the log that an engine would read with it. */
export function copySnapshot(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  if (existsSync(walOf(from))) copyFileSync(walOf(from), walOf(to), constants.COPYFILE_FICLONE);
}

/** Only once no engine has it open. */
export function discardSnapshot(file: string): void {
  for (const part of [file, walOf(file)]) rmSync(part, { recursive: true, force: true });
}

/** Makes what was written last through a power cut. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync().finally(() => handle.close());
}

/** On Windows a file that others read cannot be replaced: waits until they have read. */
async function putInPlace(fresh: string, file: string, { waitMs, signal }: SnapshotWrite<unknown>): Promise<void> {
  const until = performance.now() + waitMs;
  for (let attempt = 0; ; attempt++) {
    try {
      await rename(fresh, file);
      await syncDirectory(dirname(file));
      return;
    } catch (error) {
      const isHeld = ["EPERM", "EACCES", "EBUSY"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (!isHeld || process.platform !== "win32") throw error;
      if (performance.now() > until) throw busy(file);
      await sleep(backoff(attempt), undefined, { signal });
    }
  }
}

/** What writers that were killed left behind; nobody else writes here while the lock is held. */
function discardLeftovers(file: string): void {
  const name = basename(file);
  for (const other of readdirSync(dirname(file))) {
    const rest = other.startsWith(name) ? other.slice(name.length) : "";
    if (/^\.(?:new-\d+(?:\.wal)?|lock\.[0-9a-f]{8})$/u.test(rest)) {
      rmSync(join(dirname(file), other), { recursive: true, force: true });
    }
  }
}

const busy = (file: string): CeyuanError =>
  new CeyuanError(
    "store-busy",
    `图数据库正被别的程序占用，没有写入 (others use the database; nothing was written): ${file}`,
    {
      hint: "稍后重试 (try again later)",
    },
  );
