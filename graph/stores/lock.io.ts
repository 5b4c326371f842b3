import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CeyuanError } from "../model/errors.ts";

interface Holder {
  readonly pid: number;
  readonly host: string;
}

const read = (file: string): { text: string; holder: Holder | undefined } | undefined => {
  try {
    const text = readFileSync(file, "utf8");
    const { pid, host } = JSON.parse(text) as Partial<Holder>;
    return { text, holder: typeof pid === "number" && typeof host === "string" ? { pid, host } : undefined };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    return { text: "", holder: undefined };
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Left behind: by a process that is gone, from before the machine started, or half written a while ago. */
function isStale(file: string, holder: Holder | undefined): boolean {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (holder === undefined) return age > 10_000;
  return holder.host === hostname() && (!isRunning(holder.pid) || age > uptime() * 1000);
}

/** Takes a lock that was left behind away, unless another process was faster and the lock is now theirs. */
function takeAway(file: string, text: string): void {
  const aside = `${file}.aside-${randomBytes(4).toString("hex")}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside)?.text === text) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

/** Makes the lock with its content in one step, so that a kill leaves none half written. Throws `EEXIST` where it is held. */
function make(file: string, content: string): void {
  const draft = `${file}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw error;
    // A file system without links.
    writeFileSync(file, content, { flag: "wx" });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What gives a lock back, or who holds it. */
type Taken = { readonly release: () => void } | { readonly holder: string };

/** Takes a lock file unless a running process has it; one that a killed process left behind is taken over. */
function takeLock(file: string): Taken {
  const own = JSON.stringify({ pid: process.pid, host: hostname(), token: randomBytes(8).toString("hex") });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      make(file, own);
      const release = (): void => {
        if (read(file)?.text === own) rmSync(file, { force: true });
      };
      return { release };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const found = read(file);
    if (found === undefined) continue;
    if (!isStale(file, found.holder)) {
      return { holder: found.holder === undefined ? "" : `（进程 ${found.holder.pid}@${found.holder.host}）` };
    }
    takeAway(file, found.text);
  }
  return { holder: "" };
}

/**
 * Lock 构建锁: one build at a time in a store. Returns what gives it back. Throws `CeyuanError` (`store-locked`) where
 * another build is under way; a lock that a killed build left behind is taken over.
 */
export function lockStore(store: string): () => void {
  const file = join(store, "lock");
  const taken = takeLock(file);
  if ("release" in taken) return taken.release;
  throw new CeyuanError("store-locked", `另一个构建正在进行${taken.holder} (another build is under way): ${store}`, {
    hint: `请等它完成；若确无构建在运行，删除 ${file} (wait for it; if there is none, delete that file)`,
  });
}

const FIRST_WAIT = 10;
const LONGEST_WAIT = 250;

/** A moment that grows with each try, never the same for two that wait. */
export const backoff = (attempt: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + Math.random() / 2);

/** Waits for a lock file, `waitMs` at most. Throws `CeyuanError` (`store-busy`) where that was not long enough. */
export async function waitForLock(file: string, waitMs: number, signal: AbortSignal): Promise<() => void> {
  const until = performance.now() + waitMs;
  for (let attempt = 0; ; attempt++) {
    const taken = takeLock(file);
    if ("release" in taken) return taken.release;
    if (performance.now() >= until) {
      throw new CeyuanError(
        "store-busy",
        `另一个写入一直没有结束${taken.holder} (another write has not ended): ${file}`,
        {
          hint: `稍后重试；若确无写入在进行，删除该文件 (try again later; if nobody is writing, delete that file)`,
        },
      );
    }
    await sleep(backoff(attempt), undefined, { signal });
  }
}
