import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { packageRoot } from "../../graph/package-root.io.ts";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const PROGRAM = ["--import", import.meta.resolve("tsx"), join(packageRoot(), "cli", "main.ts")];

/** Runs the real command from the sources, in Chinese where `env` does not say otherwise, and waits for its end. */
export async function ceyuan(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
  input = "",
): Promise<Ended> {
  const child = startCeyuan(args, cwd, env);
  child.stdin.on("error", () => undefined).end(input);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      resolve({ code, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") });
    });
  });
}

export function startCeyuan(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const { PATH, TMPDIR, SystemRoot } = process.env;
  return spawn(process.execPath, [...PROGRAM, ...args], {
    cwd,
    env: { PATH, TMPDIR, SystemRoot, LANG: "zh_CN.UTF-8", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone when the tests of the file are over. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ceyuan-cli-"));
  scratch.push(folder);
  return folder;
}
